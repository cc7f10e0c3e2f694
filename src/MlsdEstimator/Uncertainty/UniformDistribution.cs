namespace MlsdEstimator;

internal sealed class UniformDistribution : Uncertain
{
    private readonly double minimum;
    private readonly double maximum;

    public UniformDistribution(double minimum, double maximum)
    {
        Require.Ordered(minimum, maximum, nameof(maximum));
        (this.minimum, this.maximum) = (minimum, maximum);
    }

    internal override double AtScore(double score) => AtProbability(StandardNormal.Probability(score));

    private protected override double AtProbability(double probability) => minimum * (1 - probability) + maximum * probability;

    internal override void AtProbabilities(ReadOnlySpan<double> probabilities, Span<double> values) => EachAtProbability(probabilities, values);

    public override string ToString() => Text.Of($"uniform, {minimum} to {maximum}");
}
