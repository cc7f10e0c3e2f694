namespace MlsdEstimator;

/// <summary>A range in the form that parsing reads back.</summary>
internal static class LeafText
{
    /// <summary>"low to high, best best" in base units when the node is a range given at the 90 % level, else null.</summary>
    public static string? Of(Node node) => node.Bare is LeafNode leaf
        ? leaf.Distribution switch
        {
            RangeDistribution { Confidence: Uncertain.StandardConfidence } range => Of(leaf, range.Low, range.Best, range.High),
            LogitRangeDistribution range => Of(leaf, range.Low, range.Best, range.High),
            _ => null,
        }
        : null;

    private static string Of(LeafNode leaf, double low, double best, double high)
    {
        Dimension dimension = leaf.Dimension;
        return $"{dimension.Format(low * leaf.Unit, "R")} to {dimension.Format(high * leaf.Unit, "R")}, best {dimension.Format(best * leaf.Unit, "R")}";
    }
}
