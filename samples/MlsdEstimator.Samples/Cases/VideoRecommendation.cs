namespace MlsdEstimator.Samples;

/// <summary>A YouTube-like video recommendation system: candidates from a vector index, a ranker over 500 of them, 200 ms at p99.</summary>
internal sealed class VideoRecommendation : CaseStudy
{
    private const string Assumed = "assumed";
    private const string Convention = "interview convention";

    public override string Name => "video-recommendation";

    public override string Description => "A YouTube-like feed for 500M daily users: retrieval, ranking, features, logs, online against batch.";

    /// <summary>The case with every range replaced by its best guess, one zone and no cache: the published example.</summary>
    public static CaseInputs PointValues() => new(
    [
        "daily active users=500M", "requests per user per day=10", "peak factor=2", "videos in the index=100M", "candidates retrieved=1000",
        "candidates ranked=500", "features per candidate=200", "FLOPs per candidate=20 MFLOP", "event log retention=30 d", "row size=500 B",
        "item cache hit ratio=0%", "zones=1", "zones to survive=0", "least GPUs per zone=1", "queries per index node=3000 /s", "keys per second per shard=100k/s",
        "store call p50=8 ms", "store call p99=40 ms", "CPU time per request=20 ms",
    ]);

    public override CaseDesign Build(CaseInputs inputs)
    {
        Scalar users = inputs.Of("daily active users", 100e6.To(1e9, best: 500e6), "assumed; YouTube has 2.7 bn monthly users (2025)");
        Scalar registered = inputs.Of("registered users", 2.Billion, Assumed);
        Scalar perUser = inputs.Of("requests per user per day", 3.To(30, best: 10), "assumed; 5 bn a day equals the X home timeline (2023)");
        Peak peak = Peak.Factor(inputs.Of("peak factor", 1.6.To(3, best: 2), "service of the whole planet: 2 (Xu), 1.6 to 1.7 measured"));
        Duration slo = inputs.Of("p99 latency target", 200.Milliseconds, "interview notes; 100 to 500 ms in use").Marked(Aspect.Percentile(0.99));

        Traffic traffic = Traffic.FromUsers(users, perUser, peak) with { Title = "Web traffic" };
        var inFlight = new InFlight { Title = "Concurrency", Requests = traffic.Load, Latency = slo };
        var funnel = new Funnel
        {
            Requests = traffic.Load,
            Retrieved = inputs.Of("candidates retrieved", 300.To(2000, best: 1000), "funnels in production: 100 to 10,000"),
            Ranked = inputs.Of("candidates ranked", 100.To(1500, best: 500), "X 1,500 (2023), Instagram 500 (2019)"),
            Shown = inputs.Of("items shown", (Scalar)20, Assumed),
        };

        var log = new RetainedData
        {
            Title = "Event log",
            Rows = funnel.Impressions,
            RowSize = inputs.Of("row size", 100.Bytes.To(2000.Bytes, best: 500.Bytes), "500 B in the published course example"),
            Retention = inputs.Of("event log retention", 7.Days.To(90.Days, best: 30.Days), Assumed),
            Copies = inputs.Of("copies", (Scalar)3, "replication"),
            Price = StoragePrice,
        };
        var index = new VectorIndex
        {
            Title = "Video index",
            Items = inputs.Of("videos in the index", 100e6.To(10e9, best: 100e6), "100M live of 10 bn"),
            Dimensions = inputs.Of("embedding dimensions", (Scalar)256, Assumed),
            BytesPerComponent = 2.Bytes.Named("bytes per component, fp16"),
            Copies = 3,
            NodeMemory = IndexNodeMemory,
        };
        Scalar features = inputs.Of("features per candidate", 50.To(700, best: 200), "Instagram 722 (2019)");
        var fetch = new FeatureFetch
        {
            Title = "Feature store",
            Requests = traffic.Load,
            EntitiesPerRequest = (funnel.Ranked + 1).Named("entities per request"),
            KeysPerEntity = 1,
            BundleSize = (features * 5.Bytes.Named("bytes per feature value")).Named("bundle size"),
            CacheHitRatio = inputs.Of("item cache hit ratio", 80.Percent.To(95.Percent, best: 90.Percent), Assumed),
            KeysPerCall = 100,
            ParallelCalls = 8,
            Call = new LatencyStage(
                inputs.Of("store call p50", 8.Milliseconds, "Lyft feature store p50 (2019)"),
                inputs.Of("store call p99", 40.Milliseconds, "Lyft feature store p99 (2019)")),
            KeysPerSecondPerShard = inputs.Of("keys per second per shard", 80e3.To(300e3, best: 100e3) * Rate.FromPerSecond(1), "Redis: 81k/s single GETs, 300k/s and more pipelined"),
            ShardName = "8 GB cache node",
            ShardPrice = 30.DollarsPerMonth.Cited("napkin-math: $15 a vCPU, $2 a GB of RAM a month", new DateOnly(2026, 3, 21)),
        };

        return new Designer(this, inputs).Finish();
    }
}
