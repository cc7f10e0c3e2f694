namespace MlsdEstimator.Samples;

/// <summary>What cases of requests to a model share: traffic of people, a log, features, a model on accelerators, online against batch.</summary>
internal sealed class RequestCase(CaseInputs inputs)
{
    public const string Assumed = "assumed";
    private const string Convention = "interview convention";
    private const string StoredOn = "S3 Standard";

    /// <summary>The day of the newest prices used.</summary>
    public static readonly DateOnly Today = new(2026, 11, 21);

    public required Scalar Users { get; init; }

    public required Scalar PerUser { get; init; }

    public required Scalar PeakFactor { get; init; }

    public required Duration Target { get; init; }

    /// <summary>Entities whose features a request reads besides the user.</summary>
    public required Scalar Ranked { get; init; }

    public required DataSize BundleSize { get; init; }

    public required Scalar RowsPerRequest { get; init; }

    public required DataSize RowSize { get; init; }

    public required Duration Retention { get; init; }

    /// <summary>Time between refreshes of a batch.</summary>
    public Duration Refresh { get; init; } = Duration.Day;

    /// <summary>Time a refresh may take.</summary>
    public Duration RefreshWindow { get; init; } = 4.Hours;

    public Traffic Web => field ??= Traffic.FromUsers(Users, PerUser, Peak.Factor(PeakFactor)) with { Title = "Web traffic" };

    public InFlight Concurrency => field ??= new InFlight { Title = "Concurrency", Requests = Web.Load, Latency = Target.Marked(Aspect.Percentile(0.99)) };

    public FeatureFetch Features => field ??= new FeatureFetch
    {
        Title = "Feature store",
        Requests = Web.Load,
        Groups = [CacheNodes.Holding(inputs, Ranked + 1, BundleSize, inputs.Of("item cache hit ratio", Fraction.Zero, "no cache: what the store carries when one is cold"))],
    };

    public RetainedData Log => field ??= new RetainedData
    {
        Title = "Event log",
        Rows = Web.Load.Times(RowsPerRequest, "rows"),
        RowSize = RowSize,
        Retention = Retention,
        Copies = Copies,
        CompressionRatio = inputs.Of("compression ratio", Scalar.One, "not compressed: an upper bound"),
        Price = PriceList.Bundled.StorageOf(StoredOn).FirstTier,
    };

    public Scalar Copies => field ??= inputs.Of("copies", Scalar.FromNumber(3), "replication");

    public Accelerator Gpu => field ??= inputs.Choice("accelerator", Accelerators.A100Sxm80Gb, Accelerators.Find);

    /// <summary>Computes the model while the user waits; counts the model alone.</summary>
    public OnlineServing ModelOnline(string title, FlopCount work) => new()
    {
        Title = title,
        Requests = Web.Load,
        Replica = Capacity.FlopConvention(Gpu.RateFor(Precision.Fp16).Rate, inputs.Of("FLOP utilisation, serving", 20.Percent, Convention), inputs.Of("planned load, serving", 60.Percent, Convention), work, Web.Counts),
        Zones = Zones,
        ZonesToSurvive = ZonesToSurvive,
        MinimumPerZone = LeastPerZone,
        ReplicaName = Gpu.Name,
        ReplicaPrice = Gpu.OnDemand,
        ReplicaPower = Gpu.Power,
        OtherTiers = [new OtherTier("feature store", Features), new OtherTier("gateway", null)],
    };

    /// <summary>Answers looked up in an index while the user waits.</summary>
    public OnlineServing IndexOnline(string title, Rate perNode) => new()
    {
        Title = title,
        Requests = Web.Load,
        Replica = Capacity.Measured(perNode, 0.99, Target, inputs.Of("planned load, index node", 70.Percent, "head-room for a lost node")),
        Zones = Zones,
        ZonesToSurvive = ZonesToSurvive,
        MinimumPerZone = LeastPerZone,
        ReplicaName = IndexNode,
        ReplicaPrice = IndexNodePrice,
        OtherTiers = [new OtherTier("feature store", Features), new OtherTier("gateway", null)],
    };

    public const string IndexNode = "index node, 16 vCPU 128 GB";

    public Spend IndexNodePrice => field ??= inputs.Of("index node price", 496.DollarsPerMonth, "napkin-math (2026): $15 a vCPU, $2 a GB");

    /// <summary>Computes the model ahead, daily unless set otherwise.</summary>
    public BatchInference ModelBatch(string title, PrecomputeSet set, FlopCount work, DataSize output) =>
        BatchOn(title, set, Capacity.FlopConvention(Gpu.RateFor(Precision.Fp16).Rate, BatchUtilisation, Fraction.One, work, set.Counts), output) with
        {
            WorkerName = $"{Gpu.Name}, by the hour",
            WorkerPrice = Gpu.OnDemand,
            WorkerPower = Gpu.Power,
        };

    public BatchInference BatchOn(string title, PrecomputeSet set, Capacity worker, DataSize output) => new()
    {
        Title = title,
        Set = set,
        Worker = worker,
        RefreshInterval = inputs.Of("refresh interval", Refresh, Assumed),
        Window = inputs.Of("refresh window", RefreshWindow, Assumed),
        OutputPerEntity = output,
        OutputCopies = Copies,
        StoragePrice = PriceList.Bundled.StorageOf("memory").FirstTier,
    };

    public CaseDesign Design(Worksheet sheet, ServingComparison serving, IReadOnlyList<string> headlines, IWhiteboard whiteboard) => new(
        sheet with { Clarify = [Web, Concurrency], AsOf = Today },
        serving,
        [.. serving.Options.Select(option => (option.Name, (IQuantity)option.Cost))],
        ["Web traffic / peak QPS", "Event log / kept, with copies", .. headlines, "cost of all tiers"],
        whiteboard);

    public Fraction BatchUtilisation => field ??= inputs.Of("FLOP utilisation, batch", 40.Percent, Convention);

    private Scalar Zones => field ??= inputs.Of("zones", Scalar.FromNumber(3), Assumed);

    private Scalar ZonesToSurvive => field ??= inputs.Of("zones to survive", Scalar.FromNumber(1), Assumed);

    private Scalar LeastPerZone => field ??= inputs.Of("least replicas per zone", Scalar.FromNumber(2), Assumed);
}
