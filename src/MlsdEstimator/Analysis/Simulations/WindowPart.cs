using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MlsdEstimator;

/// <summary>Those of some chunks' draws that lie between two values, both included, and how many lie below.</summary>
/// <remarks>Where the two are one value, the draws that have it are only counted: most of a column may be one number.</remarks>
/// <param name="low">Lower end.</param>
/// <param name="high">Upper end.</param>
/// <param name="replicates">Number of randomisations.</param>
/// <param name="expected">About how many draws will lie between.</param>
internal sealed class WindowPart(double low, double high, int replicates, int expected)
{
    private double[] values = low == high ? [] : GC.AllocateUninitializedArray<double>(expected);
    private int count;

    public double Low => low;

    public double High => high;

    /// <summary>Draws of each randomisation that are less than the lower end.</summary>
    public int[] Below { get; } = new int[replicates];

    /// <summary>Draws of each randomisation between the ends.</summary>
    public int[] Inside { get; } = new int[replicates];

    /// <summary>The values between the ends in the order of the draws; empty where both ends are one value.</summary>
    public ReadOnlySpan<double> Values => values.AsSpan(0, count);

    /// <summary>Which randomisation the values of each chunk belong to, and where they end.</summary>
    public List<(int Replicate, int End)> Runs { get; } = [];

    /// <summary>Takes in the next chunk.</summary>
    public void Add(ReadOnlySpan<double> chunk, int replicate)
    {
        if (low == high)
        {
            int above = OrderStatistics.CountAbove(chunk, low), from = OrderStatistics.CountAbove(chunk, Math.BitDecrement(low));
            Inside[replicate] += from - above;
            Below[replicate] += OrderStatistics.CountAbove(chunk, double.NegativeInfinity) - from;
            return;
        }
        if (values.Length < count + chunk.Length)
            Array.Resize(ref values, values.Length + values.Length / 2 + 2 * chunk.Length);
        int before = count;
        Below[replicate] += Keep(chunk);
        Inside[replicate] += count - before;
        Runs.Add((replicate, count));
    }

    /// <summary>Appends the values between the ends; returns how many are below.</summary>
    /// <remarks>Most sets of lanes hold none of them, so that the branch is well predicted; writing all lanes without one took three times as long.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private int Keep(ReadOnlySpan<double> chunk)
    {
        Vector256<double> bottom = Vector256.Create(low), top = Vector256.Create(high);
        Vector256<long> below = Vector256<long>.Zero;
        Span<double> into = values;
        int to = count, i = 0;
        foreach (Vector256<double> lanes in MemoryMarshal.Cast<double, Vector256<double>>(chunk))
        {
            Vector256<double> less = Vector256.LessThan(lanes, bottom);
            below -= less.AsInt64();
            for (uint inside = Vector256.AndNot(Vector256.LessThanOrEqual(lanes, top), less).ExtractMostSignificantBits(); inside != 0; inside &= inside - 1)
                into[to++] = chunk[i + BitOperations.TrailingZeroCount(inside)];
            i += Vector256<double>.Count;
        }
        int fewer = (int)Vector256.Sum(below);
        foreach (double value in chunk[i..])
        {
            fewer += value < low ? 1 : 0;
            if (value >= low && value <= high)
                into[to++] = value;
        }
        count = to;
        return fewer;
    }
}
