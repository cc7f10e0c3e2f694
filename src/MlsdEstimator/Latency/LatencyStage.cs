namespace MlsdEstimator;

/// <summary>How long one call takes, over many calls: a log-normal law through its median and its 99th percentile.</summary>
/// <remarks>
/// sigma = ln(p99 / p50) / 2.326. Two points give no goodness of fit: it holds for one hump and no timeout that cuts the tail off.
/// The spread is over calls; doubt about the two percentiles themselves is said by giving ranges.
/// </remarks>
/// <example><code>var store = new LatencyStage(p50: 8.Milliseconds, p99: 40.Milliseconds);</code></example>
public sealed record LatencyStage
{
    /// <summary>Creates a stage.</summary>
    /// <param name="p50">Median time of a call, above 0.</param>
    /// <param name="p99">Time that 99 % of the calls stay below; above the median.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time is not above 0, or the nominal p99 is not above the nominal p50.</exception>
    public LatencyStage(Duration p50, Duration p99)
    {
        P50 = Require.Positive(p50, "call p50").Marked(Aspect.Percentile(0.5));
        P99 = Require.Positive(p99, "call p99").Marked(Aspect.Percentile(0.99));
        if ((P99 > P50).Nominally == false)
            throw new ArgumentOutOfRangeException(nameof(p99), $"The p99 of a call is {p99}, but must be above its p50 of {p50}; swap them, or measure the tail.");
    }

    /// <summary>Median time of a call.</summary>
    public Duration P50 { get; }

    /// <summary>Time that 99 % of the calls stay below.</summary>
    public Duration P99 { get; }

    /// <summary>Spread of the logarithm of the time: ln(p99 / p50) / 2.326.</summary>
    public Scalar Sigma => Possible((P99 / P50).Log() / LogNormalCall.ScoreOfP99);

    /// <summary>Mean time of a call, p50 x e^(sigma^2 / 2): what Little's law asks for.</summary>
    public Duration Mean => (P50 * (Sigma * Sigma / 2).Exp()).Marked(Aspect.Mean);

    /// <summary>Any percentile of one call: p50 x e^(sigma z).</summary>
    /// <param name="level">Strictly between 0 and 1: 0.95 for the p95.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public Duration At(double level)
    {
        Aspect percentile = Aspect.Percentile(level);
        return (P50 * (Sigma * StandardNormal.Score(level)).Exp()).Marked(percentile);
    }

    /// <summary>Two ranges may cross in some draws: a tail below the median cannot be.</summary>
    private Scalar Possible(Scalar sigma) =>
        Interval.Of(P99.Node).Low > Interval.Of(P50.Node).High ? sigma : sigma.FeasibleWhen(P99 > P50, "the p99 of a call is below its p50");

    /// <summary>"p50 8 ms, p99 40 ms".</summary>
    public override string ToString() => $"p50 {P50}, p99 {P99}";
}
