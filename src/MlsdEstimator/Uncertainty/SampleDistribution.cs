namespace MlsdEstimator;

internal sealed class SampleDistribution : Uncertain
{
    private readonly double[] sorted;

    public SampleDistribution(IEnumerable<double> samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        sorted = [.. samples.Select(sample => Require.Finite(sample, nameof(samples))).Order()];
        if (sorted.Length < 2)
            throw new ArgumentException($"A distribution needs at least 2 samples, but got {sorted.Length}. Give more, or use a range.", nameof(samples));
    }

    internal override double AtScore(double score) => AtProbability(StandardNormal.Probability(score));

    private protected override double AtProbability(double probability) => Percentiles.OfSorted(sorted, probability);

    internal override void AtScores(ReadOnlySpan<double> scores, Span<double> values)
    {
        StandardNormal.Probabilities(scores, values);
        EachAtProbability(values, values);
    }

    internal override void AtProbabilities(ReadOnlySpan<double> probabilities, Span<double> values) => EachAtProbability(probabilities, values);

    public override string ToString() => Text.Of($"{sorted.Length} samples, {sorted[0]} to {sorted[^1]}");
}
