using BenchmarkDotNet.Attributes;

namespace MlsdEstimator.Benchmarks;

/// <summary>p50 to p99.9 of seven stages in sequence. Budget: 200 us on one core.</summary>
[MemoryDiagnoser]
public class LatencyProfileBenchmarks
{
    private static readonly double[] Medians = [10, 5, 25, 20, 40, 10, 20];

    private LatencyProfile[] moderate = [];
    private LatencyProfile[] heavy = [];
    private LatencyProfile[] veryHeavy = [];
    private LatencyProfile[] cached = [];

    [GlobalSetup]
    public void Setup()
    {
        (moderate, heavy, veryHeavy) = (Stages(2.5), Stages(10), Stages(30));
        cached = [.. moderate];
        cached[3] = LatencyProfile.LogNormal(300.Milliseconds, 900.Milliseconds).WithCache(98.Percent, LatencyProfile.Constant(0.2.Milliseconds));
    }

    [Benchmark(Baseline = true)]
    public double SevenStages() => Read(moderate);

    [Benchmark]
    public double SevenStagesTail10() => Read(heavy);

    [Benchmark]
    public double SevenStagesTail30() => Read(veryHeavy);

    [Benchmark]
    public double SevenStagesOneCached() => Read(cached);

    [Benchmark]
    public double FanOut() => moderate[2].FanOut(64).P99.Seconds;

    private static LatencyProfile[] Stages(double tail) =>
        [.. Medians.Select(median => LatencyProfile.LogNormal(median.Milliseconds, (median * tail).Milliseconds))];

    /// <summary>A profile remembers its readings, so it is composed anew: building it is part of the time.</summary>
    private static double Read(LatencyProfile[] stages) => stages.Aggregate((whole, stage) => whole.Then(stage)).P999.Seconds;
}
