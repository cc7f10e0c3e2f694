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
    public const int Powers = 1 << BinaryLogarithmOfPowers;

    private const int BinaryLogarithmOfPowers = 2;

    private const int MantissaDigits = 52;
    private const long ExponentBias = 1023;
    private const double LogarithmOfTwo = 0.6931471805599453;
    private const ulong One = 0x3FF0000000000000;

    private double HalfWidth { get; } = Math.ScaleB(0.5, -digits);

    private double Scale { get; } = (1 + Math.ScaleB(0.5, -digits)) / least;

    /// <summary>The bin of a number, 0 for the least.</summary>
    public int Bin(double number) => (int)((BitConverter.DoubleToInt64Bits(number * Scale) >> (MantissaDigits - digits)) - (ExponentBias << digits));

    /// <summary>Adds powers of the places of draws, from the middle of their bin in parts of the octave's lower end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Add(ReadOnlySpan<double> draws, Span<double> sums)
    {
        int shift = MantissaDigits - digits;
        Vector256<ulong> first = Vector256.Create((ulong)ExponentBias << digits), rest = Vector256.Create((1UL << shift) - 1);
        Vector256<double> scale = Vector256.Create(Scale), middle = Vector256.Create(1 + HalfWidth);
        ref double origin = ref MemoryMarshal.GetReference(sums);
        ReadOnlySpan<Vector256<double>> lanes = MemoryMarshal.Cast<double, Vector256<double>>(draws);
        foreach (Vector256<double> four in lanes)
        {
            Vector256<ulong> bits = (four * scale).AsUInt64(), cells = ((bits >> shift) - first) << BinaryLogarithmOfPowers;
            Vector256<double> place = ((bits & rest) | Vector256.Create(One)).AsDouble() - middle, square = place * place;
            (Vector256<double> even, Vector256<double> odd) = Interleaved.Of(Vector256<double>.One, place);
            (Vector256<double> evenHigh, Vector256<double> oddHigh) = Interleaved.Of(square, square * place);
            Add(ref origin, cells[0], even.GetLower(), evenHigh.GetLower());
            Add(ref origin, cells[1], odd.GetLower(), oddHigh.GetLower());
            Add(ref origin, cells[2], even.GetUpper(), evenHigh.GetUpper());
            Add(ref origin, cells[3], odd.GetUpper(), oddHigh.GetUpper());
        }
        foreach (double draw in draws[(lanes.Length * Vector256<double>.Count)..])
            Add(draw, sums.Slice(Bin(draw) * Powers, Powers));
    }

    private void Add(double draw, Span<double> cell)
    {
        ulong rest = BitConverter.DoubleToUInt64Bits(draw * Scale) & ((1UL << (MantissaDigits - digits)) - 1);
        double place = BitConverter.UInt64BitsToDouble(rest | One) - (1 + HalfWidth), square = place * place;
        (cell[0], cell[1], cell[2], cell[3]) = (cell[0] + 1, cell[1] + place, cell[2] + square, cell[3] + square * place);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref double origin, ulong place, Vector128<double> low, Vector128<double> high)
    {
        ref double cell = ref Unsafe.Add(ref origin, (nint)place);
        (Vector256.LoadUnsafe(ref cell) + Vector256.Create(low, high)).StoreUnsafe(ref cell);
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
