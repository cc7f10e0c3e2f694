namespace MlsdEstimator;

/// <summary>How requests come to a replica.</summary>
public abstract record LlmLoad
{
    private protected LlmLoad()
    {
    }

    /// <summary>As many as the replica can hold, always: offline work.</summary>
    public static LlmLoad Saturated { get; } = new SaturatedLoad();

    /// <summary>So many clients, each of which sends its next request when the last is answered.</summary>
    /// <param name="clients">Clients of the replica, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public static LlmLoad Concurrent(Scalar clients) => new ConcurrentLoad(Require.AtLeast(1, clients, "clients"));

    /// <summary>One batch of requests that starts together and ends before the next.</summary>
    /// <param name="requests">Requests of the batch, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public static LlmLoad Batch(Scalar requests) => new BatchLoad(Require.AtLeast(1, requests, "requests of a batch"));

    /// <summary>Requests at a rate, whatever the replica answers.</summary>
    /// <param name="rate">Requests of the replica, above 0.</param>
    /// <param name="requests">How many come in all, at least 1, or null for a stream without end: more than the replica can do is then infeasible.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not above 0, or the requests are below 1.</exception>
    public static LlmLoad Arriving(Rate rate, Scalar? requests = null) =>
        new ArrivingLoad(Require.Positive(rate, "request rate"), requests is null ? null : Require.AtLeast(1, requests, "requests"));

    /// <summary>So many requests at once, and then no more.</summary>
    /// <param name="requests">Requests, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public static LlmLoad Burst(Scalar requests) => new BurstLoad(Require.AtLeast(1, requests, "requests of a burst"));

    internal sealed record SaturatedLoad : LlmLoad;

    internal sealed record ConcurrentLoad(Scalar Clients) : LlmLoad;

    internal sealed record BatchLoad(Scalar Requests) : LlmLoad;

    internal sealed record ArrivingLoad(Rate Rate, Scalar? Requests) : LlmLoad;

    internal sealed record BurstLoad(Scalar Requests) : LlmLoad;
}
