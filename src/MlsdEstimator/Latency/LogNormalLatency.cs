namespace MlsdEstimator;

/// <summary>A log-normal profile: what <see cref="LatencyProfile.LogNormal"/> gives. Its readings are formulas over the two percentiles.</summary>
public sealed class LogNormalLatency : LatencyProfile
{
    private readonly Duration p50;
    private readonly Duration p99;

    internal LogNormalLatency(Duration p50, Duration p99)
        : this(Checked(p50, p99))
    {
    }

    private LogNormalLatency((Duration P50, Duration P99) through)
        : base(new LatencyTree(LawShape.LogNormal, [through.P50, through.P99], []))
    {
        (p50, p99) = through;
    }

    /// <summary>Spread of the logarithm of the time: ln(p99 / p50) / 2.326. Infeasible where two ranges cross.</summary>
    public Scalar Sigma => Possible((p99 / p50).Log() / LogNormalLaw.ScoreOfP99);

    /// <summary>p50 x e^(sigma^2 / 2).</summary>
    public override Duration Mean => (p50 * (Sigma * Sigma / 2).Exp()).Marked(Aspect.Mean);

    /// <summary>e^(sigma^2) - 1.</summary>
    public override Scalar Scv => (Sigma * Sigma).Exp() - 1;

    /// <summary>p50 x e^(sigma z); the two percentiles it was made from are given back as they are.</summary>
    /// <param name="level">Strictly between 0 and 1: 0.95 for the p95.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public override Duration Percentile(double level) => Require.InsideUnitInterval(level, nameof(level)) switch
    {
        0.5 => p50,
        0.99 => p99,
        _ => (p50 * (Sigma * StandardNormal.Score(level)).Exp()).Marked(Aspect.Percentile(level)),
    };

    /// <summary>sigma^2 = ln(1 + scv), p50 = mean / sqrt(1 + scv).</summary>
    internal static LogNormalLatency WithMoments(Duration mean, Scalar scv)
    {
        Duration median = mean / (1 + scv).Sqrt();
        return new LogNormalLatency(median, median * ((1 + scv).Log().Sqrt() * LogNormalLaw.ScoreOfP99).Exp());
    }

    private static (Duration P50, Duration P99) Checked(Duration p50, Duration p99)
    {
        (Duration median, Duration tail) = (Require.Positive(p50, "latency p50"), Require.Positive(p99, "latency p99"));
        if ((tail > median).Nominally == false)
            throw new ArgumentOutOfRangeException(nameof(p99), $"The p99 is {p99}, but must be above the p50 of {p50}; swap them, measure the tail, or use Constant.");
        return (median.Marked(Aspect.Percentile(0.5)), tail.Marked(Aspect.Percentile(0.99)));
    }

    /// <summary>Two ranges may cross in some draws: a tail below the median cannot be.</summary>
    private Scalar Possible(Scalar sigma) =>
        Interval.Of(p99.Node).Low > Interval.Of(p50.Node).High ? sigma : sigma.FeasibleWhen(p99 > p50, "the p99 of a call is below its p50");
}
