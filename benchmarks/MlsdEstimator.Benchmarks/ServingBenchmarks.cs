using BenchmarkDotNet.Attributes;

namespace MlsdEstimator.Benchmarks;

/// <summary>Building a worksheet with every estimator of serving and of storage and its prices, and reading every nominal result. Budget: 200 us.</summary>
[MemoryDiagnoser]
public class ServingBenchmarks
{
    private static readonly PriceList Prices = PriceList.Bundled;

    private static readonly VisitCoverage Popularity = VisitCoverage.Zipf(31e6, 0.8);

    [Benchmark]
    public double Build_every_serving_estimator() => Read(Serving());

    [Benchmark]
    public double Build_every_storage_and_serving_estimator() => Read(Serving() with { Data = Stores(Web().Load) });

    private static double Read(Worksheet sheet) => sheet.Results.Where(result => result.IsFeasible).Sum(result => result.BaseValue);

    private static Traffic Web() => Traffic.FromUsers(5.Million, 10, Peak.Factor(2));

    private static Worksheet Serving()
    {
        Traffic web = Web();
        var online = new OnlineServing
        {
            Requests = web.Load,
            Replica = Capacity.Measured(180.PerSecond, 0.99, 80.Milliseconds),
            ReplicaPrice = Prices.Machine("g5.xlarge").OnDemand,
            Zones = 3,
            ZonesToSurvive = 1,
            MinimumPerZone = 2,
            Autoscaling = new Autoscaling { Reaction = 2.Minutes, ColdStart = 5.Minutes },
            OtherTiers = [],
        };
        var batch = new BatchInference
        {
            Set = PrecomputeSet.AllRegistered(31.Million, 5.Million),
            Worker = Capacity.Measured(400.PerSecond, 0.99, 1.Seconds),
            WorkerPrice = Prices.Machine("g5.xlarge").OnDemand,
            RefreshInterval = 1.Days,
            Window = 4.Hours,
            OutputPerEntity = 240.Bytes,
            OutputCopies = 3,
            StoragePrice = Prices.StorageOf("memory").FirstTier,
            Changes = 1.PerDay,
        };
        ServingDesign[] others =
        [
            new HybridServing { Online = online, Batch = batch, Coverage = Popularity },
            new StreamingInference { Events = web.Load, FixedTime = 1.Seconds, TimePerEvent = 1.Milliseconds, Interval = 10.Seconds, WorkerPrice = 1.DollarsPerHour },
            new ServerlessServing { Requests = web.Load, Memory = 2.Gibibytes, Duration = 100.Milliseconds, Price = Prices.ServerlessOf("AWS Lambda x86") },
            new HostedApi { Requests = web.Load, InputTokens = 2_000, CachedTokens = 1_500, OutputTokens = 100, Price = Prices.TokensOf("gpt-5-mini"), SelfHosted = online },
        ];
        var comparison = new ServingComparison { Online = online, Batch = batch, ServeRestOnline = true, Others = others, ValuePerRequest = 0.001.Dollars, ExpectedLift = 0.01 };
        return new Worksheet("Serving")
        {
            Clarify = [web],
            Serve =
            [
                comparison, online, batch, .. others,
                new CpuTier { Requests = web.Load, CpuTimePerRequest = 5.Milliseconds, CoresPerMachine = 32, Utilisation = 60.Percent, MachinePrice = 480.DollarsPerMonth },
                new CommitmentMix { Machines = online.Bought, Day = DiurnalCurve.FromPeak(2), OnDemand = 1.DollarsPerHour, Reserved = 0.6.DollarsPerHour },
                new UnitCost { Machine = 1.DollarsPerHour, FullRate = 180.PerSecond, Utilisation = 50.Percent },
                batch.Age,
            ],
            AsOf = new DateOnly(2026, 11, 21),
        };
    }

    private static IReadOnlyList<Estimator> Stores(Load requests)
    {
        var index = new VectorIndex { Items = 100.Million, Dimensions = 256, Layout = VectorLayout.OpenSearchHnsw(2.Bytes), Copies = 2, NodeMemory = 100.Gigabytes };
        return
        [
            new RetainedData { Rows = requests, RowSize = 500.Bytes, Retention = 90.Days, Copies = 3 },
            new StoredRows { Rows = 100.Million, RowSize = 1.Kilobytes, Copies = 3 },
            new EncodedColumn { Rows = 1e9, Distinct = 1_000, ValueSize = 20.Bytes },
            new BloomFilter { Items = 100.Million, FalseAlarms = 1.Percent },
            new HyperLogLog { IndexBits = 14 },
            new FeatureStoreStorage { Entities = 31.Million, FeaturesPerEntity = 200, Layout = FeatureLayout.Bundle(1.Kilobytes), Copies = 3 },
            new EmbeddingTables { Rows = [31.Million, 100.Million], Dimensions = 128, BytesPerComponent = 4.Bytes, Optimizer = EmbeddingOptimizer.RowWiseAdagrad, Copies = 1 },
            index,
            new IndexRebuild { New = index, Old = index, EmbeddingsPerWorker = 2_000.PerSecond, Workers = 10 },
            new AnnServing { Queries = requests, Index = index, Node = Capacity.Measured(3_000.PerSecond, 0.99, 10.Milliseconds), NodeMemory = 100.Gigabytes, MinimumReplicas = 2 },
            new StreamLog { Records = requests, RecordSize = 1.Kilobytes, Retention = 7.Days, Copies = 3, ConsumerGroups = 2 },
            new WindowState
            {
                Events = requests, EventSize = 1.Kilobytes, Keys = 31.Million, BytesPerKey = 40.Bytes, Window = 1.Hours, Slide = 1.Minutes, Machines = 5, CheckpointInterval = 1.Minutes,
            },
            new ModelRegistry { Models = 10, VersionsKept = 20, ArtefactSize = 2.Gigabytes, Copies = 3 },
            new MetricSeries { Targets = 500, SeriesPerTarget = 1_000, ScrapeInterval = 15.Seconds, Retention = 15.Days, Copies = 1 },
            new RequestLog { Requests = requests, LinesPerRequest = 1, LineSize = 500.Bytes, Retention = 30.Days, Copies = 1 },
            new PredictionLog { Predictions = requests, Features = 200, RowOverhead = 100.Bytes, Retention = 30.Days, Copies = 3 },
            new TrainingSet { Positives = 1e9, NegativesPerPositive = 10, RowSize = 500.Bytes, Copies = 3 },
            new CacheStorage { Entries = 31.Million, EntrySize = 1.Kilobytes, Copies = 2 },
            new RedisMemory { Keys = 31.Million, BytesPerKey = RedisMemory.SmallString, Replicas = 1 },
            new BigtableNodes { Reads = 200_000.PerSecond, Writes = 30_000.PerSecond },
        ];
    }
}
