namespace MlsdEstimator;

/// <summary>An input before and after measurements.</summary>
public sealed class NarrowedInput
{
    /// <summary>Of the score, which has 1 before.</summary>
    private readonly double deviation;

    internal NarrowedInput(LeafNode leaf, string? name, PosteriorState state)
    {
        (Leaf, Name) = (leaf, name ?? $"unnamed {leaf.Dimension.Name}");
        double[][] scores = [.. Enumerable.Range(0, PosteriorState.Replicates).Select(r => LeafFactors.Scores(leaf, state.Count, factor => state.Scores[factor][r]))];
        Scores = scores;
        var belief = new WeightedDraws(scores, state.Weights);
        (MeanScore, MeanError) = (belief.Mean, belief.MeanError);
        deviation = belief.StandardDeviation;
        RelativeError = double.IsFinite(MeanError) && deviation > 0 ? MeanError / deviation : double.PositiveInfinity;
        var values = new WeightedDraws([.. scores.Select(replicate => LeafFactors.Values(leaf, replicate))], state.Weights);
        (LowBefore, MedianBefore, HighBefore) = (leaf.Quantile(0.05), leaf.Quantile(0.5), leaf.Quantile(0.95));
        (LowAfter, MedianAfter, HighAfter) = (values.Quantile(0.05), values.Quantile(0.5), values.Quantile(0.95));
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The 5 %, 50 % and 95 % points before: "5 | 10 | 20".</summary>
    public string Before => Range(LowBefore, MedianBefore, HighBefore);

    /// <summary>The 5 %, 50 % and 95 % points after: "9.2 | 13 | 18.9".</summary>
    public string After => Range(LowAfter, MedianAfter, HighAfter);

    /// <summary>
    /// How much narrower the 90 % range became: 1 - width after / width before; 0.5 is half as wide. Widths are ratios (in ln) where both ranges lie above 0.
    /// Negative when the measurement pushed the input into a wider part of its range. Of standard-normal scores where the range before is a single value,
    /// as it may be for one of several values.
    /// </summary>
    public double Narrowing => HighBefore > LowBefore ? 1 - Width(LowAfter, HighAfter) / Width(LowBefore, HighBefore) : 1 - deviation;

    /// <summary>Standard error of the mean, from the differences between replicates, as a part of the standard deviation after; both of the standard-normal score.</summary>
    public double RelativeError { get; }

    internal LeafNode Leaf { get; }

    internal double[][] Scores { get; }

    internal double MeanScore { get; }

    internal double MeanError { get; }

    private double LowBefore { get; }

    private double MedianBefore { get; }

    private double HighBefore { get; }

    private double LowAfter { get; }

    private double MedianAfter { get; }

    private double HighAfter { get; }

    /// <summary>"requests per user: 5 | 10 | 20 before, 9.2 | 13 | 18.9 after, 48% narrower".</summary>
    public override string ToString() => Text.Of($"{Name}: {Before} before, {After} after, {100 * Narrowing:0}% narrower");

    private double Width(double low, double high) => LowBefore > 0 && LowAfter > 0 ? Math.Log(high / low) : high - low;

    private string Range(double low, double median, double high) => $"{Leaf.Dimension.Format(low, null)} | {Leaf.Dimension.Format(median, null)} | {Leaf.Dimension.Format(high, null)}";
}
