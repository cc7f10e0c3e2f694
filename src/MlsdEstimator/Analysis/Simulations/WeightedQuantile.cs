namespace MlsdEstimator;

/// <summary>Quantiles of draws that do not all count the same.</summary>
/// <remarks>
/// Type 7 is not defined for weights. Here draw k, in rising order, stands at p_k = sum over j &lt; k of (w_j + w_(j+1)) / 2, over its value for the last draw,
/// and quantiles between two draws are interpolated. Equal weights give type 7, mirrored values mirrored quantiles, and draws of weight 0 change nothing.
/// </remarks>
internal static class WeightedQuantile
{
    /// <param name="draws">Feasible values, any order.</param>
    /// <param name="weights">Their weights, none negative, at least one above 0.</param>
    /// <param name="probability">0 to 1.</param>
    public static double Of(ReadOnlySpan<double> draws, ReadOnlySpan<double> weights, double probability)
    {
        (double Value, double Weight)[] sorted = Sorted(draws, weights);
        double total = 0;
        for (int k = 1; k < sorted.Length; k++)
            total += (sorted[k - 1].Weight + sorted[k].Weight) / 2;
        (double wanted, double reached) = (probability * total, 0);
        for (int k = 1; k < sorted.Length; k++)
        {
            double step = (sorted[k - 1].Weight + sorted[k].Weight) / 2;
            if (reached + step >= wanted)
                return sorted[k - 1].Value + (wanted - reached) / step * (sorted[k].Value - sorted[k - 1].Value);
            reached += step;
        }
        return sorted[^1].Value;
    }

    private static (double Value, double Weight)[] Sorted(ReadOnlySpan<double> draws, ReadOnlySpan<double> weights)
    {
        var pairs = new List<(double Value, double Weight)>(draws.Length);
        for (int i = 0; i < draws.Length; i++)
        {
            if (weights[i] > 0)
                pairs.Add((draws[i], weights[i]));
        }
        pairs.Sort((a, b) => a.Value.CompareTo(b.Value));
        return [.. pairs];
    }
}
