namespace MlsdEstimator;

/// <summary>A queue whose requests give up (M/M/c+M, Erlang A): clients with a timeout, callers with patience. It has a number at any load.</summary>
/// <remarks>
/// Birth-death chain with death rate c/service + (n - c)/patience. Patience is exponential around its mean; clients with one fixed deadline give up later but
/// all at once.
/// Work that a client no longer waits for is dropped at once here; servers that finish it anyway carry more.
/// </remarks>
/// <example>
/// <code>
/// var api = new ImpatientQueue { Arrivals = 220.PerSecond, Service = 50.Milliseconds, Servers = 10, Patience = 1.Seconds };
/// Fraction lost = api.GaveUp;
/// </code>
/// </example>
public sealed record ImpatientQueue : Estimator
{
    /// <summary>What arrives, at its peak. Not negative; it may exceed the capacity.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative.</exception>
    public required Rate Arrivals { get; init => field = Require.NonNegative(value, "arrivals"); }

    /// <summary>Time one request keeps a server busy, the mean over requests, without waiting. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration Service { get; init => field = Require.Positive(value, "service time"); }

    /// <summary>Servers side by side. At least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Servers { get; init => field = Require.AtLeast(1, value, "servers"); }

    /// <summary>Time a request waits before it gives up, the mean. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration Patience { get; init => field = Require.Positive(value, "patience"); }

    /// <summary>Servers that would be busy if there were enough: arrivals x service time, in erlangs.</summary>
    public Scalar OfferedLoad => Result("offered load", () => Arrivals * Service);

    /// <summary>Part of the requests that wait at all.</summary>
    public Fraction WaitProbability => Result("probability of waiting", () => Chain.Output<Fraction>(ImpatientChain.Waits));

    /// <summary>Part of the requests that give up.</summary>
    public Fraction GaveUp => Result("gave up", () => Chain.Output<Fraction>(ImpatientChain.GaveUp));

    /// <summary>Time in the queue, the mean over all requests, those that give up included.</summary>
    public Duration MeanWait => Result("mean wait", () => (Chain.Output<Scalar>(ImpatientChain.Wait) * Service).Marked(Aspect.Mean));

    /// <summary>Requests that are served.</summary>
    public Rate Served => Result("served", () => Arrivals * (1 - GaveUp));

    /// <summary>Part of the time that a server is busy.</summary>
    public Fraction Utilisation => Result("utilisation", () => Fraction.FromScalar(Served * Service / Servers));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [OfferedLoad, WaitProbability, GaveUp, Served, Utilisation, MeanWait];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => (OfferedLoad >= Servers).Nominally == true && GaveUp.IsFeasible ? [Overloaded] : [];

    private FunctionCall Chain => Remember(() => new FunctionCall(default(ImpatientChain), OfferedLoad, Servers, Service / Patience));

    private Finding Overloaded => new(Severity.Warning, FindingCodes.Infeasible, $"{Arrivals} arrive where {Servers} x {Service} carry {Servers / Service}: only because {GaveUp} give up does the queue stay finite. Clients that retry bring the load back.", GaveUp);
}
