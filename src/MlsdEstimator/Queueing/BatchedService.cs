namespace MlsdEstimator;

/// <summary>A model that serves in batches: the time of a batch of b is tau(b) = per batch + per item x b, and the next batch, of whatever waits, starts as soon as an instance is free.</summary>
/// <remarks>
/// The batch that forms is never typed: it follows from the arrivals (<see cref="GreedyBatching"/>). Fit tau to measured times of two batch sizes, or take it from a step-time estimate.
/// </remarks>
/// <example>
/// <code>
/// var ranker = new BatchedService { PerItem = 0.5.Milliseconds, PerBatch = 2.Milliseconds, MostPerBatch = 32, Variability = 0.1 };
/// Duration tail = ranker.Under(900.PerSecond).P99;
/// </code>
/// </example>
public sealed record BatchedService
{
    /// <summary>Time that each further item adds to a batch. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration PerItem { get; init => field = Require.Positive(value, "time per item"); }

    /// <summary>Time a batch takes before its items count: launches, weights read once. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public required Duration PerBatch { get; init => field = Require.NonNegative(value, "time per batch"); }

    /// <summary>Largest batch, a whole number from 1 to 1,024.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number from 1 to 1,024.</exception>
    public required Scalar MostPerBatch { get; init => field = BatchLimit.Valid(Require.NotNull(value, "largest batch")); }

    /// <summary>
    /// Variance of a request's time around tau(b), over its square: 0 for kernels of one fixed shape, more for inputs of different lengths. Not negative. No default: measure it as the variance of
    /// times at one batch size.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required Scalar Variability { get; init => field = Require.NonNegative(value, "variability"); }

    /// <summary>Most that one instance carries: largest batch / its time.</summary>
    public Rate Capacity => MostPerBatch / TimeOf(MostPerBatch);

    /// <summary>Time of a batch: tau(b).</summary>
    /// <param name="batch">Items in it; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Duration TimeOf(Scalar batch) => PerBatch + PerItem * Require.AtLeast(1, batch, "batch");

    /// <summary>Time from arrival to the end of one's batch at one instance, waiting included, as a distribution. Saturated at or above the capacity.</summary>
    /// <remarks>Poisson arrivals. Waits are exact, the own batch's time is log-normal around its exact mean.</remarks>
    /// <param name="arrivals">What arrives at the one instance. Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The arrivals are not above 0.</exception>
    public LatencyProfile Under(Rate arrivals)
    {
        Rate rate = Require.Positive(arrivals, "arrivals");
        return LatencyProfile.OfTree(new LatencyTree(LawShape.Batched, [rate, PerItem, PerBatch, Variability], [], Most)).MeasuredUnder(rate);
    }

    internal int Most => (int)MostPerBatch.Value;

    /// <summary>A request that finds an idle instance: a batch of one.</summary>
    internal LatencyProfile Alone => LatencyProfile.OfTree(new LatencyTree(LawShape.Batched, [Rate.Zero, PerItem, PerBatch, Variability], [], Most));
}
