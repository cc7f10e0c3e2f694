namespace MlsdEstimator;

/// <summary>Servers without a queue (M/G/c/c, Erlang B): who finds all busy is turned away. Connection pools, concurrency limits, GPU slots.</summary>
/// <remarks>Turned away = B(offered load, servers). The law of the service time does not matter; Poisson arrivals, no retries.</remarks>
/// <example><code>var slots = new LossSystem { Arrivals = 500.PerSecond, Service = 20.Milliseconds, Servers = 17 };   // turns away 1.3%</code></example>
public sealed record LossSystem : Estimator
{
    /// <summary>What arrives, at its peak. Not negative; it may exceed the capacity.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative.</exception>
    public required Rate Arrivals { get; init => field = Require.NonNegative(value, "arrivals"); }

    /// <summary>Time one request keeps a server, the mean over requests. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration Service { get; init => field = Require.Positive(value, "service time"); }

    /// <summary>Servers, slots or connections. At least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Servers { get; init => field = Require.AtLeast(1, value, "servers"); }

    /// <summary>Servers that would be busy if there were enough, in erlangs.</summary>
    public Scalar OfferedLoad => Result("offered load", () => Arrivals * Service);

    /// <summary>Part of the requests that find all servers busy.</summary>
    public Fraction TurnedAway => Result("turned away", () => Erlang.B(OfferedLoad, Servers));

    /// <summary>Requests that are served.</summary>
    public Rate Accepted => Result("accepted", () => Arrivals * (1 - TurnedAway));

    /// <summary>Servers busy, on average.</summary>
    public Scalar Busy => Result("servers busy", () => Accepted * Service);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [OfferedLoad, TurnedAway, Accepted, Busy];

    /// <summary>Least servers that turn away no more than a given part, whole.</summary>
    /// <param name="turnedAway">Part that may be turned away, above 0 and below 100 %.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0 and below 100 %.</exception>
    public Scalar ServersFor(Fraction turnedAway) => Erlang.ServersFor(OfferedLoad, turnedAway);
}
