using BenchmarkDotNet.Attributes;

namespace MlsdEstimator.Benchmarks;

/// <summary>Building a worksheet with every estimator of serving and its prices, and reading every nominal result. Budget: 200 us.</summary>
[MemoryDiagnoser]
public class ServingBenchmarks
{
    private static readonly PriceList Prices = PriceList.Bundled;

    private static readonly VisitCoverage Popularity = VisitCoverage.Zipf(31e6, 0.8);

    [Benchmark]
    public double Build_every_serving_estimator() => Everything().Results.Where(result => result.IsFeasible).Sum(result => result.BaseValue);

    private static Worksheet Everything()
    {
        Traffic web = Traffic.FromUsers(5.Million, 10, Peak.Factor(2));
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
}
