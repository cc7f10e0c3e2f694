namespace MlsdEstimator;

internal sealed class TriangularDistribution : Uncertain
{
    private readonly double minimum;
    private readonly double mode;
    private readonly double maximum;

    public TriangularDistribution(double minimum, double mode, double maximum)
    {
        Require.Ordered(minimum, maximum, nameof(maximum));
        this.mode = Require.Between(minimum, mode, maximum, nameof(mode));
        (this.minimum, this.maximum) = (minimum, maximum);
    }

    internal override double AtScore(double score) => AtProbability(StandardNormal.Probability(score));

    private protected override double AtProbability(double probability)
    {
        double width = maximum - minimum;
        return probability <= (mode - minimum) / width
            ? minimum + Math.Sqrt(probability * width * (mode - minimum))
            : maximum - Math.Sqrt((1 - probability) * width * (maximum - mode));
    }

    internal override void AtProbabilities(ReadOnlySpan<double> probabilities, Span<double> values) => EachAtProbability(probabilities, values);

    public override string ToString() => Text.Of($"triangular, {minimum} | {mode} | {maximum}");
}
