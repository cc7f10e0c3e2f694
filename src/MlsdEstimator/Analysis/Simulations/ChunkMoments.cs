using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MlsdEstimator;

/// <summary>What the mean and the standard deviation need to know about one chunk of draws.</summary>
/// <param name="Count">Number of draws.</param>
/// <param name="Infeasible">How many of them are infeasible.</param>
/// <param name="Mean">Their mean; NaN when one is infeasible.</param>
/// <param name="SquaredDeviations">Sum of squared deviations from that mean; NaN when one is infeasible.</param>
internal readonly record struct ChunkMoments(int Count, int Infeasible, double Mean, double SquaredDeviations)
{
    /// <summary>
    /// One pass over the chunk, relative to its first draw: draws that are all the same then have exactly that mean and no spread, and little is lost
    /// where the mean is large beside the spread.
    /// </summary>
    public static ChunkMoments Of(ReadOnlySpan<double> draws)
    {
        double pivot = draws[0];
        (double sum, double squares) = Sums(draws, pivot);
        double deviations = Math.Max(0, squares - sum * sum / draws.Length);
        return new ChunkMoments(draws.Length, double.IsNaN(sum) ? CountInfeasible(draws) : 0, pivot + sum / draws.Length, deviations);
    }

    /// <summary>Four partial sums of lanes: the addition takes four cycles, and can begin every cycle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static (double Sum, double Squares) Sums(ReadOnlySpan<double> draws, double pivot)
    {
        ReadOnlySpan<Vector<double>> lanes = MemoryMarshal.Cast<double, Vector<double>>(draws);
        var origin = new Vector<double>(pivot);
        Vector<double> sum0 = Vector<double>.Zero, sum1 = sum0, squares0 = sum0, squares1 = sum0;
        int i = 0;
        for (; i + 1 < lanes.Length; i += 2)
        {
            Vector<double> a = lanes[i] - origin, b = lanes[i + 1] - origin;
            sum0 += a;
            sum1 += b;
            squares0 = Vector.FusedMultiplyAdd(a, a, squares0);
            squares1 = Vector.FusedMultiplyAdd(b, b, squares1);
        }
        double sum = Vector.Sum(sum0 + sum1), squares = Vector.Sum(squares0 + squares1);
        for (int rest = i * Vector<double>.Count; rest < draws.Length; rest++)
        {
            double deviation = draws[rest] - pivot;
            sum += deviation;
            squares += deviation * deviation;
        }
        return (sum, squares);
    }

    private static int CountInfeasible(ReadOnlySpan<double> draws)
    {
        int count = 0;
        foreach (double draw in draws)
            count += double.IsNaN(draw) ? 1 : 0;
        return count;
    }
}
