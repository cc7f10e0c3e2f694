using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MlsdEstimator;

/// <summary>A quantile function without a closed form as a table over both tails, down to 2^-17; what lies further out is left to the function itself.</summary>
/// <remarks>
/// Every row is compared with the function where its polynomial errs most, at its middle and its end. A function with jumps or bends has no table.
/// </remarks>
internal sealed class QuantileTable
{
    /// <summary>One draw in 65,536 lies outside.</summary>
    private const int OctaveCount = 16;

    /// <summary>Largest error of a row, relative to its values.</summary>
    private const double Tolerance = 1e-10;

    /// <summary>
    /// Below this tail the tolerance grows as the tail shrinks: a quantile function of 1 - tail has lost the digits of the tail itself, and no number of draws
    /// sees the difference.
    /// </summary>
    private const double Body = 0.01;

    /// <summary>Largest error in parts of the width between the 5 % and the 95 % point: relative errors mean nothing where values pass through 0.</summary>
    private const double ToleranceOfWidth = 1e-13;

    /// <summary>The end of a piece itself belongs to the next.</summary>
    private const double JustInside = 1 - 1e-9;

    private readonly TailOctaves octaves;
    private readonly PolynomialTable table;

    private QuantileTable(TailOctaves octaves, Func<double, double> quantile)
    {
        this.octaves = octaves;
        table = new PolynomialTable(2 * octaves.Rows, octaves.HalfWidth, (row, offset) => quantile(Tail(row, offset)));
    }

    /// <summary>Points that the table holds lie between this and its distance from 1.</summary>
    public double Smallest => octaves.Smallest;

    /// <summary>The score of that point.</summary>
    public double SmallestScore => StandardNormal.Score(Smallest);

    /// <summary>The table of a quantile function of <see cref="SignedTail"/>s; null when none of two resolutions follows it.</summary>
    public static QuantileTable? Of(Func<double, double> quantile)
    {
        double width = quantile(-0.05) - quantile(0.05);
        foreach (int digits in (ReadOnlySpan<int>)[2, 4])
        {
            var candidate = new QuantileTable(new TailOctaves(digits, OctaveCount), quantile);
            if (candidate.Follows(quantile, width * ToleranceOfWidth))
                return candidate;
        }
        return null;
    }

    /// <summary>The table as a kernel over signed tails.</summary>
    public TableKernel AsKernel() => new(octaves, table);

    /// <summary>Whether any number is below <paramref name="low"/> or above <paramref name="high"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool AnyOutside(ReadOnlySpan<double> values, double low, double high)
    {
        ref double first = ref MemoryMarshal.GetReference(values);
        Vector256<double> outside = Vector256<double>.Zero, lowest = Vector256.Create(low), highest = Vector256.Create(high);
        int i = 0;
        for (; i <= values.Length - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            Vector256<double> value = Vector256.LoadUnsafe(ref first, (nuint)i);
            outside |= Vector256.LessThan(value, lowest) | Vector256.GreaterThan(value, highest);
        }
        bool any = outside.AsUInt64() != Vector256<ulong>.Zero;
        for (; i < values.Length; i++)
            any |= values[i] < low || values[i] > high;
        return any;
    }

    private bool Follows(Func<double, double> quantile, double absolute)
    {
        TableKernel kernel = AsKernel();
        for (int row = 0; row < 2 * octaves.Rows; row++)
        {
            if (!Agrees(Tail(row, 0)) || !Agrees(Tail(row, octaves.HalfWidth * JustInside)))
                return false;
        }
        return true;

        bool Agrees(double tail)
        {
            double expected = quantile(tail);
            return Math.Abs(Kernel.Apply(kernel, tail) - expected) <= Tolerance * Math.Max(1, Body / Math.Abs(tail)) * Math.Abs(expected) + absolute;
        }
    }

    /// <summary>Lower tails fill the first half of the rows, upper ones the second.</summary>
    private double Tail(int row, double offset) => row < octaves.Rows ? octaves.Tail(row, offset) : -octaves.Tail(row - octaves.Rows, offset);

    internal readonly struct TableKernel(TailOctaves octaves, PolynomialTable table) : IKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Apply<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            (TLanes row, TLanes offset) = octaves.Find(TLanes.Absolute(x));
            TLanes upper = TLanes.IfGreater(TLanes.All(0), x, TLanes.AllBits((ulong)octaves.Rows), TLanes.AllBits(0));
            return table.Evaluate(TLanes.AddBits(row, upper), offset);
        }
    }
}
