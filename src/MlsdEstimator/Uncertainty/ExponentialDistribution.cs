namespace MlsdEstimator;

internal sealed class ExponentialDistribution(double mean) : Uncertain
{
    private readonly double mean = Require.Above(0, mean, nameof(mean));

    /// <summary>P(Z > z) keeps its digits in the upper tail, where 1 - F would not.</summary>
    internal override double AtScore(double score) => -mean * Math.Log(StandardNormal.Probability(-score));

    private protected override double AtProbability(double probability) => -mean * double.LogP1(-probability);

    internal override void AtProbabilities(ReadOnlySpan<double> probabilities, Span<double> values) => EachAtProbability(probabilities, values);

    public override string ToString() => Text.Of($"exponential, mean {mean}");
}
