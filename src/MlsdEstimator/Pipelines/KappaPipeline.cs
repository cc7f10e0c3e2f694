namespace MlsdEstimator;

/// <summary>One stream for everything (Kappa): when the code changes, the history is replayed from the log beside the live stream, then the new output takes over.</summary>
/// <remarks>
/// live workers = ceiling(peak / records a second of one); replay workers = ceiling((average x history / window + average) / records a second of one), because the replay
/// must also follow what arrives meanwhile; worker time a day = live x day + replay x window x replays a day. The log keeps the whole history.
/// </remarks>
/// <example>
/// <code>
/// var kappa = new KappaPipeline { Records = traffic.Load, History = 30.Days, PerWorker = 5_000.PerSecond, ReplayWindow = 12.Hours, Replays = 2.PerMonth };
/// </code>
/// </example>
public sealed record KappaPipeline : Estimator
{
    /// <summary>Records that arrive.</summary>
    public required Load Records { get; init => field = Require.NotNull(value, "records"); }

    /// <summary>How far back a replay reads: what the log must keep. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration History { get; init => field = Require.Positive(value, "history"); }

    /// <summary>Records a second of one worker. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Rate PerWorker { get; init => field = Require.Positive(value, "records per worker"); }

    /// <summary>Time in which a replay must have caught up. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration ReplayWindow { get; init => field = Require.Positive(value, "replay window"); }

    /// <summary>Replays: one for each change of the code that must hold for the past. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative.</exception>
    public required Rate Replays { get; init => field = Require.NonNegative(value, "replays"); }

    /// <summary>Workers of the live stream, whole.</summary>
    public Scalar LiveWorkers => Result("live workers", () => (Records.Peak / PerWorker).Ceiling());

    /// <summary>Workers of a replay, whole, while it runs.</summary>
    public Scalar ReplayWorkers => Result("replay workers", () => ((Records.Average * History / ReplayWindow + Records.Average) / PerWorker).Ceiling());

    /// <summary>Worker time of a day, replays spread over the days.</summary>
    public Duration WorkPerDay => Result("worker time per day", () => LiveWorkers * Duration.Day + ReplayWorkers * ReplayWindow * (Replays * Duration.Day));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [LiveWorkers, ReplayWorkers, WorkPerDay];
}
