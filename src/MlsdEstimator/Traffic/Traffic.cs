namespace MlsdEstimator;

/// <summary>Requests per second, on average and at peak.</summary>
/// <remarks>
/// From users: average = active users x requests per user and day / day. From events: average = events / period. Peak = average x peak factor.
/// A day has 86,400 s; the interview shortcut of 1e5 s reads 14 % low.
/// </remarks>
/// <example><code>var traffic = Traffic.FromUsers(500.Million, (3, 10, 30), Peak.GlobalService);</code></example>
public sealed record Traffic : Estimator
{
    private readonly Rate average;
    private readonly Rate peak;

    private Traffic(Rate average, Rate peak) => (this.average, this.peak) = (average, peak);

    /// <summary>What is counted. Default "requests".</summary>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public string Counts { get; init => field = Require.NotBlank(value, "counts"); } = "requests";

    /// <summary>Rate over the whole day.</summary>
    public Rate Average => Result("average QPS", () => average.Marked(Aspect.Average, Aspect.Counts(Counts)));

    /// <summary>Rate in the busiest time.</summary>
    public Rate Peak => Result("peak QPS", () => peak.Marked(Aspect.Peak, Aspect.Counts(Counts)));

    /// <summary>Requests of one day.</summary>
    public Scalar PerDay => Result("per day", () => (Average * Duration.Day).Marked(Aspect.Counts(Counts)));

    /// <summary>Average and peak together: what other estimators take.</summary>
    public Load Load => Remember(() => Load.Computed(Average, Peak, Counts, IsPeakForAverage));

    /// <summary>True when a rate that is marked as a peak was given for the average: what storage reads is then too much.</summary>
    private bool IsPeakForAverage { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [Average, Peak, PerDay];

    /// <summary>Traffic of people: so many users, each with so many requests a day.</summary>
    /// <param name="activeUsers">Daily active users, not negative.</param>
    /// <param name="requestsPerUserPerDay">Requests of one of them in a day, not negative.</param>
    /// <param name="peak">How much busier the busiest time is.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public static Traffic FromUsers(Scalar activeUsers, Scalar requestsPerUserPerDay, Peak peak)
    {
        Scalar users = Require.NonNegative(activeUsers, "daily active users");
        Scalar each = Require.NonNegative(requestsPerUserPerDay, "requests per user per day");
        return FromAverage(users * each / Duration.Day, peak);
    }

    /// <summary>Traffic of events: so many in a period.</summary>
    /// <param name="events">Number of events, not negative.</param>
    /// <param name="period">In which time, above 0: <c>Duration.Month</c>.</param>
    /// <param name="peak">How much busier the busiest time is.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, or the period is not above 0.</exception>
    public static Traffic FromEvents(Scalar events, Duration period, Peak peak) =>
        FromAverage(Require.NonNegative(events, "events") / Require.Positive(period, "period"), peak);

    /// <summary>Traffic from a measured average rate.</summary>
    /// <param name="average">Rate over the whole day, not negative.</param>
    /// <param name="peak">How much busier the busiest time is.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative.</exception>
    public static Traffic FromRate(Rate average, Peak peak) =>
        FromAverage(Require.NonNegative(average, "average rate"), peak) with { IsPeakForAverage = average.Aspects.Contains(Aspect.Peak) };

    /// <summary>Traffic from a known peak rate: the average follows from the peak factor.</summary>
    /// <param name="rate">Rate in the busiest time, not negative.</param>
    /// <param name="peak">How much busier the busiest time is.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative.</exception>
    public static Traffic FromPeak(Rate rate, Peak peak)
    {
        Rate busiest = Require.NonNegative(rate, "peak rate");
        return new Traffic(busiest / Require.NotNull(peak, nameof(peak)).Value, busiest);
    }

    private static Traffic FromAverage(Rate average, Peak peak) => new(average, average * Require.NotNull(peak, nameof(peak)).Value);
}
