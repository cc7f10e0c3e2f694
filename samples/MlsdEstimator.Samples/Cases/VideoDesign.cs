namespace MlsdEstimator.Samples;

/// <summary>The design of the video-recommendation case, one property for each part, in the order of the method.</summary>
internal sealed class VideoDesign(CaseInputs inputs)
{
    private const string Assumed = "assumed";

    private static readonly DateOnly PriceDate = new(2026, 11, 9);

    // Clarify
    private Scalar Users => field ??= inputs.Of("daily active users", 100e6.To(1e9, best: 500e6), "assumed; YouTube has 2.7 bn a month (2025)");

    private Scalar Registered => field ??= inputs.Of("registered users", 2.Billion, Assumed);

    private Scalar PerUser => field ??= inputs.Of("requests per user per day", 3.To(30, best: 10), "assumed; 5 bn a day equals the X home timeline (2023)");

    private Scalar PeakFactor => field ??= inputs.Of("peak factor", 1.6.To(3, best: 2), "whole planet: 2 (Xu 2020), 1.6 to 1.7 measured");

    private Duration Target => field ??= inputs.Of("latency target", 200.Milliseconds, "interview notes; 100 to 500 ms in use").Marked(Aspect.Percentile(0.99));

    private Traffic Web => field ??= Traffic.FromUsers(Users, PerUser, Peak.Factor(PeakFactor)) with { Title = "Web traffic" };

    private InFlight Concurrency => field ??= new InFlight { Title = "Concurrency", Requests = Web.Load, Latency = Target };

    // Frame
    private Funnel Funnel => field ??= new Funnel
    {
        Requests = Web.Load,
        Retrieved = inputs.Of("candidates retrieved", 300.To(2000, best: 1000), "funnels in production: 100 to 10,000"),
        Ranked = inputs.Of("candidates ranked", 100.To(1500, best: 500), "X 1,500 (2023), Instagram 500 (2019)"),
        Shown = inputs.Of("items shown", Scalar.FromNumber(20), Assumed),
    };

    // Data
    private RetainedData EventLog => field ??= new RetainedData
    {
        Title = "Event log",
        Rows = Funnel.Impressions,
        RowSize = inputs.Of("row size", 100.Bytes.To(2000.Bytes, best: 500.Bytes), "500 B in the published course example"),
        Retention = inputs.Of("retention", 7.Days.To(90.Days, best: 30.Days), Assumed),
        Copies = inputs.Of("copies", Scalar.FromNumber(3), "replication"),
        CompressionRatio = inputs.Of("compression ratio", Scalar.One, "not compressed: an upper bound"),
        Price = inputs.Of("storage price", 0.023.Dollars.Per(DataSize.Gigabyte).Per(Duration.Month), "S3 Standard, us-east-1, first 50 TB (2026)"),
    };

    private VectorIndex Index => field ??= new VectorIndex
    {
        Title = "Video index",
        Items = inputs.Of("videos in the index", 100e6.To(10e9, best: 100e6), "100M live videos of 10 bn"),
        Dimensions = inputs.Of("embedding dimensions", Scalar.FromNumber(256), Assumed),
        Layout = Settable(VectorLayout.OpenSearchHnsw(inputs.Of("bytes per component", 2.Bytes, "fp16"))),
        Copies = inputs.Of("index copies", Scalar.FromNumber(3), "one in each zone"),
        NodeMemory = IndexNodeMemory,
    };

    private DataSize IndexNodeMemory => field ??= inputs.Of("index memory per node", 100.Gigabytes, "of 128 GB");

    private FeatureFetch Features => field ??= Settable(new FeatureFetch
    {
        Title = "Feature store",
        Requests = Web.Load,
        Groups =
        [
            CacheNodes.Holding(
                inputs,
                Funnel.Scored + 1,
                (FeatureCount * inputs.Of("bytes per feature value", 5.Bytes, Assumed)).Named("bundle size"),
                inputs.Of("item cache hit ratio", 80.Percent.To(95.Percent, best: 90.Percent), Assumed)),
        ],
    });

    private Scalar FeatureCount => field ??= inputs.Of("features per candidate", 50.To(700, best: 200), "Instagram 722 (2019)");

    private Estimator Training => field ??= Estimator.Of("Training set", TrainingRows, (TrainingRows * EventLog.RowSize).Named("training bytes read per day"));

    private Scalar TrainingRows => field ??=
        (Funnel.Impressions.Average * Duration.Day * Positives * (1 + Negatives)).Named("training rows per day");

    private Fraction Positives => field ??= inputs.Of("positive rate", 0.5.Percent.To(5.Percent, best: 2.Percent), "2 watched of 100 shown, course example");

    private Scalar Negatives => field ??= inputs.Of("negatives per positive", Scalar.FromNumber(10), "1 to 50 in use");

    // Model
    private VideoRanker Ranker => field ??= new VideoRanker(inputs, Web, Funnel.Scored, () => Features.Time.Mean + Gateway.CpuTimePerRequest);

    private Estimator Convention => field ??= Ranker.Convention((BatchActive with { Worker = Ranker.BatchByConvention(Counts) }).HoursPerDay);

    // Evaluate
    private Estimator Experiment => field ??= Estimator.Of("Experiment", ImpressionsPerArm);

    /// <summary>16 p (1 - p) / d^2 for alpha 0.05 and power 0.8, with d = p x relative lift. The unit is one impression; users see many, so cluster by user.</summary>
    private Scalar ImpressionsPerArm => field ??= (16 * (1 - Positives) / (Positives * Lift.Pow(2))).Named("impressions per arm").Marked(Aspect.Counts("impressions"));

    private Scalar Lift => field ??= inputs.Of("lift to detect", Scalar.FromNumber(0.01), "relative, of the positive rate");

    // Serve
    private Scalar Zones => field ??= inputs.Of("zones", Scalar.FromNumber(3), Assumed);

    private Scalar ZonesToSurvive => field ??= inputs.Of("zones to survive", Scalar.FromNumber(1), Assumed);

    private Scalar LeastPerZone => field ??= inputs.Of("least replicas per zone", Scalar.FromNumber(2), Assumed);

    private AnnServing Retrieval => field ??= new AnnServing
    {
        Title = "Retrieval",
        Queries = Web.Load,
        Index = Index,
        NodeMemory = IndexNodeMemory,
        Node = Capacity.Measured(
            inputs.Of("queries per index node", 1000.PerSecond.To(5000.PerSecond, best: 3000.PerSecond), "Weaviate HNSW, 10M x 768, recall 0.93 to 0.99 (2023)"),
            percentile: 0.99,
            latency: 50.Milliseconds,
            load: inputs.Of("planned load, index node", 70.Percent, "head-room for a lost node")),
        MinimumReplicas = LeastPerZone,
        NodeName = "index node, 16 vCPU 128 GB",
        NodePrice = inputs.Of("index node price", 496.DollarsPerMonth, "napkin-math (2026): $15 a vCPU, $2 a GB"),
    };

    private CpuTier Gateway => field ??= new CpuTier
    {
        Title = "Gateway and re-ranking",
        Requests = Web.Load,
        CpuTimePerRequest = inputs.Of("CPU time per request", 5.Milliseconds.To(100.Milliseconds, best: 20.Milliseconds), "assumed; profile yours: X spends 220 s (2023)"),
        CoresPerMachine = inputs.Of("cores per server", Scalar.FromNumber(32), "32 vCPU"),
        Utilisation = inputs.Of("planned load, servers", 60.Percent, Assumed),
        MinimumMachines = LeastPerZone,
        MachineName = "server, 32 vCPU",
        MachinePrice = inputs.Of("server price", 480.DollarsPerMonth, "napkin-math (2026): $15 a vCPU"),
    };

    private OnlineServing OnlineRanker => field ??= new OnlineServing
    {
        Title = "Ranker online",
        Requests = Web.Load,
        Replica = Ranker.Online,
        Zones = Zones,
        ZonesToSurvive = ZonesToSurvive,
        MinimumPerZone = LeastPerZone,
        ReplicaName = Ranker.Gpu.Name,
        ReplicaPrice = Ranker.Gpu.OnDemand,
        OtherTiers = [], // retrieval, features and gateway stand in the sheet, because a batch needs them too
    };

    private BatchInference BatchActive => field ??= BatchFor(
        "Ranker batch, active users",
        PrecomputeSet.Active(Users, coming: inputs.Of("active users that come again", 100.Percent, Assumed), visitsCovered: inputs.Of("visits covered", 100.Percent, Assumed), Counts));

    private BatchInference BatchAll => field ??= BatchFor("Ranker batch, all registered", PrecomputeSet.AllRegistered(Registered, Quantity<Scalar>.Min(Users, Registered), Counts));

    private ServingComparison Serving => field ??= new ServingComparison
    {
        Title = "Online or batch",
        Online = OnlineRanker,
        Batch = BatchActive,
        ServeRestOnline = false,
    };

    private Estimator Alternatives => field ??= Estimator.Of(
        "Ranker, online against batch",
        OnlineRanker.BusyHours.Named("online, busy GPU-hours per day"),
        OnlineRanker.ProvisionedHours.Named("online, provisioned GPU-hours per day"),
        BatchAll.HoursPerDay.Named("batch for all registered, GPU-hours per day"),
        BatchActive.HoursPerDay.Named("batch for the active, GPU-hours per day"),
        BatchAll.Waste.Named("batch for all registered, waste"));

    // Monitor
    private RetainedData PredictionLog => field ??= new RetainedData
    {
        Title = "Prediction log",
        Rows = Funnel.Predictions.Part(inputs.Of("predictions sampled", 1.Percent, "1 to 10 % in use")),
        RowSize = Features.Groups[0].BundleSize,
        Retention = EventLog.Retention,
        Copies = EventLog.Copies,
        Price = EventLog.Price,
    };

    public CaseDesign Finish()
    {
        var sheet = new Worksheet("Video recommendation")
        {
            Clarify = [Web, Concurrency],
            Frame = [Funnel],
            Data = [EventLog, Index, Features, Training],
            Model = [.. Ranker.Estimators, .. Ranker.IsFitted ? new[] { Convention } : []],
            Evaluate = [Experiment],
            Serve = [Retrieval, Gateway, Alternatives, Serving],
            Monitor = [PredictionLog],
            AsOf = PriceDate,
        };
        return new CaseDesign(sheet, Serving, Designs, Headlines, new VideoWhiteboard(sheet, Ranker)) { Remark = $"Retrieval and features are counted online either way. Ranker machines and money follow the {Ranker.Basis}." };
    }

    /// <summary>Three ways to rank, the visits that a batch does not cover included.</summary>
    private IReadOnlyList<(string Name, IQuantity Quantity)> Designs =>
        [("online", Serving.OnlineCost), ("batch, active users", Serving.BatchCost), ("batch, all registered", ForAll.BatchCost)];

    private ServingComparison ForAll => field ??= Serving with { Batch = BatchAll };

    private static IReadOnlyList<string> Headlines =>
    [
        "Web traffic / peak QPS", "Event log / kept, with copies", "Ranker options / ranker GPUs, fp16", "Gateway and re-ranking / machines needed",
        "Feature store / feature fetch p99", "Video index / index, one copy", "Experiment / impressions per arm", "cost of all tiers",
    ];

    /// <summary>The defaults of an index as inputs of the case.</summary>
    private VectorLayout Settable(VectorLayout layout) =>
        layout with { Links = inputs.Of(layout.Links!), BytesPerLink = inputs.Of(layout.BytesPerLink!), Overhead = inputs.Of(layout.Overhead!) };

    /// <summary>What a client needs for its bytes, as inputs of the case.</summary>
    private FeatureFetch Settable(FeatureFetch fetch) => fetch with { Network = inputs.Of(fetch.Network), Decoding = inputs.Of(fetch.Decoding) };

    private const string Counts = "users";

    private Capacity Worker => field ??= Ranker.BatchOf(Counts);

    private BatchInference BatchFor(string title, PrecomputeSet set) => new()
    {
        Title = title,
        Set = set,
        Worker = Worker,
        RefreshInterval = inputs.Of("refresh interval", Duration.Day, Assumed),
        Window = inputs.Of("refresh window", 4.Hours, Assumed),
        OutputPerEntity = (Funnel.Shown * inputs.Of("bytes per precomputed item", 8.Bytes, "id and score")).Named("output per entity"),
        OutputCopies = EventLog.Copies,
        WorkerName = $"{Ranker.Gpu.Name}, by the hour",
        WorkerPrice = Ranker.Gpu.OnDemand,
        StoragePrice = EventLog.Price,
    };
}
