namespace MlsdEstimator.Tests;

/// <summary>Formulas of batch, stream and mixed pipelines.</summary>
internal static class PipelineFormulas
{
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
        ["batch vs online break-even"] = row => Mixed(row.Number("usd_batch"), row.Number("usd_online"), 1.PerDay, PrecomputeSet.AllRegistered(1, 1), 1).BreakEvenVisits.Value,
        ["hybrid cost"] = row => Hybrid(row).BatchUnrounded.DollarsPerDay,
        ["mean age of a batch result"] = row => Aged(row).Mean.Hours,
        ["peak age"] = row => Aged(row).Worst.Hours,
        ["P(a feature changed since the snapshot)"] = row => Changing(row).Changed!.Value,
        ["task slots by Little"] = row => new InFlight { Requests = Steady(row.Number("tasks_per_hour").PerHour), Latency = row.Number("minutes").Minutes }.AtPeak.Value,
        ["tumbling-window emit latency"] = row => new EventWindow { Window = row.Time("window"), Lateness = row.Time("lateness") }.MeanDelay.Seconds,
        ["micro-batch stable"] = row => new MicroBatch { Records = Steady(row.Rate("rate")), FixedTime = row.Time("fixed"), TimePerRecord = row.Time("per_record") }.LeastInterval.Seconds,
    };

    private static Capacity OneADay => Capacity.Measured(1.PerDay, 0.99, 1.Days);

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

    private static ServingComparison Hybrid(VectorInputs row) => Mixed(
        row.Number("usd_batch"),
        row.Number("usd_online"),
        row.Number("requests_per_day").PerDay,
        PrecomputeSet.Active(row.Count("users") * row.Share("precomputed_share"), Fraction.One, row.Share("hit_ratio")),
        row.Number("refreshes_per_day"));

    /// <summary>Replica and worker do one a day, so that their price of a day is that of one answer.</summary>
    private static ServingComparison Mixed(double batch, double online, Rate requests, PrecomputeSet set, double refreshes) => new()
    {
        Online = ServingExamples.OneZone(Steady(requests), OneADay) with { ReplicaPrice = online.DollarsPerDay },
        Batch = ServingExamples.Nightly with { Set = set, Worker = OneADay, WorkerPrice = batch.DollarsPerDay, RefreshInterval = (1 / refreshes).Days, Window = (1 / refreshes).Days },
        ServeRestOnline = true,
    };
}
