namespace MlsdEstimator;

/// <summary>Items kept and requests hit when each item stays for a time after its last use; the time in requests.</summary>
internal readonly ref struct LeastRecentlyUsedCache
{
    private const int MostSteps = 500;

    private const double Accuracy = 1e-14;

    private readonly ReadOnlySpan<double> popularity;
    private readonly ReadOnlySpan<double> weights;
    private readonly double total;

    public LeastRecentlyUsedCache(RankRule rule)
    {
        popularity = rule.Popularity;
        weights = rule.Weights;
        total = rule.Total();
    }

    /// <summary>
    /// Newton's method from below: the items kept are a concave function of the time, so that no step passes the answer. As many requests as fit begin it,
    /// because each request keeps at most one item.
    /// </summary>
    public double Hits(double fit)
    {
        double time = fit;
        for (int step = 0; step < MostSteps; step++)
        {
            (double kept, double slope) = Kept(time);
            double change = (fit - kept) / slope;
            if (!double.IsFinite(change) || !(Math.Abs(change) > Accuracy * time))
                break;
            time = Math.Max(time + change, fit);
        }
        return HitsAfter(time);
    }

    /// <summary>Requests that find their item used within a time.</summary>
    public double HitsAfter(double time)
    {
        double hits = 0;
        for (int node = 0; node < popularity.Length; node++)
        {
            double share = popularity[node] / total;
            hits -= weights[node] * share * NearZero.ExpMinusOne(-share * time);
        }
        return Math.Clamp(hits, 0, 1);
    }

    /// <summary>Items used within a time, and how fast their number grows.</summary>
    public (double Items, double Slope) Kept(double time)
    {
        (double kept, double slope) = (0, 0);
        for (int node = 0; node < popularity.Length; node++)
        {
            double share = popularity[node] / total, missing = NearZero.ExpMinusOne(-share * time);
            kept -= weights[node] * missing;
            slope += weights[node] * share * (1 + missing);
        }
        return (kept, slope);
    }
}
