using BenchmarkDotNet.Attributes;

namespace MlsdEstimator.Benchmarks;

/// <summary>What one operation on quantities costs beside the same on bare doubles.</summary>
[MemoryDiagnoser]
public class QuantityBenchmarks
{
    private const int Terms = 1000;

    private readonly Rate requests = 57_870.PerSecond;
    private readonly DataSize row = 500.Bytes;

    [Benchmark(Baseline = true, OperationsPerInvoke = Terms)]
    public double Sum_of_doubles()
    {
        double sum = 0;
        for (int i = 0; i < Terms; i++)
            sum += 57_870d * 500;
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Terms)]
    public Bandwidth Sum_of_quantities()
    {
        Bandwidth sum = Bandwidth.Zero;
        for (int i = 0; i < Terms; i++)
            sum += requests * row;
        return sum;
    }

    [Benchmark]
    public string Format() => requests.ToString();

    [Benchmark]
    public Rate Parse() => Rate.Parse("57.9 k/s");
}
