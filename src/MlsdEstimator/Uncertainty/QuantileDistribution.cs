namespace MlsdEstimator;

internal sealed class QuantileDistribution : Uncertain
{
    private static readonly double[] Probes = [1e-9, 1e-6, 1e-3, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1 - 1e-6, 1 - 1e-9];

    private readonly Func<double, double> quantile;

    public QuantileDistribution(Func<double, double> quantile)
    {
        ArgumentNullException.ThrowIfNull(quantile);
        this.quantile = quantile;
        double previous = double.NegativeInfinity;
        foreach (double probability in Probes)
        {
            double value = quantile(probability);
            if (!double.IsFinite(value) || value < previous)
                throw new ArgumentException(Text.Of($"A quantile function must give finite numbers that do not decrease, but gave {value} at {probability}, after {previous}."), nameof(quantile));
            previous = value;
        }
    }

    internal override double AtScore(double score) => quantile(Math.Clamp(StandardNormal.Probability(score), double.Epsilon, 1 - 1.1e-16));

    private protected override double AtProbability(double probability) => quantile(probability);

    public override string ToString() => Text.Of($"quantile function, {quantile(0.05)} | {quantile(0.5)} | {quantile(0.95)} (90 %)");
}
