namespace MlsdEstimator;

/// <summary>When the result of a tumbling window over event time comes out: it waits for the end of the window and for late events.</summary>
/// <remarks>
/// An event falls anywhere in its window: mean delay = window / 2 + lateness, most = window + lateness. The lateness is what the watermark stays behind;
/// events that are later still are dropped or corrected: their part follows from the spread of arrival, and is an input.
/// </remarks>
/// <example><code>var perMinute = new EventWindow { Window = 1.Minutes, Lateness = 10.Seconds };   // 40 s on average</code></example>
public sealed record EventWindow : Estimator
{
    /// <summary>Length of a window. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration Window { get; init => field = Require.Positive(value, "window"); }

    /// <summary>Time for which the watermark waits for late events. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public required Duration Lateness { get; init => field = Require.NonNegative(value, "allowed lateness"); }

    /// <summary>How late events arrive, with the tail; null when it is not known.</summary>
    public LatencyProfile? Arrival { get; init; }

    /// <summary>Time from an event to the result it is in, on average.</summary>
    public Duration MeanDelay => Result("window delay, mean", () => Window / 2 + Lateness);

    /// <summary>Time from the first event of a window to its result.</summary>
    public Duration MostDelay => Result("window delay, most", () => Window + Lateness);

    /// <summary>Part of the events that come after the watermark, at least those at the end of a window; null without their spread.</summary>
    public Fraction? Late => Arrival is null ? null : Result("events after the watermark, at most", () => Arrival.Exceeding(Lateness));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => Late is null ? [MeanDelay, MostDelay] : [MeanDelay, MostDelay, Late];
}
