using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MlsdEstimator;

/// <summary>First cells of the law of a sum of two independent times from the masses of both.</summary>
internal static class Convolution
{
    /// <summary>Outputs held in registers at a time.</summary>
    private static readonly int Block = 4 * Vector<double>.Count;

    /// <summary>Both have the same length, a multiple of 32.</summary>
    public static double[] Of(double[] left, double[] right)
    {
        ((int first, int end) few, (int first, int end) many) = (Support(left), Support(right));
        return few.end - few.first <= many.end - many.first ? Sum(left, few.first, few.end, right) : Sum(right, many.first, many.end, left);
    }

    /// <summary>The law of so many equal times, by repeated doubling.</summary>
    public static double[] Power(double[] masses, long count)
    {
        double[] power = masses;
        for (int bit = (int)long.Log2(count) - 1; bit >= 0; bit--)
        {
            power = Of(power, power);
            if ((count >> bit & 1) == 1)
                power = Of(power, masses);
        }
        return power;
    }

    private static (int First, int End) Support(double[] masses)
    {
        int first = 0, end = masses.Length;
        while (first < end && masses[first] == 0)
            first++;
        while (end > first && masses[end - 1] == 0)
            end--;
        return (first, end);
    }

    /// <summary>sum[i] = left[j] x right[i - j] over the support of the left one; zeros before the right one spare the loop a test.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double[] Sum(double[] left, int first, int end, double[] right)
    {
        var sum = new double[right.Length];
        var padded = new double[Block + right.Length];
        right.CopyTo(padded, Block);
        ref double zero = ref MemoryMarshal.GetArrayDataReference(padded);
        int width = Vector<double>.Count;
        for (int cell = 0; cell < sum.Length; cell += Block)
        {
            Vector<double> a = default, b = default, c = default, d = default;
            int last = Math.Min(end, cell + Block);
            for (int j = first; j < last; j++)
            {
                var factor = new Vector<double>(left[j]);
                ref double at = ref Unsafe.Add(ref zero, Block + cell - j);
                a = Vector.FusedMultiplyAdd(factor, Vector.LoadUnsafe(ref at), a);
                b = Vector.FusedMultiplyAdd(factor, Vector.LoadUnsafe(ref at, (nuint)width), b);
                c = Vector.FusedMultiplyAdd(factor, Vector.LoadUnsafe(ref at, 2 * (nuint)width), c);
                d = Vector.FusedMultiplyAdd(factor, Vector.LoadUnsafe(ref at, 3 * (nuint)width), d);
            }
            a.CopyTo(sum, cell);
            b.CopyTo(sum, cell + width);
            c.CopyTo(sum, cell + 2 * width);
            d.CopyTo(sum, cell + 3 * width);
        }
        return sum;
    }
}
