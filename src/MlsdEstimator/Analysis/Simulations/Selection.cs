using System.Runtime.CompilerServices;

namespace MlsdEstimator;

/// <summary>Order statistics without a full sort: linear in the number of values.</summary>
internal static class Selection
{
    /// <summary>Moves the value of rank <paramref name="rank"/> to its place: nothing larger before it, nothing smaller after it.</summary>
    /// <remarks>Hoare's quickselect, median of three as pivot; runs of equal values split evenly. No value may be NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Rank(Span<double> values, int rank)
    {
        int low = 0, high = values.Length - 1;
        while (low < high)
        {
            double pivot = MedianOfThree(values[low], values[low + (high - low) / 2], values[high]);
            (int left, int right) = Partition(values, low, high, pivot);
            if (rank <= right)
                high = right;
            else if (rank >= left)
                low = left;
            else
                break;
        }
        return values[rank];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int Left, int Right) Partition(Span<double> values, int low, int high, double pivot)
    {
        int left = low, right = high;
        while (left <= right)
        {
            while (values[left] < pivot)
                left++;
            while (values[right] > pivot)
                right--;
            if (left <= right)
            {
                (values[left], values[right]) = (values[right], values[left]);
                left++;
                right--;
            }
        }
        return (left, right);
    }

    private static double MedianOfThree(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
