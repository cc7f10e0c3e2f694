namespace MlsdEstimator;

/// <summary>How old what people see is when answers or features are computed at intervals, and how often it has changed since.</summary>
/// <remarks>
/// An answer is read at any time between its delivery and that of the next: age between delay and period + delay, evenly. Mean = period / 2 + delay; most = period + delay.
/// Changes that come independently at a rate r: P(changed) = 1 - e^(-r delay) (1 - e^(-r period)) / (r period).
/// </remarks>
/// <example><code>var nightly = new Staleness { Period = 1.Days, Delay = 2.Hours, Changes = 0.5.PerDay };   // 14 h on average, 26 h at most</code></example>
public sealed record Staleness : Estimator
{
    /// <summary>Time from one computation to the next. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration Period { get; init => field = Require.Positive(value, "refresh period"); }

    /// <summary>Time from the snapshot of the data until its answers are served. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public required Duration Delay { get; init => field = Require.NonNegative(value, "pipeline delay"); }

    /// <summary>Changes of what an answer depends on, not negative; null when they are not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative.</exception>
    public Rate? Changes { get; init => field = value is null ? null : Require.NonNegative(value, "changes"); }

    /// <summary>Age on average.</summary>
    public Duration Mean => Result("mean age", () => Period / 2 + Delay);

    /// <summary>Age just before the next answer is served.</summary>
    public Duration Most => Result("largest age", () => Period + Delay);

    /// <summary>Part of the reads whose data has changed since the snapshot; null without a rate of changes.</summary>
    public Fraction? Changed => Changes is null ? null : Result("reads of changed data", () => Quantity.Function<Fraction>(default(ChangedShare), Changes * Period, Changes * Delay));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => Changed is null ? [Mean, Most] : [Mean, Most, Changed];
}
