using BenchmarkDotNet.Attributes;

namespace MlsdEstimator.Benchmarks;

/// <summary>A first block-wise simulation: three ranges, one product, 16,384 draws, sorted.</summary>
[MemoryDiagnoser]
public class SimulationBenchmarks
{
    private readonly Rate peak = 100e6.To(1e9, best: 500e6) * 3.To(30, best: 10) * 1.6.To(3, best: 2) / Duration.Day;

    [Benchmark]
    public Rate Peak_QPS_high_end() => peak.Simulate().High;
}
