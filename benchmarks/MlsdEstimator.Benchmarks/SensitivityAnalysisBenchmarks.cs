using BenchmarkDotNet.Attributes;

namespace MlsdEstimator.Benchmarks;

/// <summary>Elasticity, swing and share of variance of every input of an output.</summary>
[MemoryDiagnoser]
public class SensitivityAnalysisBenchmarks
{
    private readonly CapacityCase design = new();

    [Benchmark]
    public IReadOnlyList<Sensitivity<Spend>> Of_the_cost() => design.Cost.Sensitivities();
}
