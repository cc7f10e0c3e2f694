namespace MlsdEstimator;

internal sealed class LogNormalDistribution(double median, double sigma) : Uncertain
{
    private readonly double median = Require.Above(0, median, nameof(median));
    private readonly double sigma = Require.Above(0, sigma, nameof(sigma));

    internal override double AtScore(double score) => median * Math.Exp(sigma * score);

    public override string ToString() => Text.Of($"log-normal, median {median}, sigma {sigma}");
}
