namespace MlsdEstimator;

/// <summary>Hit ratio of a cache that drops what was not used for longest. Inputs: items, skew, items that fit.</summary>
/// <remarks>
/// An item stays for one characteristic time t after its last use: sum of 1 - e^(-p t) over items = items that fit; hits = sum of p (1 - e^(-p t)).
/// Che, Tung and Wang (2002).
/// </remarks>
internal readonly record struct CheApproximation : IFunction
{
    public string Name => "Che's approximation";

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        (double items, double skew, double fit) = (inputs[0], inputs[1], inputs[2]);
        if (RankRule.Of(items, skew) is RankRule rule)
            outputs[0] = fit >= items ? 1 : fit <= 0 ? 0 : new LeastRecentlyUsedCache(rule).Hits(fit);
    }
}
