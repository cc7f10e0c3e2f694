using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MlsdEstimator;

/// <summary>The least and the largest of one chunk of draws; NaN where one is infeasible.</summary>
/// <param name="Least">The least.</param>
/// <param name="Most">The largest.</param>
internal readonly record struct ChunkEnds(double Least, double Most)
{
    /// <summary>In one pass over the chunk.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static ChunkEnds Of(ReadOnlySpan<double> draws)
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
        return new ChunkEnds(least + none, most + none);
    }

    /// <summary>Both together.</summary>
    public ChunkEnds And(ChunkEnds other) => new(Math.Min(Least, other.Least), Math.Max(Most, other.Most));
}
