namespace MlsdEstimator.Tests;

/// <summary>Formulas of batch, stream and mixed pipelines.</summary>
internal static class PipelineFormulas
{
    private static readonly PrecomputeOrOnline Free = new()
    {
        Users = 1,
        PrecomputedShare = Fraction.Zero,
        Refreshes = 1.PerDay,
        BatchCost = Money.Zero,
        Requests = Steady(1.PerDay),
        HitRatio = Fraction.Zero,
        OnlineCost = 1.Dollars,
    };

    public static readonly Dictionary<string, Func<VectorInputs, double>> All = new()
    {
        ["spark executors"] = row => Cluster(row.Count("nodes"), row.Count("cores"), row.Count("cores_per_executor")).Executors.Value,
        ["spark heap GB"] = row => (Cluster(2, row.Count("executors_per_node") + 1, 1) with { MemoryPerNode = row.Number("ram_gb").Gibibytes, MemoryOverhead = row.Share("overhead") }).Heap.Gibibytes,
        ["memoryOverhead"] = row => new SparkExecutor { Heap = row.Number("heap_mb").Mebibytes }.Overhead.Mebibytes,
        ["shuffle partitions"] = row => (Stage(1) with { Data = row.Number("bytes").Bytes, PartitionSize = row.Number("target_bytes").Bytes }).Tasks.Value,
        ["stage time"] = row => (Tasks(row) with { TaskTime = row.Time("task") }).Time.Seconds,
        ["last-wave waste"] = row => Tasks(row).LastWaveIdle.Value,
        ["workers"] = row => new BatchJob { Items = row.Count("items"), TimePerItem = row.Number("seconds_per_item").Seconds, Window = row.Time("window") }.Workers.Value,
        ["wasted precompute"] = row => (1 - PrecomputeSet.AllRegistered(row.Count("total_users"), row.Count("active_users")).Coming).Value,
        ["batch vs online break-even"] = row => (Free with { BatchCost = row.Number("usd_batch").Dollars, OnlineCost = row.Number("usd_online").Dollars }).BreakEvenRequests.Value,
        ["hybrid cost"] = row => Hybrid(row).Cost.DollarsPerDay,
        ["mean age of a batch result"] = row => Aged(row).Mean.Hours,
        ["peak age"] = row => Aged(row).Worst.Hours,
        ["P(a feature changed since the snapshot)"] = row => Changing(row).Changed!.Value,
        ["task slots by Little"] = row => new InFlight { Requests = Steady(row.Number("tasks_per_hour").PerHour), Latency = row.Number("minutes").Minutes }.AtPeak.Value,
        ["tumbling-window emit latency"] = row => new EventWindow { Window = row.Time("window"), Lateness = row.Time("lateness") }.MeanDelay.Seconds,
        ["micro-batch stable"] = row => new MicroBatch { Records = Steady(row.Rate("rate")), FixedTime = row.Time("fixed"), TimePerRecord = row.Time("per_record") }.LeastInterval.Seconds,
    };

    private static Load Steady(Rate rate) => Load.Of(rate, rate, "requests");

    private static SparkCluster Cluster(Scalar nodes, Scalar cores, Scalar each) => new() { Nodes = nodes, CoresPerNode = cores, CoresPerExecutor = each, MemoryPerNode = 64.Gibibytes };

    private static BatchStage Stage(Scalar slots) => new() { Data = DataSize.Byte, Slots = slots, TaskTime = 1.Seconds };

    private static BatchStage Tasks(VectorInputs row) => Stage(row.Count("slots")) with { Data = row.Count("tasks") * DataSize.Byte, PartitionSize = DataSize.Byte };

    private static Staleness Aged(VectorInputs row) => new() { Interval = row.Time("period"), Delay = row.Time("delay") };

    private static Staleness Changing(VectorInputs row) => new()
    {
        Interval = row.Number("period_days").Days,
        Delay = row.Number("delay_days").Days,
        Changes = row.Number("changes_per_day").PerDay,
    };

    private static PrecomputeOrOnline Hybrid(VectorInputs row) => new()
    {
        Users = row.Count("users"),
        PrecomputedShare = row.Share("precomputed_share"),
        Refreshes = row.Number("refreshes_per_day").PerDay,
        BatchCost = row.Number("usd_batch").Dollars,
        Requests = Steady(row.Number("requests_per_day").PerDay),
        HitRatio = row.Share("hit_ratio"),
        OnlineCost = row.Number("usd_online").Dollars,
    };
}
