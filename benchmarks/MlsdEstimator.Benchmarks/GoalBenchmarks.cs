using BenchmarkDotNet.Attributes;

namespace MlsdEstimator.Benchmarks;

/// <summary>Which input makes an output hit a target.</summary>
[MemoryDiagnoser]
public class GoalBenchmarks
{
    private readonly CapacityCase design = new();

    /// <summary>Every other input at its best guess.</summary>
    [Benchmark(Baseline = true)]
    public Goal<Scalar> At_nominal() => design.Peak.SolveFor(design.Users, 200_000.PerSecond);

    /// <summary>The 90 % point of belief hits the target: each step of the search is a simulation.</summary>
    [Benchmark]
    public Goal<Scalar> At_a_percentile_of_belief() => design.Peak.SolveFor(design.Users, 200_000.PerSecond, confidence: 0.9);
}
