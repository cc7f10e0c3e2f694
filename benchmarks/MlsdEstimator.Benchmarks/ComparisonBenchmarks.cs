using BenchmarkDotNet.Attributes;

namespace MlsdEstimator.Benchmarks;

/// <summary>Two alternatives that share their inputs.</summary>
[MemoryDiagnoser]
public class ComparisonBenchmarks
{
    private readonly CapacityCase design = new();
    private readonly Spend flat = 400.To(900) * Spend.DollarPerHour;

    [Benchmark]
    public Comparison<Spend> Own_machines_beside_a_flat_price() => Comparison.Of(("own machines", design.Cost), ("flat price", flat));
}
