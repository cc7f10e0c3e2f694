namespace MlsdEstimator;

/// <summary>How old answers are that are computed every so often and read any time until the next ones.</summary>
/// <remarks>
/// mean = interval / 2 + delay; worst = interval + delay; P(changed) = 1 - e^(-r d) (1 - e^(-r T)) / (r T) for changes that come as a Poisson stream of rate r,
/// reads that come evenly, interval T and delay d.
/// </remarks>
/// <example><code>var age = new Staleness { Interval = 1.Days, Delay = 2.Hours };   // 14 h on average, 26 h at worst</code></example>
public sealed record Staleness : Estimator
{
    /// <summary>Time from one computation to the next. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration Interval { get; init => field = Require.Positive(value, "refresh interval"); }

    /// <summary>From the moment whose data is used until the answers can be read. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public required Duration Delay { get; init => field = Require.NonNegative(value, "delay"); }

    /// <summary>How often what the answer depends on changes, or null where that is not known. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative.</exception>
    public Rate? Changes { get; init => field = value is null ? null : Require.NonNegative(value, "changes"); }

    /// <summary>Mean age of an answer when it is read.</summary>
    public Duration Mean => Result("staleness, mean", () => Interval / 2 + Delay);

    /// <summary>Age of the oldest answer that is read.</summary>
    public Duration Worst => Result("staleness, worst", () => Interval + Delay);

    /// <summary>Part of the reads whose answer would be another by now; null without a rate of changes.</summary>
    public Fraction? Changed => Changes is null ? null : Result("reads of what has changed since", () => Quantity.Function<Fraction>(default(ChangedSince), Changes, Interval, Delay));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => Changed is null ? [Mean, Worst] : [Mean, Worst, Changed];
}
