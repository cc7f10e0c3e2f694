using System.Runtime.CompilerServices;

namespace MlsdEstimator;

/// <summary>Independent uniform points: plain Monte Carlo.</summary>
/// <remarks>SplitMix64 (Steele, Lea, Flood, OOPSLA 2014) over a Weyl sequence for each stream; it passes BigCrush.</remarks>
internal sealed class RandomPoints(ulong seed) : IPointSet
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(int stream, int start, Span<double> points)
    {
        ulong origin = Origin(seed, stream);
        for (int i = 0; i < points.Length; i++)
            points[i] = Uniform(Bits(origin, (ulong)(start + i)));
    }

    /// <summary>The highest 52 bits as the middle of one of 2^52 cells of 0..1, so that neither 0 nor 1 is ever drawn; by way of the mantissa of a number in 1..2.</summary>
    internal static double Uniform(ulong bits) => BitConverter.UInt64BitsToDouble((bits >> 12) | 0x3FF0000000000000) - (1 - 1.1102230246251565e-16);

    /// <summary>Seed of one of several independent randomisations; the first has the seed itself.</summary>
    internal static ulong SeedOf(ulong seed, int randomisation) => randomisation == 0 ? seed : Origin(seed, ~randomisation);

    /// <summary>Start of a stream of random words.</summary>
    internal static ulong Origin(ulong seed, int stream) => Mix(seed + Mix((ulong)stream + 1));

    /// <summary>A word of the stream.</summary>
    internal static ulong Bits(ulong origin, ulong index) => Mix(origin + (index + 1) * GoldenGamma);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
