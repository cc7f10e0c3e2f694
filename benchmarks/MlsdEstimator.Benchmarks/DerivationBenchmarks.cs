using BenchmarkDotNet.Attributes;

namespace MlsdEstimator.Benchmarks;

/// <summary>How a result came about, as text.</summary>
[MemoryDiagnoser]
public class DerivationBenchmarks
{
    private readonly CapacityCase design = new();

    [Benchmark]
    public string Of_the_cost() => design.Cost.Explain().ToString();
}
