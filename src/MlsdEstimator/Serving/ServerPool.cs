namespace MlsdEstimator;

/// <summary>Servers behind one queue, as many as a latency SLO asks for, bought as machines over zones.</summary>
/// <remarks>
/// servers needed: the number, not rounded, with which P(wait + service within the limit) is the level of the SLO, or load / highest utilisation if that is more.
/// The wait is that of Allen and Cunneen, from the variability of arrivals and service; those who wait do so exponentially long (exact for exponential service).
/// With a <see cref="Path"/> the limit is that of the whole path, and all its other stages count. Machines: ceiling(servers / servers per machine) that
/// <see cref="Confidence"/> of our belief does not exceed, and the spare ones, in the zones that remain when some are lost.
/// Assumes one queue for all servers: a balancer that sends each request to a random server needs more.
/// With <see cref="Batches"/> a server is an instance that works in batches and gets an equal share of the load: servers needed = load / the rate at which one instance keeps the SLO,
/// from the exact chain of its batches. Many regions: <see cref="RegionalPools"/>. Following the day, variants, shadow traffic, other tiers and the comparison with batch:
/// <see cref="OnlineServing.From(ServerPool)"/>.
/// </remarks>
/// <example>
/// <code>
/// var rankers = new ServerPool
/// {
///     Requests = traffic.Load, Service = LatencyProfile.LogNormal(12.Milliseconds, 40.Milliseconds),
///     Target = ServiceLevel.Response(0.99, within: 60.Milliseconds), ServersPerMachine = 4, Zones = 3, ZonesToSurvive = 1,
/// };
/// Scalar machines = rankers.Bought;
/// </code>
/// </example>
public sealed record ServerPool : Estimator
{
    /// <summary>What is served. The pool is sized for its peak.</summary>
    public required Load Requests { get; init => field = Require.NotNull(value, "requests"); }

    /// <summary>Time one request keeps a server busy, without waiting: measured on an idle server, or <see cref="LatencyProfile.FromMoments"/>. Null for <see cref="Batches"/>.</summary>
    public LatencyProfile? Service { get; init; }

    /// <summary>Time of a batch, where servers work in batches; null where they serve one request at a time.</summary>
    public BatchedService? Batches { get; init; }

    /// <summary>SLO of this stage; null when a <see cref="Path"/> says what must be kept.</summary>
    public ServiceLevel? Target { get; init; }

    /// <summary>Path with an SLO from end to end; null when the stage has a <see cref="Target"/> of its own.</summary>
    public LatencyPath? Path { get; init; }

    /// <summary>Name of this stage in the <see cref="Path"/>: a step of its sequence. What the path says about its latency is replaced.</summary>
    public string? Stage { get; init; }

    /// <summary>Squared coefficient of variation of the time between arrivals. Default 1: Poisson. More for bursts. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public Scalar ArrivalScv { get; init => field = Require.NonNegative(value, "scv of arrivals"); } = ServingDefaults.PoissonArrivals;

    /// <summary>Highest utilisation to plan for, above 0, or null when the SLO alone decides.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Fraction? MostUtilisation { get; init => field = value is null ? null : Require.PositiveFraction(value, "highest utilisation"); }

    /// <summary>Requests that one machine serves at once: workers, replicas, slots. At least 1. Default 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Scalar ServersPerMachine { get; init => field = Require.AtLeast(1, value, "servers per machine"); } = ServingDefaults.OneServer;

    /// <summary>What a machine is. Default "server".</summary>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public string MachineName { get; init => field = Require.NotBlank(value, "machine name"); } = "server";

    /// <summary>Price of a machine, or null when it is not to be priced. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public Spend? MachinePrice { get; init => field = value is null ? null : Require.NonNegative(value, "machine price"); }

    /// <summary>Zones the machines are spread over: a whole number, at least 1. No default: it decides small pools.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public required Scalar Zones { get; init => field = Require.WholeAtLeast(1, value, "zones"); }

    /// <summary>Zones that may fail at peak while the SLO is kept: a whole number, 0 to zones - 1. No default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 0.</exception>
    public required Scalar ZonesToSurvive { get; init => field = Require.WholeAtLeast(0, value, "zones to survive"); }

    /// <summary>Least machines in a zone: a whole number, at least 1; 2 lets one be deployed. Null for none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public Scalar? MinimumPerZone { get; init => field = value is null ? null : Require.WholeAtLeast(1, value, "minimum per zone"); }

    /// <summary>Machines that may be missing besides: one in deployment and one broken are 2. A whole number, at least 0. Default 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 0.</exception>
    public Scalar Spare { get; init => field = Require.WholeAtLeast(0, value, "spare machines"); } = ServingDefaults.NoSpare;

    /// <summary>Part of our belief about the need that the purchase covers, strictly between 0 and 1. Default <see cref="Provision.DefaultConfidence"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not strictly between 0 and 1.</exception>
    public double Confidence { get; init => field = Require.InsideUnitInterval(value, "confidence"); } = Provision.DefaultConfidence;

    /// <summary>Servers busy at peak: arrivals x mean service; with batches those that full batches would keep busy, arrivals / capacity of an instance.</summary>
    public Scalar OfferedLoad => Result("offered load", () => Batches is null ? Requests.Peak * Service!.Mean : Requests.Peak / FullRate);

    /// <summary>Servers with which the SLO is just kept at peak, not rounded: a range where inputs are ranges.</summary>
    public Scalar ServersNeeded => Result("servers needed", () => MostUtilisation is null ? ForTarget : Scalar.Max(ForTarget, OfferedLoad / MostUtilisation));

    /// <summary>The same in machines, not rounded.</summary>
    public Scalar Needed => Result("machines needed", () => (ServersNeeded / ServersPerMachine).Marked(Aspect.Counts("machines")));

    /// <summary>The decision: need, number bought, confidence.</summary>
    public Provision Purchase => Remember(() => new Provision(Needed, Zones * PerZone, Confidence));

    /// <summary>Machines bought, all zones together: certain and whole.</summary>
    public Scalar Bought => Result("machines bought", () => Purchase.Bought.Marked(Aspect.Counts("machines")));

    /// <summary>Part of the bought servers that is busy at peak, all zones up.</summary>
    public Fraction Utilisation => Result("utilisation at peak", () => Fraction.FromScalar(OfferedLoad / (Bought * ServersPerMachine)));

    /// <summary>The same with the zones lost and the spare machines missing that the pool is bought to survive.</summary>
    public Fraction UtilisationAfterLoss => Result("utilisation at peak after losses", () => Fraction.FromScalar(OfferedLoad / ServersAfterLoss));

    /// <summary>How many times the peak may grow until four servers in five are busy, with the losses that it survives; below 1 the pool lives beyond that.</summary>
    public Scalar HeadRoomToKnee => Result("head-room to the knee", () => QueueingDefaults.Knee * ServersAfterLoss / OfferedLoad);

    /// <summary>Part of the requests within the SLO at peak, with the losses that it survives.</summary>
    public Fraction InTime => Result("requests in time after losses", () => (1 - Late).Marked(Aspect.MoreIsBetter));

    /// <summary>Requests in a batch at peak, with the losses that it survives: what forms, not what may form. Null without batches.</summary>
    public Scalar? MeanBatch => Batches is null ? null : Result("batch that forms", () => Batching!.MeanBatch);

    /// <summary>What the machines cost; null without a price.</summary>
    public Spend? Cost => MachinePrice is null ? null : Result("pool cost", () => Bought * MachinePrice);

    /// <summary>The service with its queue, at peak and with the losses that it survives: any percentile of the stage.</summary>
    public LatencyProfile Response => Remember(() => Batches is null ? Queued! : Batches.Under(PerInstance));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => Bought.IsFeasible
        ? [.. new IQuantity?[] { OfferedLoad, ServersNeeded, Needed, Bought, MeanBatch, Utilisation, UtilisationAfterLoss, HeadRoomToKnee, InTime, Cost }.OfType<IQuantity>()]
        : [OfferedLoad, ServersNeeded, Needed, Bought];

    /// <inheritdoc/>
    public override IReadOnlyList<Tier> Tiers => [new Tier(Title, MachineName, Purchase, Cost)];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => ServerPoolFindings.Of(this);

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions
    {
        get
        {
            if (Service is null == Batches is null)
                yield return "give either the Service of one request or the Batches that the servers work in";
            if (Batches is not null && Target is { IsResponse: false })
                yield return "with Batches the wait and the batch cannot be told apart: give the Target for the response";
            if (Batches is not null && ArrivalScv != Scalar.One)
                yield return "Batches are formed from Poisson arrivals: leave ArrivalScv out";
            if (Service is { IncludesWaiting: true })
                yield return "the service already includes waiting, which would count twice: give the time on an idle server";
            if (Target is null == Path is null)
                yield return "give either the Target of the stage or a Path with its SLO";
            if (Path is null != Stage is null)
                yield return "a Path needs the name of this Stage in it, and a Stage its Path";
            if (Path is not null && Stage is not null && !Path.Stages.HasInSeries(Path.Known(Stage)))
                yield return $"'{Stage}' is not a step of the path's sequence, so its wait does not add to the whole: give the stage a Target of its own";
            if (Path?.CommonLoad is not null)
                yield return "the stages of the Path share a load, and a wait does not follow from it: leave CommonLoad out";
            foreach (string contradiction in Fleet.Contradictions())
                yield return contradiction;
        }
    }

    /// <summary>What must be kept, and by what.</summary>
    internal Duration Limit => Path?.Slo ?? Target!.Limit;

    /// <summary>What is kept: by the stage, or by the path it is part of.</summary>
    internal ServiceLevel Promise => Target ?? ServiceLevel.Response(Level, Limit);

    /// <summary>Rate of a server that is always busy, batches full.</summary>
    internal Rate FullRate => Batches is null ? 1 / Service!.Mean : Batches.Capacity;

    internal double Level => Path?.Target ?? Target!.Level;

    /// <summary>All that counts into the limit but the wait.</summary>
    internal LatencyProfile Whole => Remember(() => Batches is null ? With(Service!) : With(LatencyProfile.Constant(Duration.Zero)));

    /// <summary>The same for a request that waits for nothing.</summary>
    internal LatencyProfile Unhindered => Batches is null ? Whole : With(Batches.Alone);

    /// <summary>The queue before single services, and the chain of batches; one of them is null.</summary>
    internal QueuedLatency? Queued => Batches is null ? Remember(() => Service!.WithQueue(Requests.Peak, ServersAfterLoss, QueueModel.AllenCunneen(ArrivalScv, Service.Scv))) : null;

    /// <summary>The batches that form after the losses.</summary>
    internal GreedyBatching? Batching => Batches is null ? null : Remember(() => new GreedyBatching { Arrivals = PerInstance, PerItem = Batches.PerItem, PerBatch = Batches.PerBatch, MostPerBatch = Batches.MostPerBatch });

    /// <summary>Machines that the confidence covers, whole.</summary>
    internal Scalar Covered => Result("covered machines", () => NeededAtCoveredPeak is { IsCertain: true, IsFeasible: true } covered
        ? Needed.DecidedAt(Confidence, covered)
        : Batches is null ? Needed.ProvisionFor(Confidence).Bought : Needed.CoveredFor(Confidence, BatchDraws));

    /// <summary>The need rises with the peak, so where nothing else is uncertain its quantile is the need of the peak's quantile: one solution in place of one for every draw.</summary>
    private Scalar? NeededAtCoveredPeak => Requests.Peak.IsCertain || !Requests.Peak.IsFeasible || Requests.Peak.Simulate(PeakDraws).Quantile(Confidence) is not { IsFeasible: true } peak
        ? null
        : (this with { Requests = Load.Computed(peak, peak, Requests.Counts) }).Needed;

    /// <summary>Each draw solves a chain of batches some ten times.</summary>
    private static SimulationOptions BatchDraws { get; } = new() { Samples = 512, Randomisations = 1 };

    /// <summary>Draws of a peak are cheap, and a quantile from so many is as good as any.</summary>
    private static SimulationOptions PeakDraws { get; } = new() { Samples = 16_384, Randomisations = 1 };

    private ZonedFleet Fleet => Remember(() => new ZonedFleet(Zones, ZonesToSurvive, Spare, MinimumPerZone));

    private Scalar ServersAfterLoss => Result("servers after losses", () => Fleet.AfterLosses(PerZone) * ServersPerMachine);

    private Scalar PerZone => Result("machines per zone", () => Fleet.PerZone(Covered));

    /// <summary>What arrives at each instance after the losses.</summary>
    private Rate PerInstance => Result("requests at an instance after losses", () => Requests.Peak / ServersAfterLoss);

    /// <summary>Mean wait of those who wait with one server more than the load.</summary>
    private Duration Delay => Service!.Mean * ((ArrivalScv + Service.Scv) / 2);

    private Scalar ForTarget => Batches is null
        ? Whole.Reader.ServersFor(Level, OfferedLoad, Delay, Limit)
        : Requests.Peak / Whole.Reader.RateFor(Level, Batches, Limit);

    private Fraction Late => Batches is null
        ? Whole.Reader.LateWith(ServersAfterLoss, OfferedLoad, Delay, Limit)
        : Whole.Reader.LateAt(PerInstance, Batches, Limit);

    private LatencyProfile With(LatencyProfile stage) =>
        Path is not null ? Path.With(Stage!, stage).Stages.Profile : Target!.IsResponse ? stage : LatencyProfile.Constant(Duration.Zero);
}
