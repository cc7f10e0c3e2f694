namespace MlsdEstimator;

/// <summary>Batch and speed layer side by side (Lambda): a batch recomputes the history at intervals, a stream bridges the time since. Two code bases must agree.</summary>
/// <remarks>
/// batch workers = ceiling(average x history / (records a second of one x window)); stream workers = ceiling(peak / records a second of one);
/// worker hours a day = batch workers x window x day / interval + stream workers x day. The speed layer must hold interval + window of the stream.
/// </remarks>
/// <example>
/// <code>
/// var lambda = new LambdaPipeline
/// {
///     Records = traffic.Load, History = 30.Days, BatchPerWorker = 50_000.PerSecond, StreamPerWorker = 5_000.PerSecond, Interval = 1.Days, Window = 4.Hours,
/// };
/// </code>
/// </example>
public sealed record LambdaPipeline : Estimator
{
    /// <summary>Records that arrive.</summary>
    public required Load Records { get; init => field = Require.NotNull(value, "records"); }

    /// <summary>How far back a batch reads. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration History { get; init => field = Require.Positive(value, "history"); }

    /// <summary>Records a second of one batch worker. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Rate BatchPerWorker { get; init => field = Require.Positive(value, "records per batch worker"); }

    /// <summary>Records a second of one stream worker. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Rate StreamPerWorker { get; init => field = Require.Positive(value, "records per stream worker"); }

    /// <summary>Time from one batch to the next. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration Interval { get; init => field = Require.Positive(value, "batch interval"); }

    /// <summary>Time in which a batch must be done, above 0 and no longer than the interval.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration Window { get; init => field = Require.Positive(value, "batch window"); }

    /// <summary>Batch workers, whole.</summary>
    public Scalar BatchWorkers => Result("batch workers", () => (Records.Average * History / (BatchPerWorker * Window)).Ceiling());

    /// <summary>Stream workers, whole.</summary>
    public Scalar StreamWorkers => Result("stream workers", () => (Records.Peak / StreamPerWorker).Ceiling());

    /// <summary>Worker time of a day, both layers.</summary>
    public Duration WorkPerDay => Result("worker time per day", () => BatchWorkers * Window * (Duration.Day / Interval) + StreamWorkers * Duration.Day);

    /// <summary>Stream that the speed layer must hold until a batch has caught up with it.</summary>
    public Duration Bridged => Result("time bridged by the speed layer", () => Interval + Window);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [BatchWorkers, StreamWorkers, WorkPerDay, Bridged];

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions =>
        (Window > Interval).Nominally == true ? [$"a batch has {Window}, but the next one starts after {Interval}; give it a window within its interval"] : [];
}
