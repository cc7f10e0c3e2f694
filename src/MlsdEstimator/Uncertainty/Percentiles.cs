namespace MlsdEstimator;

/// <summary>Quantiles of sorted numbers by linear interpolation (type 7), the definition of NumPy, R and Excel.</summary>
internal static class Percentiles
{
    public static double OfSorted(ReadOnlySpan<double> sorted, double probability)
    {
        double position = probability * (sorted.Length - 1);
        int below = (int)position;
        double fraction = position - below;
        return fraction == 0 ? sorted[below] : sorted[below] + fraction * (sorted[below + 1] - sorted[below]);
    }
}
