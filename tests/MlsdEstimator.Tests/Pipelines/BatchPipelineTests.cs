namespace MlsdEstimator.Tests;

/// <summary>Expected: the worked example of Cloudera's tuning guide, Spark's defaults, and the wave model by hand.</summary>
public class BatchPipelineTests
{
    private static readonly SparkCluster Cluster = new() { Nodes = 6, CoresPerNode = 16, MemoryPerNode = 64.Gibibytes };

    private static readonly BatchStage Stage = new() { Data = 1.Tebibytes, Slots = 85, TaskTime = 12.Seconds };

    private static readonly BatchJob Job = new() { Items = 31.Million, TimePerItem = 20.Milliseconds, Window = 4.Hours };

    [Fact]
    public void Cluster_of_the_published_example_has_17_executors()
    {
        Assert.Equal(3, Cluster.ExecutorsPerNode.Value);
        Assert.Equal(17, Cluster.Executors.Value);
        Assert.Equal(85, Cluster.Slots.Value);
        Assert.Equal(18, Cluster.Heap.Gibibytes);
        Assert.Equal(19, (Cluster with { MemoryOverhead = 7.Percent }).Heap.Gibibytes); // as printed in the guide
        Assert.Equal(["executors per node", "executors", "task slots", "executor heap"], Cluster.Results.Select(result => result.Name));
        Assert.True(Cluster.CoresPerExecutor.IsDefault);
    }

    [Fact]
    public void Cluster_without_room_is_refused()
    {
        Refused.Contradiction("an executor of 16 cores does not fit a node of 16", () => (Cluster with { CoresPerExecutor = 16 }).Executors);
        Refused.Contradiction("a node has 1.07 GB, and 1.07 GB is left to the system", () => (Cluster with { MemoryPerNode = 1.Gibibytes }).Executors);
        Refused.Contradiction("one node of 10 cores has room for the driver alone", () => (Cluster with { Nodes = 1, CoresPerNode = 10 }).Executors);
        Assert.Equal(1, (Cluster with { Nodes = 1, CoresPerNode = 11 }).Executors.Value);
        Assert.Equal(1, (Cluster with { Nodes = 2, CoresPerNode = 6 }).Executors.Value);
        Refused.Range("nodes", "at least 1", () => Cluster with { Nodes = 0 });
        Refused.Range("cores per node", "at least 2", () => Cluster with { CoresPerNode = 1 });
        Refused.Range("memory per node", "above 0", () => Cluster with { MemoryPerNode = 0.Bytes });
        Refused.Range("cores per executor", "at least 1", () => Cluster with { CoresPerExecutor = 0 });
        Refused.Range("memory overhead", "below 100 %", () => Cluster with { MemoryOverhead = Fraction.One });
    }

    [Theory]
    [InlineData(2, 384)]
    [InlineData(3.75, 384)]
    [InlineData(10, 1024)]
    public void Executor_has_a_least_overhead(double heap, double overhead)
    {
        var executor = new SparkExecutor { Heap = heap.Gibibytes };
        Assert.Equal(overhead, executor.Overhead.Mebibytes, 1e-9);
        Assert.Equal(heap * 1024 + overhead, executor.Container.Mebibytes, 1e-9);
        Assert.Equal(["executor overhead", "executor container"], executor.Results.Select(result => result.Name));
        Refused.Range("executor heap", "above 0", () => executor with { Heap = 0.Bytes });
        Refused.Null("memory overhead", () => executor with { MemoryOverhead = null! });
    }

    [Fact]
    public void Stage_runs_in_waves_and_waits_for_its_largest_partition()
    {
        Assert.Equal(8192, Stage.Tasks.Value);
        Assert.Equal(97, Stage.Waves.Value);
        Assert.Equal(1164, Stage.Time.Seconds, 1e-9);
        Assert.Equal(0.006428138265615, Stage.LastWaveIdle.Value, 1e-12);
        Assert.Equal(1200, (Stage with { Skew = 4 }).Time.Seconds, 1e-9);
        Assert.Equal(0.5, (Stage with { Data = 128.Mebibytes, Slots = 2 }).LastWaveIdle.Value);
        Assert.Equal(4096, (Stage with { PartitionSize = 256.Mebibytes }).Tasks.Value);
        Assert.Equal(["tasks", "waves", "stage time", "idle in the last wave"], Stage.Results.Select(result => result.Name));
        Refused.Range("data of the stage", "not be negative", () => Stage with { Data = (-1).Bytes });
        Refused.Range("partition size", "above 0", () => Stage with { PartitionSize = 0.Bytes });
        Refused.Range("task slots", "at least 1", () => Stage with { Slots = 0 });
        Refused.Range("task time", "above 0", () => Stage with { TaskTime = Duration.Zero });
        Refused.Range("skew", "at least 1", () => Stage with { Skew = 0.9 });
    }

    /// <summary>No tasks, no waves, no time, whatever the skew; every slot is idle.</summary>
    [Fact]
    public void Stage_with_nothing_to_read_takes_no_time()
    {
        BatchStage empty = Stage with { Data = DataSize.Zero, Skew = 4 };
        Assert.Equal((0.0, 0.0, 0.0, 1.0), (empty.Tasks.Value, empty.Waves.Value, empty.Time.Seconds, empty.LastWaveIdle.Value));
    }

    [Fact]
    public void Job_is_done_in_its_window()
    {
        Assert.Equal(44, Job.Workers.Value);
        Assert.Equal(620_000, Job.Work.Seconds, 1e-6);
        Assert.Equal(620_000 / 44.0, Job.RunTime.Seconds, 1e-6);
        Assert.Equal(48, (Job with { Retries = 0.1 }).Workers.Value);
        Assert.Equal(57, (Job with { Retries = 0.1, Stragglers = 1.2 }).Workers.Value);
        Assert.Equal(0, (Job with { Items = 0 }).RunTime.Seconds);
        BatchJob paid = Job with { WorkerPrice = 0.36.DollarsPerHour };
        Assert.Equal(62, paid.CostPerRun!.Dollars, 1e-9);
        Assert.Equal(["work of a run", "batch workers", "run time", "cost of a run"], paid.Results.Select(result => result.Name));
        Assert.Equal(3, Job.Results.Count);
        Assert.Null(Job.CostPerRun);
    }

    [Fact]
    public void Job_inputs_out_of_range_are_refused_by_name()
    {
        Refused.Range("items of a run", "not be negative", () => Job with { Items = -1 });
        Refused.Range("time per item", "above 0", () => Job with { TimePerItem = Duration.Zero });
        Refused.Range("batch window", "above 0", () => Job with { Window = Duration.Zero });
        Refused.Range("retried items", "not be negative", () => Job with { Retries = -0.1 });
        Refused.Range("slowest worker over the mean", "at least 1", () => Job with { Stragglers = 0.9 });
        Refused.Range("worker price", "not be negative", () => Job with { WorkerPrice = (-1).DollarsPerHour });
    }

    [Fact]
    public void Every_input_changes_a_result()
    {
        Assert.Empty(EveryInput.WithoutEffect(() => Cluster with { }, new Dictionary<string, object>
        {
            ["Nodes"] = (Scalar)7, ["CoresPerNode"] = (Scalar)32, ["MemoryPerNode"] = 32.Gibibytes, ["CoresPerExecutor"] = (Scalar)4, ["MemoryOverhead"] = 20.Percent,
        }));
        Assert.Empty(EveryInput.WithoutEffect(() => new SparkExecutor { Heap = 20.Gibibytes }, new Dictionary<string, object> { ["Heap"] = 1.Gibibytes, ["MemoryOverhead"] = 20.Percent }));
        Assert.Empty(EveryInput.WithoutEffect(() => Stage with { }, new Dictionary<string, object>
        {
            ["Data"] = 1.Gibibytes, ["PartitionSize"] = 1.Gibibytes, ["Slots"] = (Scalar)7, ["TaskTime"] = 7.Seconds, ["Skew"] = (Scalar)7,
        }));
        Assert.Empty(EveryInput.WithoutEffect(() => Job with { }, new Dictionary<string, object>
        {
            ["Items"] = (Scalar)7, ["TimePerItem"] = 7.Seconds, ["Window"] = 7.Hours, ["Retries"] = (Scalar)1, ["Stragglers"] = (Scalar)2, ["WorkerPrice"] = 1.DollarsPerHour,
        }));
    }
}
