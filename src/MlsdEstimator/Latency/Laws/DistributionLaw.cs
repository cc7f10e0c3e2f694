using MathNet.Numerics.Distributions;

namespace MlsdEstimator;

/// <summary>A distribution of MathNet, in a unit. Only its cumulative distribution is read.</summary>
internal sealed class DistributionLaw(IContinuousDistribution distribution, double unit) : Law
{
    public override void Above(ReadOnlySpan<double> times, Span<double> above)
    {
        for (int i = 0; i < times.Length; i++)
            above[i] = times[i] < 0 ? 1 : 1 - distribution.CumulativeDistribution(times[i] / unit);
    }

    /// <summary>Doubled and halved from one unit until the quantile lies between.</summary>
    protected override (double Low, double High) Bracket(double tail)
    {
        double high = unit;
        while (Above(high) > tail && double.IsFinite(high))
            high *= 2;
        double low = high / 2;
        while (Above(low) <= tail && low > double.Epsilon)
            (low, high) = (low / 2, low);
        return (low, high);
    }
}
