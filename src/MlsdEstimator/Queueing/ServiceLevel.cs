namespace MlsdEstimator;

/// <summary>What a queue must keep: a percentile of the wait or of the response within a time.</summary>
/// <example><code>ServiceLevel slo = ServiceLevel.Response(0.99, within: 120.Milliseconds);</code></example>
public sealed record ServiceLevel
{
    private ServiceLevel(bool isResponse, double level, Duration limit) => (IsResponse, Level, Limit) = (isResponse, level, limit);

    /// <summary>True when wait and service count together.</summary>
    public bool IsResponse { get; }

    /// <summary>Part of the requests that must be in time, strictly between 0 and 1.</summary>
    public double Level { get; }

    /// <summary>The time.</summary>
    public Duration Limit { get; }

    /// <summary>So many requests wait no longer than that: the service level of call centres. Within 0: no more than the rest may wait at all.</summary>
    /// <param name="level">Part of the requests, strictly between 0 and 1.</param>
    /// <param name="within">Longest wait, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1, or the time is negative.</exception>
    public static ServiceLevel Wait(double level, Duration within) =>
        new(isResponse: false, Require.InsideUnitInterval(level, nameof(level)), Require.NonNegative(within, "longest wait"));

    /// <summary>So many requests are answered within that, wait and service together: a latency SLO.</summary>
    /// <param name="level">Part of the requests, strictly between 0 and 1: 0.99 for the p99.</param>
    /// <param name="within">Longest response, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1, or the time is not above 0.</exception>
    public static ServiceLevel Response(double level, Duration within) =>
        new(isResponse: true, Require.InsideUnitInterval(level, nameof(level)), Require.Positive(within, "longest response"));

    /// <summary>The part of the requests for which a queue keeps the time.</summary>
    /// <param name="queue">The queue.</param>
    public Fraction MetBy(Queue queue)
    {
        ArgumentNullException.ThrowIfNull(queue);
        return IsResponse ? queue.ResponseWithin(Limit) : queue.WaitWithin(Limit);
    }

    /// <summary>"p99 response within 120 ms".</summary>
    public override string ToString() => $"{Aspect.Percentile(Level)} {(IsResponse ? "response" : "wait")} within {Limit}";
}
