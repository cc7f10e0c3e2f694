namespace MlsdEstimator;

/// <summary>Part of the requests that goes to the most popular items. Inputs: items, skew, how many of the most popular.</summary>
internal readonly record struct ZipfShare : IFunction
{
    public string Name => "Zipf share";

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        (double items, double skew, double kept) = (inputs[0], inputs[1], inputs[2]);
        if (RankRule.Of(items, skew) is not RankRule all)
            return;
        outputs[0] = kept >= items ? 1 : kept <= 0 ? 0 : Math.Min(1, RankRule.Of(kept, skew)!.Total() / all.Total());
    }
}
