namespace MlsdEstimator;

/// <summary>A cache that keeps each item for a time. Inputs: items, skew, requests in that time. Outputs, for a time from the first use and then from the last one: hit ratio, items kept.</summary>
internal readonly record struct LifetimeHits : IFunction
{
    /// <summary>Outputs for a lifetime that begins when the item is stored.</summary>
    public const int FixedHits = 0, FixedItems = 1;

    /// <summary>Outputs for a lifetime that begins anew with each use.</summary>
    public const int RenewedHits = 2, RenewedItems = 3;

    public string Name => "hits within a lifetime";

    public int OutputCount => 4;

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        if (RankRule.Of(inputs[0], inputs[1]) is not RankRule rule)
            return;
        var renewed = new LeastRecentlyUsedCache(rule);
        (outputs[RenewedHits], outputs[RenewedItems]) = (renewed.HitsAfter(inputs[2]), renewed.Kept(inputs[2]).Items);
        (outputs[FixedHits], outputs[FixedItems]) = Fixed(rule, inputs[2]);
    }

    /// <summary>One miss, then as many hits as requests of that item fall into the lifetime.</summary>
    private static (double Hits, double Items) Fixed(RankRule rule, double requests)
    {
        (double hits, double items, double total) = (0, 0, rule.Total());
        for (int node = 0; node < rule.Weights.Length; node++)
        {
            double share = rule.Popularity[node] / total, kept = rule.Weights[node] * share * requests / (1 + share * requests);
            items += kept;
            hits += share * kept;
        }
        return (Math.Clamp(hits, 0, 1), items);
    }
}
