namespace MlsdEstimator;

/// <summary>A fixed number of users who think, ask, wait for the answer and think again: a load test, a connection pool, batch workers (M/M/c//N).</summary>
/// <remarks>
/// Birth-death chain 0..N, summed from its mode: exact for any number of users. Interactive law: response = users / throughput - think time.
/// A closed system slows its own arrivals, so it never saturates and hides the overload that open traffic brings: size for real traffic with <see cref="Queue"/>.
/// </remarks>
/// <example>
/// <code>
/// var test = new ClosedSystem { Users = 400, Think = 1.Seconds, Service = 100.Milliseconds, Servers = 16 };
/// Rate reached = test.Throughput;                                              // 160 /s at most, whatever the users
/// </code>
/// </example>
public sealed record ClosedSystem : Estimator
{
    /// <summary>Users, threads or connections. At least 1; between whole numbers, results are interpolated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Users { get; init => field = Require.AtLeast(1, value, "users"); }

    /// <summary>Time from an answer to the next request, the mean. Not negative; 0 for a load test without pauses.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public required Duration Think { get; init => field = Require.NonNegative(value, "think time"); }

    /// <summary>Time one request keeps a server busy, the mean over requests, without waiting. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration Service { get; init => field = Require.Positive(value, "service time"); }

    /// <summary>Servers side by side. At least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Servers { get; init => field = Require.AtLeast(1, value, "servers"); }

    /// <summary>Requests answered.</summary>
    public Rate Throughput => Result("throughput", () => Chain.Output<Scalar>(ClosedChain.Busy) / Service);

    /// <summary>Time from request to answer, the mean: wait and service.</summary>
    public Duration MeanResponse => Result("mean response", () => (Chain.Output<Scalar>(ClosedChain.Response) * Service).Marked(Aspect.Mean));

    /// <summary>Part of the time that a server is busy.</summary>
    public Fraction Utilisation => Result("utilisation", () => Fraction.FromScalar(Chain.Output<Scalar>(ClosedChain.Busy) / Servers));

    /// <summary>Requests inside, waiting or served, on average.</summary>
    public Scalar Inside => Result("requests inside", () => Throughput * MeanResponse);

    /// <summary>Users from which on they queue for one another: servers x (service + think) / service.</summary>
    public Scalar Knee => Result("users at the knee", () => Servers * ((Service + Think) / Service));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [Throughput, MeanResponse, Utilisation, Inside, Knee];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => (Users > Knee).Nominally == true ? [BeyondKnee] : [];

    private FunctionCall Chain => Remember(() => new FunctionCall(default(ClosedChain), Users, Think / Service, Servers));

    private Finding BeyondKnee => new(Severity.Warning, FindingCodes.Consequence, $"{Users} users are past the knee of {Knee}: throughput stays near {Servers / Service}, and each further user only adds {Service / Servers} to the response.", MeanResponse);

    /// <summary>The response that a measured throughput implies: users / throughput - think time. Infeasible where it would be negative.</summary>
    /// <param name="throughput">Measured requests per time, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Duration ResponseAt(Rate throughput)
    {
        Rate measured = Require.Positive(throughput, "throughput");
        return (Users / measured - Think).FeasibleWhen(Users / measured >= Think, $"{measured} is more than {Users} users can ask for when they think for {Think}");
    }
}
