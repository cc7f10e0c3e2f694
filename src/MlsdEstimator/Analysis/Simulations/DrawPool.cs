using System.Collections.Concurrent;

namespace MlsdEstimator;

/// <summary>Memory of columns that are no longer read, kept for the next run: the pages of a new array cost as much as its draws.</summary>
internal static class DrawPool
{
    /// <summary>Draws that are kept at most, 256 MiB.</summary>
    private const long MostKept = 1L << 25;

    private static readonly ConcurrentDictionary<int, ConcurrentBag<double[]>> Idle = new();
    private static long kept;

    /// <summary>An array of that length with anything in it.</summary>
    public static double[] Rent(int length)
    {
        if (!Idle.TryGetValue(length, out ConcurrentBag<double[]>? bag) || !bag.TryTake(out double[]? array))
            return GC.AllocateUninitializedArray<double>(length);
        Interlocked.Add(ref kept, -length);
        return array;
    }

    /// <summary>Takes an array that nobody reads any more.</summary>
    public static void Return(double[] array)
    {
        if (array.Length > 0 && Interlocked.Add(ref kept, array.Length) <= MostKept)
            Idle.GetOrAdd(array.Length, _ => []).Add(array);
        else
            Interlocked.Add(ref kept, -array.Length);
    }

    /// <summary>An array of that length that begins with the draws of another, which goes back.</summary>
    public static double[] Grow(double[] draws, int used, int length)
    {
        if (draws.Length == length)
            return draws;
        double[] longer = Rent(length);
        draws.AsSpan(0, used).CopyTo(longer);
        Return(draws);
        return longer;
    }
}
