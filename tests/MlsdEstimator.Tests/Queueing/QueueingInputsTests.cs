namespace MlsdEstimator.Tests;

/// <summary>No input of the smaller estimators of queues, stores and availability is without effect.</summary>
public class QueueingInputsTests
{
    [Fact]
    public void Every_input_of_a_loss_system_or_shared_processor_changes_a_result()
    {
        var other = new Dictionary<string, object> { ["Arrivals"] = 7.PerSecond, ["Service"] = 50.Milliseconds, ["Servers"] = (Scalar)9 };
        Assert.Empty(EveryInput.WithoutEffect(() => new LossSystem { Arrivals = 8.PerSecond, Service = 100.Milliseconds, Servers = 3 }, other));
        Assert.Empty(EveryInput.WithoutEffect(() => new SharedProcessor { Arrivals = 8.PerSecond, Service = 100.Milliseconds }, other));
    }

    [Fact]
    public void Every_input_of_priorities_changes_a_result() => Assert.Empty(EveryInput.WithoutEffect(
        () => new PriorityQueue { Classes = [new("interactive", 30.PerSecond, 10.Milliseconds, 1), new("batch", 10.PerSecond, 40.Milliseconds, 1)] },
        new Dictionary<string, object> { ["Classes"] = new[] { new PriorityClass("batch", 10.PerSecond, 40.Milliseconds, 1) }, ["Rule"] = PriorityRule.PreemptiveResume }));

    [Fact]
    public void Every_input_of_a_scaler_backlog_or_burst_changes_a_result()
    {
        Assert.Empty(EveryInput.WithoutEffect(
            () => new Autoscaler { Replicas = 10, Metric = 90, Target = 60 },
            new Dictionary<string, object> { ["Replicas"] = (Scalar)11, ["Metric"] = (Scalar)80, ["Target"] = (Scalar)50, ["DeadBand"] = 60.Percent }));
        Assert.Empty(EveryInput.WithoutEffect(
            () => new Backlog { Items = 1e6, Capacity = 100.PerSecond, Arrivals = 10.PerSecond },
            new Dictionary<string, object> { ["Items"] = (Scalar)7, ["Capacity"] = 70.PerSecond, ["Arrivals"] = 7.PerSecond }));
        Assert.Empty(EveryInput.WithoutEffect(() => new PoissonBurst { Arrivals = 100.PerSecond }, new Dictionary<string, object> { ["Arrivals"] = 7.PerSecond, ["Window"] = 7.Seconds }));
    }

    [Fact]
    public void Every_input_of_a_scalability_law_changes_a_result() => Assert.Empty(EveryInput.WithoutEffect(
        () => new ScalabilityLaw { RateOfOne = 100.PerSecond, Contention = 5.Percent, Coherency = 0.001 },
        new Dictionary<string, object> { ["RateOfOne"] = 7.PerSecond, ["Contention"] = 7.Percent, ["Coherency"] = (Scalar)0.002 }));

    [Fact]
    public void Every_input_of_availability_changes_a_result() => Assert.Empty(EveryInput.WithoutEffect(
        () => new AvailabilityChain { Components = [new("ranker", 99.5.Percent) { Copies = 3, Needed = 2, CommonCause = 5.Percent }], Target = 99.Percent },
        new Dictionary<string, object> { ["Components"] = new AvailablePart[] { new("ranker", 99.6.Percent) }, ["Target"] = 99.999.Percent }));

    [Fact]
    public void Every_input_of_an_available_part_changes_a_result() => Assert.Empty(EveryInput.WithoutEffect(
        () => new AvailablePart("ranker", 99.5.Percent) { Copies = 3, Needed = 2 },
        new Dictionary<string, object> { ["Name"] = "gateway", ["Each"] = 99.Percent, ["Copies"] = (Scalar)4, ["Needed"] = (Scalar)3, ["CommonCause"] = 5.Percent },
        part => new AvailabilityChain { Components = [part] } is var chain ? $"{chain.Components[0].Name} {chain.Whole.Value:R}" : ""));

    [Fact]
    public void Every_input_of_store_nodes_changes_a_result()
    {
        Assert.Empty(EveryInput.WithoutEffect(
            () => new BigtableNodes { Reads = 200_000.PerSecond, Writes = 200_000.PerSecond, WritesPerNode = 15_000.PerSecond, ReadsPerNode = 15_000.PerSecond, Stored = 70.Terabytes, StoragePerNode = 5.25.Terabytes },
            new Dictionary<string, object>
            {
                ["Reads"] = 300_000.PerSecond, ["Writes"] = 300_000.PerSecond, ["ReadsPerNode"] = 10_000.PerSecond, ["WritesPerNode"] = 10_000.PerSecond, ["Stored"] = 900.Terabytes, ["StoragePerNode"] = 1.Terabytes,
            }));
        Assert.Empty(EveryInput.WithoutEffect(
            () => new RedisMemory { Keys = 1e6, BytesPerKey = RedisMemory.SmallString, Replicas = 1 },
            new Dictionary<string, object> { ["Keys"] = (Scalar)7, ["BytesPerKey"] = 7.Bytes, ["Fragmentation"] = (Scalar)7, ["Replicas"] = (Scalar)7 }));
        Assert.Empty(EveryInput.WithoutEffect(
            () => new MilvusScalarIndex { Rows = 1e6, BytesPerRow = MilvusScalarIndex.SmallNumber },
            new Dictionary<string, object> { ["Rows"] = (Scalar)7, ["BytesPerRow"] = 7.Bytes }));
        Assert.Empty(EveryInput.WithoutEffect(
            () => new ClosedNetwork { Users = 10, Think = 1.Seconds, Demands = [10.Milliseconds] },
            new Dictionary<string, object> { ["Users"] = (Scalar)7, ["Think"] = 7.Seconds, ["Demands"] = new[] { 7.Milliseconds } }));
    }
}
