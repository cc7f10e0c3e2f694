using System.Runtime.CompilerServices;

namespace MlsdEstimator;

/// <summary>All draws of a column between two values, and how many lie below: where ranks are found and draws are counted.</summary>
internal sealed class RankWindow
{
    /// <summary>Values that share a bucket on average: few enough to select one, many enough to fill the caches well.</summary>
    private const int ValuesOfABucket = 16;

    private readonly WindowPart[] parts;
    private readonly int first;
    private readonly int length;
    private readonly double low;
    private readonly bool isOneValue;

    /// <summary>The values bucket by bucket, smaller buckets first, and where each bucket starts.</summary>
    private double[] values = [];
    private int[] starts = [];

    /// <param name="parts">Parts of the column in their order, between the same two values.</param>
    public RankWindow(WindowPart[] parts)
    {
        this.parts = parts;
        first = parts.Sum(part => part.Below.Sum());
        length = parts.Sum(part => part.Inside.Sum());
        (low, isOneValue) = (parts[0].Low, parts[0].Low == parts[0].High);
    }

    public bool Holds(int rank) => rank >= first && rank < first + length;

    /// <summary>The value of a rank that the window holds.</summary>
    public double Value(int rank)
    {
        if (isOneValue)
            return low;
        if (starts.Length == 0)
            (values, starts) = Buckets.Of(parts, length / ValuesOfABucket + 1);
        int place = rank - first, bucket = BucketOf(place);
        return Selection.Rank(values.AsSpan(starts[bucket]..starts[bucket + 1]), place - starts[bucket]);
    }

    /// <summary>Adds the draws of each randomisation that are less than a value, and at most it.</summary>
    public void Count(double value, Span<int> below, Span<int> upTo)
    {
        foreach (WindowPart part in parts)
        {
            for (int r = 0; r < below.Length; r++)
            {
                below[r] += part.Below[r] + (isOneValue && value > low ? part.Inside[r] : 0);
                upTo[r] += part.Below[r] + (isOneValue && value >= low ? part.Inside[r] : 0);
            }
            Count(part, value, below, upTo);
        }
    }

    private static void Count(WindowPart part, double value, Span<int> below, Span<int> upTo)
    {
        int start = 0;
        foreach ((int replicate, int end) in part.Runs)
        {
            (int less, int notMore) = Count(part.Values[start..end], value);
            below[replicate] += less;
            upTo[replicate] += notMore;
            start = end;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int Below, int UpTo) Count(ReadOnlySpan<double> values, double value)
    {
        (int below, int upTo) = (0, 0);
        foreach (double one in values)
        {
            below += one < value ? 1 : 0;
            upTo += one <= value ? 1 : 0;
        }
        return (below, upTo);
    }

    /// <summary>The last bucket that starts at or before a place; empty ones start where the next does.</summary>
    private int BucketOf(int place)
    {
        (int low, int high) = (0, starts.Length - 1);
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            (low, high) = starts[middle] <= place ? (middle, high) : (low, middle);
        }
        return low;
    }
}
