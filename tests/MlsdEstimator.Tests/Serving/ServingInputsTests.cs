namespace MlsdEstimator.Tests;

/// <summary>No input of a serving estimator is without effect.</summary>
public class ServingInputsTests
{
    private static readonly Load Doubtful = Load.Of(1000.PerSecond, 2000.PerSecond.To(3000.PerSecond), "requests");

    private static readonly Load Other = Load.Of(7.PerSecond, 9_000.PerSecond, "requests");

    private static readonly SpotMarket Spot = new() { Price = 0.35.DollarsPerHour, Interruptions = 0.05.PerHour, Lost = 15.Minutes, Restart = 6.Minutes };

    private static readonly ServiceLevel Promise = ServiceLevel.Response(0.9, 7.Milliseconds);

    private static readonly ServerPool Pool = new() { Requests = Doubtful, Service = LatencyProfile.LogNormal(12.Milliseconds, 40.Milliseconds), Target = ServiceLevel.Response(0.99, 60.Milliseconds), Zones = 3, ZonesToSurvive = 1, MachinePrice = 1.DollarsPerHour };

    private static readonly Dictionary<string, object> OfPool = new()
    {
        ["Requests"] = Other,
        ["Service"] = LatencyProfile.LogNormal(13.Milliseconds, 40.Milliseconds),
        ["Target"] = ServiceLevel.Response(0.99, 45.Milliseconds),
        ["ArrivalScv"] = (Scalar)9,
        ["MostUtilisation"] = 20.Percent,
        ["ServersPerMachine"] = (Scalar)4,
        ["MachineName"] = "L4",
        ["MachinePrice"] = 2.DollarsPerHour,
        ["Zones"] = (Scalar)5,
        ["ZonesToSurvive"] = (Scalar)0,
        ["MinimumPerZone"] = (Scalar)500,
        ["Spare"] = (Scalar)7,
        ["Confidence"] = 0.5,
    };

    [Fact]
    public void Every_input_of_an_online_design_changes_a_result() => Assert.Empty(EveryInput.WithoutEffect(
        () => ServingExamples.Zoned with { Requests = Doubtful, ReplicaPrice = 1.DollarsPerHour, Regions = PoolRegion.Even(3) },
        new Dictionary<string, object>
        {
            ["Requests"] = Other,
            ["Replica"] = Capacity.Measured(7.PerSecond, 0.99, 80.Milliseconds),
            ["ReplicaName"] = "L4",
            ["ReplicaPrice"] = 2.DollarsPerHour,
            ["Zones"] = (Scalar)5,
            ["ZonesToSurvive"] = (Scalar)0,
            ["MinimumPerZone"] = (Scalar)50,
            ["Regions"] = PoolRegion.Even(2),
            ["RegionsToSurvive"] = (Scalar)1,
            ["Variants"] = (Scalar)2,
            ["Shadow"] = 50.Percent,
            ["Spare"] = (Scalar)3,
            ["Autoscaling"] = new Autoscaling { Reaction = 1.Minutes, ColdStart = 1.Minutes },
            ["ReplicaPower"] = 1.Kilowatts,
            ["OtherTiers"] = new[] { new OtherTier("gateway", null) },
            ["Confidence"] = 0.5,
        }));

    [Fact]
    public void Every_input_of_autoscaling_changes_a_result() => Assert.Empty(EveryInput.WithoutEffect(
        () => new Autoscaling { Reaction = Duration.Zero, ColdStart = Duration.Zero },
        new Dictionary<string, object> { ["Reaction"] = 1.Hours, ["ColdStart"] = 1.Hours, ["Day"] = DiurnalCurve.FromPeak(3) },
        scaling => $"{(ServingExamples.Zoned with { Autoscaling = scaling }).RunningHours.Value:R}"));

    [Fact]
    public void Every_input_of_a_pool_changes_a_result()
    {
        ServerPool batching = Pool with { Service = null, Batches = new BatchedService { PerItem = 0.5.Milliseconds, PerBatch = 2.Milliseconds, MostPerBatch = 16, Variability = 0.1 } };
        ServerPool inPath = Pool with { Target = null, Path = Path(80), Stage = "rank" };
        string[] ofSingle = EveryInput.WithoutEffect(() => Pool with { }, OfPool);
        string[] ofBatches = EveryInput.WithoutEffect(() => batching with { }, new Dictionary<string, object> { ["Batches"] = batching.Batches! with { PerItem = 0.6.Milliseconds } });
        string[] ofPath = EveryInput.WithoutEffect(() => inPath with { }, new Dictionary<string, object> { ["Path"] = Path(65), ["Stage"] = "fetch" });

        Assert.Equal(["Batches", "Path", "Stage"], ofSingle);
        Assert.DoesNotContain("Batches", ofBatches);
        Assert.Equal([], ofPath.Intersect(["Path", "Stage"]));
    }

    [Fact]
    public void Every_input_of_batches_changes_a_result() => Assert.Empty(EveryInput.WithoutEffect(
        () => new BatchedService { PerItem = 0.5.Milliseconds, PerBatch = 2.Milliseconds, MostPerBatch = 16, Variability = 0.1 },
        new Dictionary<string, object> { ["PerItem"] = 0.6.Milliseconds, ["PerBatch"] = 3.Milliseconds, ["MostPerBatch"] = (Scalar)32, ["Variability"] = (Scalar)0.5 },
        batches => $"{batches.Under(900.PerSecond).P99.Seconds:R}"));

    [Fact]
    public void Every_input_of_regional_pools_changes_a_result() => Assert.Empty(EveryInput.WithoutEffect(
        () => new RegionalPools { Pool = Pool, Regions = PoolRegion.Even(3), RegionsToSurvive = 0 },
        new Dictionary<string, object> { ["Pool"] = Pool with { Spare = 9 }, ["Regions"] = PoolRegion.Even(2), ["RegionsToSurvive"] = (Scalar)1 }));

    [Fact]
    public void Every_input_of_a_batch_changes_a_result()
    {
        BatchInference nightly = ServingExamples.Nightly with
        {
            Set = PrecomputeSet.Active((3e6, 31e6, 90e6), 30.Percent, 90.Percent),
            StoragePrice = 0.1.Dollars.Per(DataSize.Gigabyte).Per(Duration.Month),
            Visits = Doubtful,
            ReadPrice = 1e-7.Dollars,
        };
        string[] rented = EveryInput.WithoutEffect(() => nightly with { }, new Dictionary<string, object>
        {
            ["Set"] = PrecomputeSet.Active(1e6, 30.Percent, 90.Percent),
            ["Worker"] = Capacity.Measured(2e6.PerDay, 0.99, 1.Seconds),
            ["WorkerName"] = "L4",
            ["RefreshInterval"] = 2.Days,
            ["Window"] = 1.Hours,
            ["OutputPerEntity"] = 7.Bytes,
            ["OutputCopies"] = (Scalar)5,
            ["WorkerPrice"] = 7.DollarsPerDay,
            ["StoragePrice"] = 0.7.Dollars.Per(DataSize.Gigabyte).Per(Duration.Month),
            ["Join"] = new FeatureJoin { BytesPerEntity = 1.Kilobytes, PerWorker = 100.MegabytesPerSecond },
            ["Retried"] = 5.Percent,
            ["Straggling"] = (Scalar)1.5,
            ["Visits"] = Other,
            ["ReadPrice"] = 2e-7.Dollars,
            ["WritePrice"] = 2e-7.Dollars,
            ["Lookup"] = Promise,
            ["Changes"] = 1.PerDay,
            ["WorkerPower"] = 1.Kilowatts,
            ["Confidence"] = 0.5,
        });
        string[] onSpot = EveryInput.WithoutEffect(() => nightly with { WorkerPrice = null, Spot = Spot }, new Dictionary<string, object> { ["Spot"] = Spot with { Price = 1.DollarsPerHour } });

        Assert.Equal(["Spot"], rented);
        Assert.DoesNotContain("Spot", onSpot);
    }

    [Fact]
    public void Every_input_of_a_hybrid_changes_a_result()
    {
        var hybrid = new HybridServing { Online = ServingExamples.Even, Batch = ServingExamples.Nightly with { Set = PrecomputeSet.AllRegistered(31.Million, 5.Million) }, Coverage = VisitCoverage.Measured((10.Percent, 80.Percent)) };
        Assert.Empty(EveryInput.WithoutEffect(() => hybrid with { }, new Dictionary<string, object>
        {
            ["Online"] = hybrid.Online with { ReplicaPrice = 50.DollarsPerDay },
            ["Batch"] = hybrid.Batch with { WorkerPrice = 11.DollarsPerDay },
            ["Coverage"] = VisitCoverage.Measured((10.Percent, 70.Percent)),
            ["Share"] = 20.Percent,
            ["CacheHits"] = 20.Percent,
        }));
    }

    [Fact]
    public void Every_input_of_a_stream_changes_a_result() => Assert.Empty(EveryInput.WithoutEffect(
        () => new StreamingInference { Events = Load.Of(10.PerSecond, 20_000.PerSecond.To(90_000.PerSecond), "events"), FixedTime = 0.5.Seconds, TimePerEvent = 40.Microseconds, Interval = 2.5.Seconds, WorkerPrice = 1.DollarsPerHour },
        new Dictionary<string, object>
        {
            ["Events"] = Load.Of(10.PerSecond, 100.PerSecond, "events"),
            ["FixedTime"] = 0.6.Seconds,
            ["TimePerEvent"] = 50.Microseconds,
            ["Interval"] = 3.Seconds,
            ["Lateness"] = 1.Seconds,
            ["MinimumWorkers"] = (Scalar)70,
            ["WorkerName"] = "c7i",
            ["WorkerPrice"] = 2.DollarsPerHour,
            ["WorkerPower"] = 100.Watts,
            ["Lookup"] = Promise,
            ["Changes"] = 1.PerDay,
            ["Confidence"] = 0.5,
        }));

    [Fact]
    public void Every_input_of_functions_changes_a_result() => Assert.Empty(EveryInput.WithoutEffect(
        () => new ServerlessServing { Requests = Load.Of(100.PerSecond, 200.PerSecond, "requests"), Memory = 512.Mebibytes, Duration = 300.Milliseconds, Price = PriceList.Bundled.ServerlessOf("AWS Lambda x86"), ColdShare = 1.Percent, ColdStart = 2.Seconds },
        new Dictionary<string, object>
        {
            ["Requests"] = Other,
            ["Memory"] = 1.Gibibytes,
            ["Duration"] = 400.Milliseconds,
            ["Price"] = PriceList.Bundled.ServerlessOf("AWS Lambda x86") with { FreeRequests = 0 },
            ["ColdShare"] = 2.Percent,
            ["ColdStart"] = 3.Seconds,
            ["MostConcurrent"] = (Scalar)5,
            ["Latency"] = Promise,
        }));

    [Fact]
    public void Every_input_of_a_hosted_api_changes_a_result() => Assert.Empty(EveryInput.WithoutEffect(
        () => new HostedApi { Requests = Doubtful, InputTokens = 2_000, CachedTokens = 1_500, OutputTokens = 300, Price = PriceList.Bundled.TokensOf("sonnet-4.5") },
        new Dictionary<string, object>
        {
            ["Requests"] = Other,
            ["InputTokens"] = (Scalar)3_000,
            ["OutputTokens"] = (Scalar)400,
            ["Price"] = PriceList.Bundled.TokensOf("gpt-5"),
            ["CachedTokens"] = (Scalar)1_000,
            ["ReadsPerCacheWrite"] = (Scalar)9,
            ["BatchShare"] = 10.Percent,
            ["SelfHosted"] = ServingExamples.Even,
            ["Latency"] = Promise,
        }));

    [Fact]
    public void Every_input_of_commitments_changes_a_result() => Assert.Empty(EveryInput.WithoutEffect(
        () => new CommitmentMix { Machines = 100, Day = DiurnalCurve.FromPeak(2), OnDemand = 1.DollarsPerHour, Reserved = 0.62.DollarsPerHour, Spot = Spot, SpotShare = 50.Percent },
        new Dictionary<string, object>
        {
            ["Machines"] = (Scalar)70,
            ["Day"] = DiurnalCurve.FromPeak(3),
            ["OnDemand"] = 2.DollarsPerHour,
            ["Reserved"] = 0.5.DollarsPerHour,
            ["Spot"] = Spot with { Price = 0.1.DollarsPerHour },
            ["SpotShare"] = 60.Percent,
        }));

    [Fact]
    public void Every_input_of_prices_and_ages_changes_a_result()
    {
        Assert.Empty(EveryInput.WithoutEffect(() => Spot with { }, new Dictionary<string, object> { ["Price"] = 1.DollarsPerHour, ["Interruptions"] = 1.PerHour, ["Lost"] = 1.Minutes, ["Restart"] = 1.Minutes }));
        Assert.Empty(EveryInput.WithoutEffect(() => new Staleness { Interval = 1.Days, Delay = 1.Hours, Changes = 1.PerDay }, new Dictionary<string, object> { ["Interval"] = 2.Days, ["Delay"] = 2.Hours, ["Changes"] = 2.PerDay }));
        Assert.Empty(EveryInput.WithoutEffect(
            () => new UnitCost { Machine = 1.DollarsPerHour, FullRate = 200.PerSecond, Utilisation = 50.Percent },
            new Dictionary<string, object> { ["Machine"] = 2.DollarsPerHour, ["FullRate"] = 100.PerSecond, ["Utilisation"] = 60.Percent, ["Counts"] = "tokens" }));
    }

    /// <summary>Small money changes what the report says only: see <see cref="ServingDecisionTests"/>.</summary>
    [Fact]
    public void Every_input_of_a_comparison_changes_a_result() => Assert.Equal(["SmallMoney"], EveryInput.WithoutEffect(
        () => ServingExamples.Hybrid with { ValuePerRequest = 0.01.Dollars, ExpectedLift = 0.01 },
        new Dictionary<string, object>
        {
            ["Online"] = ServingExamples.Even with { ReplicaPrice = 50.DollarsPerDay },
            ["Batch"] = ServingExamples.Nightly,
            ["ServeRestOnline"] = false,
            ["Others"] = new ServingDesign[] { ServingExamples.Even },
            ["LatencyLimit"] = ServiceLevel.Response(0.99, 7.Milliseconds),
            ["OldestAnswer"] = 1.Hours,
            ["ValuePerRequest"] = 0.02.Dollars,
            ["ExpectedLift"] = (Scalar)0.02,
            ["SmallMoney"] = 1.DollarsPerDay,
        }));

    private static LatencyPath Path(double slo) => new()
    {
        Stages = LatencyStage.Sequence(LatencyStage.Of("fetch", LatencyProfile.Constant(20.Milliseconds)), LatencyStage.Of("rank", LatencyProfile.Constant(1.Milliseconds))),
        Slo = slo.Milliseconds,
        Target = 0.99,
    };
}
