using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace MlsdEstimator;

/// <summary>A counting sort of values into buckets of equal width.</summary>
internal static class Buckets
{
    /// <summary>The values bucket by bucket, smaller ones first, and where each bucket starts, with the end of the last.</summary>
    public static (double[] Values, int[] Starts) Of(WindowPart[] parts, int buckets)
    {
        var places = new int[parts.Max(part => part.Values.Length)];
        var starts = new int[buckets + 1];
        (double least, double scale) = Scale(parts, buckets);
        foreach (WindowPart part in parts)
            Count(part.Values, least, scale, places, starts);
        for (int bucket = 0; bucket < buckets; bucket++)
            starts[bucket + 1] += starts[bucket];
        double[] values = GC.AllocateUninitializedArray<double>(starts[buckets]);
        var next = (int[])starts.Clone();
        foreach (WindowPart part in parts)
        {
            if (parts.Length > 1)
                Place(part.Values, least, scale, places, buckets);
            Scatter(part.Values, places, next, values);
        }
        return (values, starts);
    }

    /// <summary>Where the first bucket starts, and buckets for each unit; 0 where all values are the same or their range is no number.</summary>
    private static (double Least, double Scale) Scale(WindowPart[] parts, int buckets)
    {
        (double least, double most) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (WindowPart part in parts.Where(part => part.Values.Length > 0))
        {
            least = Math.Min(least, TensorPrimitives.Min(part.Values));
            most = Math.Max(most, TensorPrimitives.Max(part.Values));
        }
        double scale = buckets / (most - least);
        return (least, double.IsFinite(scale) ? scale : 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Count(ReadOnlySpan<double> values, double least, double scale, Span<int> places, Span<int> starts)
    {
        Place(values, least, scale, places, starts.Length - 1);
        foreach (int place in places[..values.Length])
            starts[place + 1]++;
    }

    /// <summary>The offset is never negative and below 2^31, so that the conversion needs no care.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Place(ReadOnlySpan<double> values, double least, double scale, Span<int> places, int buckets)
    {
        for (int i = 0; i < values.Length; i++)
            places[i] = Math.Min(buckets - 1, double.ConvertToIntegerNative<int>((values[i] - least) * scale));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scatter(ReadOnlySpan<double> values, ReadOnlySpan<int> places, Span<int> next, Span<double> into)
    {
        for (int i = 0; i < values.Length; i++)
            into[next[places[i]]++] = values[i];
    }
}
