namespace MlsdEstimator;

/// <summary>What precomputing some answers and computing the rest on request costs, from the cost of one answer each way: the first look, before machines are counted.</summary>
/// <remarks>
/// cost = users x precomputed share x batch cost x refreshes + (1 - hit ratio) x requests x online cost. Precomputing for a user pays where the user asks more often than
/// batch cost / online cost in a refresh. Latency, storage and whole machines are not in it: see <see cref="ServingComparison"/>.
/// </remarks>
/// <example>
/// <code>
/// var choice = new PrecomputeOrOnline
/// {
///     Users = 31.Million, PrecomputedShare = 10.Percent, Refreshes = 1.PerDay, BatchCost = 1e-5.Dollars,
///     Requests = traffic.Load, HitRatio = 80.Percent, OnlineCost = 4e-5.Dollars,
/// };
/// </code>
/// </example>
public sealed record PrecomputeOrOnline : Estimator
{
    /// <summary>Users for whom answers could be precomputed. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required Scalar Users { get; init => field = Require.NonNegative(value, "users"); }

    /// <summary>Part of them for whom they are.</summary>
    public required Fraction PrecomputedShare { get; init => field = Require.Named(value, "precomputed share"); }

    /// <summary>How often answers are computed again. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative.</exception>
    public required Rate Refreshes { get; init => field = Require.NonNegative(value, "refreshes"); }

    /// <summary>Cost of one precomputed answer. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The cost is negative.</exception>
    public required Money BatchCost { get; init => field = Require.NonNegative(value, "cost of a precomputed answer"); }

    /// <summary>Requests of all users. Read on average.</summary>
    public required Load Requests { get; init => field = Require.NotNull(value, "requests"); }

    /// <summary>Part of the requests that find a precomputed answer: the share of traffic of the precomputed users, not of the users.</summary>
    public required Fraction HitRatio { get; init => field = Require.Named(value, "requests answered ahead"); }

    /// <summary>Cost of one answer on request. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Money OnlineCost { get; init => field = Require.Positive(value, "cost of an answer on request"); }

    /// <summary>What precomputing costs.</summary>
    public Spend Precomputing => Result("cost of precomputing", () => Users * PrecomputedShare * BatchCost * Refreshes);

    /// <summary>What answering the rest costs.</summary>
    public Spend Answering => Result("cost of answering the rest", () => OnlineCost * (Requests.Average * (1 - HitRatio)));

    /// <summary>What both cost together.</summary>
    public Spend Cost => Result("cost of the mix", () => Precomputing + Answering);

    /// <summary>What answering everything on request would cost.</summary>
    public Spend AllOnline => Result("cost, all on request", () => OnlineCost * Requests.Average);

    /// <summary>What precomputing for everybody would cost.</summary>
    public Spend AllPrecomputed => Result("cost, all precomputed", () => Users * BatchCost * Refreshes);

    /// <summary>Requests of a user in a refresh above which precomputing for that user pays.</summary>
    public Scalar BreakEvenRequests => Result("break-even requests per user and refresh", () => BatchCost / OnlineCost);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [Precomputing, Answering, Cost, AllOnline, AllPrecomputed, BreakEvenRequests];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => [.. StorageFindings.PeakRate(Requests, Answering, "The cost of requests")];
}
