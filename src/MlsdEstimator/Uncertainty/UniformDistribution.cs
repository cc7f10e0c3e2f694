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

    public override string ToString() => Text.Of($"uniform, {minimum} to {maximum}");
}
