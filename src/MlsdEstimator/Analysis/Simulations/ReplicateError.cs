namespace MlsdEstimator;

/// <summary>A statistic of each randomisation, and the standard error of the statistic of all of them together.</summary>
/// <remarks>
/// se^2 = R / (R - 1) x sum of w_r^2 (s_r - s)^2, where w_r is the part of the draws that belongs to randomisation r and s the mean of all: with equal parts
/// the sample variance of the R statistics, divided by R. Randomisations are independent; draws inside one are not.
/// </remarks>
internal static class ReplicateError
{
    /// <summary>Standard error; NaN when fewer than two randomisations have draws.</summary>
    /// <param name="statistics">One statistic for each randomisation.</param>
    /// <param name="sizes">Draws of each randomisation.</param>
    public static double Of(ReadOnlySpan<double> statistics, ReadOnlySpan<int> sizes)
    {
        (double total, double mean, int used) = (0, 0, 0);
        for (int r = 0; r < sizes.Length; r++)
        {
            total += sizes[r];
            used += sizes[r] > 0 ? 1 : 0;
        }
        for (int r = 0; r < sizes.Length; r++)
            mean += sizes[r] > 0 ? sizes[r] / total * (statistics[r] - statistics[0]) : 0;
        return used < 2 ? double.NaN : Math.Sqrt(used / (used - 1.0) * Spread(statistics, sizes, total, statistics[0] + mean));
    }

    /// <summary>Standard error of a share, from how many draws of each randomisation count.</summary>
    public static double OfShare(ReadOnlySpan<int> counts, ReadOnlySpan<int> sizes)
    {
        Span<double> shares = stackalloc double[counts.Length];
        for (int r = 0; r < counts.Length; r++)
            shares[r] = sizes[r] > 0 ? (double)counts[r] / sizes[r] : 0;
        return Of(shares, sizes);
    }

    private static double Spread(ReadOnlySpan<double> statistics, ReadOnlySpan<int> sizes, double total, double mean)
    {
        double sum = 0;
        for (int r = 0; r < sizes.Length; r++)
        {
            double deviation = sizes[r] > 0 ? sizes[r] / total * (statistics[r] - mean) : 0;
            sum += deviation * deviation;
        }
        return sum;
    }
}
