using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MlsdEstimator;

/// <summary>Bins of equal parts of an octave, and the moments of the logarithms of the draws in each: all that a smooth function of them can feel.</summary>
/// <remarks>
/// A number is measured in parts of the least. Exponent and first digits are its bin, the other digits its place in it, so that no logarithm is taken for a draw.
/// Sums of a bin are four numbers: of the powers 0 to 3.
/// </remarks>
/// <param name="digits">Binary logarithm of the bins of an octave.</param>
/// <param name="least">The least number, above 0: it lies in the middle of the first bin.</param>
internal readonly struct LogBins(int digits, double least)
{
    /// <summary>Numbers that are kept for a bin.</summary>
    public const int Powers = 4;

    private const int MantissaDigits = 52;
    private const long ExponentBias = 1023;
    private const double LogarithmOfTwo = 0.6931471805599453;
    private const ulong One = 0x3FF0000000000000;

    private double HalfWidth { get; } = Math.ScaleB(0.5, -digits);

    private double Scale { get; } = (1 + Math.ScaleB(0.5, -digits)) / least;

    /// <summary>The bin of a number, 0 for the least.</summary>
    public int Bin(double number) => (int)((BitConverter.DoubleToInt64Bits(number * Scale) >> (MantissaDigits - digits)) - (ExponentBias << digits));

    /// <summary>The least and the largest of some draws in one pass over them; NaN where one is infeasible.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (double Least, double Most) Ends(ReadOnlySpan<double> draws)
    {
        ReadOnlySpan<Vector256<double>> lanes = MemoryMarshal.Cast<double, Vector256<double>>(draws);
        Vector256<double> low = Vector256.Create(double.PositiveInfinity), high = -low, nothing = Vector256<double>.Zero;
        foreach (Vector256<double> lane in lanes)
        {
            low = Vector256.MinNative(low, lane);
            high = Vector256.MaxNative(high, lane);
            nothing += lane - lane;
        }
        (double least, double most, double none) = (double.PositiveInfinity, double.NegativeInfinity, Vector256.Sum(nothing));
        for (int lane = 0; lane < Vector256<double>.Count; lane++)
            (least, most) = (Math.Min(least, low[lane]), Math.Max(most, high[lane]));
        foreach (double draw in draws[(lanes.Length * Vector256<double>.Count)..])
            (least, most) = (Math.Min(least, draw), Math.Max(most, draw));
        return (least + none, most + none);
    }

    /// <summary>Adds powers of the places of draws, from the middle of their bin in parts of the octave's lower end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<double> draws, Span<double> sums)
    {
        int shift = MantissaDigits - digits;
        long first = ExponentBias << digits;
        ulong rest = (1UL << shift) - 1;
        double scale = Scale, middle = 1 + HalfWidth;
        ref double origin = ref MemoryMarshal.GetReference(sums);
        foreach (double draw in draws)
        {
            ulong bits = BitConverter.DoubleToUInt64Bits(draw * scale);
            double place = BitConverter.UInt64BitsToDouble((bits & rest) | One) - middle, square = place * place;
            ref double cell = ref Unsafe.Add(ref origin, (nint)(Powers * ((long)(bits >> shift) - first)));
            Vector256<double> powers = Vector256.Create(Vector128.Create(1, place), Vector128.Create(square, square * place));
            (Vector256.LoadUnsafe(ref cell) + powers).StoreUnsafe(ref cell);
        }
    }

    /// <summary>Logarithm of the middle of a bin.</summary>
    public double Middle(int bin) => Math.Log(least) + (bin >> digits) * LogarithmOfTwo + Math.Log(Mantissa(bin) / Mantissa(0));

    /// <summary>
    /// Turns sums of powers of places into those of distances from the logarithm of the middle: ln(1 + t) = t - t^2 / 2 + t^3 / 3, its square t^2 - t^3, its cube t^3.
    /// </summary>
    public void TakeLogarithms(int bin, Span<double> sums)
    {
        double t = 1 / Mantissa(bin), first = t * sums[1], second = t * t * sums[2], third = t * t * t * sums[3];
        (sums[1], sums[2], sums[3]) = (first - second / 2 + third / 3, second - third, third);
    }

    /// <summary>What a term for each sum over logarithms is for the sums over places: <see cref="TakeLogarithms"/> from the other side.</summary>
    public void TakePlaces(int bin, ReadOnlySpan<double> ofLogarithms, Span<double> ofPlaces)
    {
        double t = 1 / Mantissa(bin), first = ofLogarithms[1], second = ofLogarithms[2], third = ofLogarithms[3];
        (ofPlaces[0], ofPlaces[1], ofPlaces[2], ofPlaces[3]) = (ofLogarithms[0], t * first, t * t * (second - first / 2), t * t * t * (third - second + first / 3));
    }

    private double Mantissa(int bin) => 1 + Math.ScaleB(bin & ((1 << digits) - 1), -digits) + HalfWidth;
}
