using System.Runtime.CompilerServices;

namespace MlsdEstimator;

/// <summary>Uniform draws addressed by (seed, stream, index): any draw can be computed alone, so blocks and threads change nothing.</summary>
/// <remarks>SplitMix64 (Steele, Lea, Flood, OOPSLA 2014) over a Weyl sequence for each stream; it passes BigCrush.</remarks>
internal static class RandomPoints
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    /// <summary>Points strictly inside 0..1: the middle of one of 2^52 cells.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill(ulong seed, int stream, int start, Span<double> points)
    {
        ulong origin = Mix(seed + Mix((ulong)stream + 1));
        for (int i = 0; i < points.Length; i++)
        {
            ulong bits = Mix(origin + (ulong)(start + i + 1) * GoldenGamma);
            points[i] = ((long)(bits >> 12) + 0.5) * (1.0 / (1L << 52));
        }
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
