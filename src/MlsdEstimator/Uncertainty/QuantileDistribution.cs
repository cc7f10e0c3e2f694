namespace MlsdEstimator;

internal sealed class QuantileDistribution : TabulatedDistribution
{
    private static readonly double[] Probes = [1e-9, 1e-6, 1e-3, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1 - 1e-6, 1 - 1e-9];

    private const double LargestBelowOne = 1 - 1.1102230246251565e-16;

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

    private protected override double ValueAt(double tail, double near) => tail < 0 ? quantile(Math.Min(1 + tail, LargestBelowOne)) : quantile(Math.Max(tail, double.Epsilon));

    public override string ToString() => Text.Of($"quantile function, {quantile(0.05)} | {quantile(0.5)} | {quantile(0.95)} (90%)");
}
