namespace MlsdEstimator;

/// <summary>A stream after its consumers were down: how much has piled up, and how long results stay late.</summary>
/// <remarks>backlog = average records a second x outage; time = backlog / (capacity - average). The log must keep records for longer than outage and catching up.</remarks>
/// <example><code>var outage = new CatchUp { Records = traffic.Load, Outage = 2.Hours, Capacity = 1.5e6.PerSecond, LogRetention = 7.Days };</code></example>
public sealed record CatchUp : Estimator
{
    /// <summary>Records that arrive, before, during and after. Read on average, because an outage lasts hours.</summary>
    public required Load Records { get; init => field = Require.NotNull(value, "records"); }

    /// <summary>Time without consumers. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public required Duration Outage { get; init => field = Require.NonNegative(value, "outage"); }

    /// <summary>Records a second that all consumers can do. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Rate Capacity { get; init => field = Require.Positive(value, "consumer capacity"); }

    /// <summary>How long the log keeps a record. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration LogRetention { get; init => field = Require.Positive(value, "log retention"); }

    /// <summary>Records that wait when the consumers come back. Those older than the log's retention are lost.</summary>
    public Scalar Waiting => Result("backlog after the outage", () => (Records.Average * Duration.Min(Outage, LogRetention)).Marked(Aspect.Counts(Records.Counts)));

    /// <summary>Records that the log has dropped before they were read.</summary>
    public Scalar Lost => Result("records lost", () => (Records.Average * Duration.Max(Outage - LogRetention, Duration.Zero)).Marked(Aspect.Counts(Records.Counts)));

    /// <summary>Time until the backlog is gone.</summary>
    public Duration DrainTime => Result("time to catch up", () => Drain.DrainTime);

    /// <summary>Time during which results are late: outage and catching up.</summary>
    public Duration Late => Result("time with late results", () => Outage + DrainTime);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [Waiting, Lost, DrainTime, Late];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => (Outage > LogRetention).Nominally == true
        ? [.. PeakOrDrain, new Finding(Severity.Error, FindingCodes.RecordsLost, $"The log keeps {LogRetention}, the outage lasts {Outage}: {Lost} {Records.Counts} are lost. Keep the log for longer than outage and repair.", Lost)]
        : [.. PeakOrDrain];

    private IEnumerable<Finding> PeakOrDrain => [.. StorageFindings.PeakRate(Records, Waiting, "The backlog"), .. Drain.Findings];

    private Backlog Drain => Remember(() => new Backlog { Items = Waiting, Capacity = Capacity, Arrivals = Records.Average });
}
