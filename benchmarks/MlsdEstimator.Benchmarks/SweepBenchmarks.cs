using BenchmarkDotNet.Attributes;

namespace MlsdEstimator.Benchmarks;

/// <summary>A table of 100 rows and three outputs over one input, compiling included.</summary>
[MemoryDiagnoser]
public class SweepBenchmarks
{
    private const int Rows = 100;

    private readonly CapacityCase design = new();

    [Benchmark(OperationsPerInvoke = Rows)]
    public Sweep One_row() => Sweep.Of(design.Users, 100.Million, 1.Billion, Rows, [design.Peak, design.Machines, design.Cost]);
}
