namespace MlsdEstimator;

/// <summary>Requests that wait for one of several servers, first come first served: how long, how many, and when it is full.</summary>
/// <remarks>
/// offered load a = arrivals x service time; utilisation = a / servers; for M/M/c: P(wait) = Erlang C, mean wait = C x service / (servers - a), response = wait
/// + service,
/// numbers inside by Little's law. At or above capacity every time is saturated: there is no number, and a finding names the servers needed.
/// Holds in steady state, for patient callers and unlimited room: see <see cref="FiniteQueue"/> for limited room, <see cref="ImpatientQueue"/> for timeouts,
/// <see cref="ClosedSystem"/> for a fixed number of users such as a load test, and <see cref="GreedyBatching"/> for servers that work in batches.
/// A service time measured under load already contains waiting; do not queue it again.
/// </remarks>
/// <example>
/// <code>
/// var rankers = new Queue { Arrivals = 450.PerSecond, Service = (15, 20, 30) * Duration.Millisecond, Servers = 12 };
/// Duration tail = rankers.ResponseAt(0.99);                                   // a range, because the service time is one
/// Fraction inTime = rankers.ResponseWithin(100.Milliseconds);
/// var fixedShape = rankers with { Servers = 1, Arrivals = 40.PerSecond, Model = QueueModel.MD1 };
/// </code>
/// </example>
public sealed record Queue : Estimator
{
    /// <summary>What arrives, at its peak. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative.</exception>
    public required Rate Arrivals { get; init => field = Require.NonNegative(value, "arrivals"); }

    /// <summary>Time one request keeps a server busy, the mean over requests, without waiting. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration Service { get; init => field = Require.Positive(value, "service time"); }

    /// <summary>Servers side by side, fed by one queue. At least 1; parts of a server are read by the continuous extension of Erlang's formula.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Servers { get; init => field = Require.AtLeast(1, value, "servers"); }

    /// <summary>Which queue it is. Default <see cref="QueueModel.MMc"/>: Poisson arrivals and exponential service.</summary>
    public QueueModel Model { get; init => field = Require.NotNull(value, "queue model"); } = QueueModel.MMc;

    /// <summary>Servers that would be busy if there were enough: arrivals x service time, in erlangs. A number also where the queue is saturated.</summary>
    public Scalar OfferedLoad => Result("offered load", () => Arrivals * Service);

    /// <summary>Most that the servers can do: servers / service time.</summary>
    public Rate Capacity => Result("capacity", () => Servers / Service);

    /// <summary>Part of the time that a server is busy; saturated from 100 % on.</summary>
    public Fraction Utilisation => Result("utilisation", () => Fraction.FromScalar(Load / Servers));

    /// <summary>Part of the requests that wait at all.</summary>
    public Fraction WaitProbability => Result("probability of waiting", () => Model.Waits(Load, Servers));

    /// <summary>Wait before service, the mean over all requests.</summary>
    public Duration MeanWait => Result("mean wait", () => (Model.Wait(Load, Servers) * Service).Marked(Aspect.Mean));

    /// <summary>Wait before service, the mean over the requests that wait at all.</summary>
    public Duration MeanWaitOfThoseWhoWait => Result("mean wait of those who wait", () => (Model.Delay(Load, Servers) * Service).Marked(Aspect.Mean));

    /// <summary>Wait and service together, the mean over requests.</summary>
    public Duration MeanResponse => Result("mean response", () => (MeanWait + Service).Marked(Aspect.Mean));

    /// <summary>Requests that wait, on average.</summary>
    public Scalar Waiting => Result("requests waiting", () => Arrivals * MeanWait);

    /// <summary>Requests inside, waiting or served, on average.</summary>
    public Scalar Inside => Result("requests inside", () => Arrivals * MeanResponse);

    /// <summary>How many times longer requests would wait if each server had its own queue and an equal share of the arrivals: a / P(wait).</summary>
    public Scalar PoolingGain => Result("gain of one queue over many", () => Load / WaitProbability);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results =>
        HasResponseLaw
            ? [OfferedLoad, Utilisation, WaitProbability, MeanWait, MeanResponse, Waiting, Inside, WaitAt(0.99), ResponseAt(0.99)]
            : [OfferedLoad, Utilisation, WaitProbability, MeanWait, MeanResponse, Waiting, Inside, WaitAt(0.99)];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => QueueFindings.Of(this);

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions =>
        Model.IsSingleServer && Servers != Scalar.One
            ? [$"{Model} has one server, but {Servers} are given: use QueueModel.MMc, AllenCunneen or Sakasegawa"]
            : [];

    /// <summary>Constant or exponential service: the law of the response follows from that of the wait.</summary>
    private bool HasResponseLaw => Model.IsMarkov || Model.IsConstantService;

    private Scalar Load => Result("carried load", () => OfferedLoad.FeasibleWhen(OfferedLoad < Servers, Infeasibility.Saturated));

    /// <summary>A percentile of the wait. Exact for M/M/1 and M/M/c; elsewhere those who wait are taken to wait exponentially, with the mean of the model.</summary>
    /// <param name="level">Strictly between 0 and 1: 0.99 for the p99. Below 1 - P(wait) the wait is 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public Duration WaitAt(double level)
    {
        Aspect percentile = Aspect.Percentile(level);
        return Result($"{percentile} wait", () => Quantity.Function<Duration>(new WaitLaw(level), WaitProbability, MeanWait).Marked(percentile), $"{nameof(WaitAt)} {level:R}");
    }

    /// <summary>
    /// A percentile of wait and service together. Exact for M/M/1 and M/M/c, the wait's percentile and the service time for M/D/1; infeasible for models that
    /// know only the variance of the
    /// service time, because its tail decides.
    /// </summary>
    /// <param name="level">Strictly between 0 and 1: 0.99 for the p99.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public Duration ResponseAt(double level)
    {
        Aspect percentile = Aspect.Percentile(level);
        return Result($"{percentile} response", () => ResponsePercentile(level).Marked(percentile), $"{nameof(ResponseAt)} {level:R}");
    }

    /// <summary>Part of the requests that wait no longer than a limit.</summary>
    /// <param name="limit">Longest wait, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative.</exception>
    public Fraction WaitWithin(Duration limit) =>
        Quantity.Function<Fraction>(default(WaitWithin), WaitProbability, MeanWait, Require.NonNegative(limit, "longest wait")).Marked(Aspect.MoreIsBetter);

    /// <summary>Part of the requests whose wait and service together take no longer than a limit: what meets an SLO.</summary>
    /// <param name="limit">Longest response, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative.</exception>
    public Fraction ResponseWithin(Duration limit)
    {
        Duration longest = Require.NonNegative(limit, "longest response");
        return WithinResponse(longest).Marked(Aspect.MoreIsBetter);
    }

    private Duration ResponsePercentile(double level)
    {
        if (Model.IsMarkov)
            return Quantity.Function<Scalar>(new ResponseLaw(level), Load, Servers) * Service;
        return Model.IsConstantService ? WaitAt(level) + Service : Quantity.Infeasible<Duration>(UnknownTail);
    }

    private Fraction WithinResponse(Duration limit)
    {
        if (Model.IsMarkov)
            return Quantity.Function<Fraction>(default(ResponseWithin), Load, Servers, limit / Service);
        if (!Model.IsConstantService)
            return Quantity.Infeasible<Fraction>(UnknownTail);
        return Quantity.If(limit >= Service, WaitWithin(Duration.Max(limit - Service, Duration.Zero)), Fraction.Zero);
    }

    private string UnknownTail => $"{Model} knows the variance of the service time, but a percentile of the response needs its whole law; read WaitAt, or compose the wait with a latency profile";
}
