namespace MlsdEstimator;

/// <summary>A stream that is processed in small batches: the shortest interval that keeps up, and how fresh its results are.</summary>
/// <remarks>
/// A batch of an interval I takes fixed + rate x I x time per record, which must not exceed I: I >= fixed / (1 - rate x time per record).
/// Unstable where rate x time per record >= 1, whatever the interval. A record waits I / 2 for its batch, then for the whole batch.
/// </remarks>
/// <example><code>var updates = new MicroBatch { Records = traffic.Load, FixedTime = 0.5.Seconds, TimePerRecord = 40.Microseconds };</code></example>
public sealed record MicroBatch : Estimator
{
    /// <summary>Records that arrive. Read at their peak: the batches must keep up with it.</summary>
    public required Load Records { get; init => field = Require.NotNull(value, "records"); }

    /// <summary>Time of a batch that does not depend on its records: scheduling, commit, planning. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public required Duration FixedTime { get; init => field = Require.NonNegative(value, "fixed time of a batch"); }

    /// <summary>Time of each record, over all cores. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration TimePerRecord { get; init => field = Require.Positive(value, "time per record"); }

    /// <summary>Interval that is set, above 0; null for the shortest one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Duration? Interval { get; init => field = value is null ? null : Require.Positive(value, "batch interval"); }

    /// <summary>Part of the time that records alone take, at peak.</summary>
    public Scalar Utilisation => Result("utilisation by records", () => Records.Peak * TimePerRecord);

    /// <summary>Shortest interval that keeps up. Infeasible when records arrive faster than they are done.</summary>
    public Duration LeastInterval => Result("least batch interval", () => (FixedTime / (1 - Utilisation)).FeasibleWhen(Utilisation < 1, Infeasibility.Saturated));

    /// <summary>Time that a batch takes.</summary>
    public Duration BatchTime => Result("batch time", () => (FixedTime + Chosen * Utilisation).FeasibleWhen(Chosen >= LeastInterval, Infeasibility.Saturated));

    /// <summary>Time from a record to its result, on average.</summary>
    public Duration Freshness => Result("micro-batch freshness, mean", () => Chosen / 2 + BatchTime);

    /// <summary>Time from a record to its result, at most.</summary>
    public Duration MostFreshness => Result("micro-batch freshness, most", () => Chosen + BatchTime);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [Utilisation, LeastInterval, BatchTime, Freshness, MostFreshness];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings
    {
        get
        {
            if ((Utilisation >= 1).Nominally == true)
                return [new Finding(Severity.Error, FindingCodes.Infeasible, $"Records take {Utilisation} times the time there is: no interval keeps up. Add cores, or make records cheaper.", LeastInterval)];
            return Interval is not null && (Interval < LeastInterval).Nominally == true
                ? [new Finding(Severity.Error, FindingCodes.Infeasible, $"Batches of {Interval} take longer than that: the lag grows. The least interval is {LeastInterval}.", BatchTime)]
                : [];
        }
    }

    private Duration Chosen => Interval ?? LeastInterval;
}
