using BenchmarkDotNet.Attributes;

namespace MlsdEstimator.Benchmarks;

/// <summary>Simulations of different sizes, and what compiling a graph for them costs.</summary>
[MemoryDiagnoser]
public class SimulationBenchmarks
{
    private const int LargeGraph = 100_000;

    private readonly Rate peak = 100e6.To(1e9, best: 500e6) * 3.To(30, best: 10) * 1.6.To(3, best: 2) / Duration.Day;
    private readonly Node[] capacity = Capacity();
    private readonly Node[] chain = [Chain(LargeGraph).Node];

    /// <summary>Three ranges, one product, 16,384 draws, one quantile.</summary>
    [Benchmark]
    public Rate Peak_QPS_high_end() => peak.Simulate().High;

    /// <summary>Nine inputs of six shapes, five outputs: the capacity of a recommender, without statistics.</summary>
    [Benchmark]
    public Simulation Capacity_16_384() => Simulation.Run(capacity, new SimulationOptions());

    /// <summary>The same with 1,048,576 draws.</summary>
    [Benchmark]
    public Simulation Capacity_1_048_576() => Simulation.Run(capacity, new SimulationOptions { Samples = 1 << 20 });

    /// <summary>Budget: 0.7 us for each node.</summary>
    [Benchmark(OperationsPerInvoke = LargeGraph)]
    public int Compile_100_000_nodes() => Tape.Compile(chain).Instructions.Length;

    private static Node[] Capacity()
    {
        Scalar perDay = Uncertain.Range(120e6, 180e6).AsScalar() * Uncertain.Range(5, 20).AsScalar();
        Scalar bytes = Uncertain.Uniform(200, 800).AsScalar() * Uncertain.Range(8, 64).AsScalar();
        Scalar peak = perDay / 86_400 * Uncertain.Triangular(1.5, 2, 4).AsScalar();
        Scalar days = Uncertain.OneOf((30, 0.5), (90, 0.3), (365, 0.2)).AsScalar();
        Scalar gpus = (peak * Uncertain.Range(0.5, 5).AsScalar() * 1e9 / (312e12 * Uncertain.Beta(8, 6).AsScalar())).Ceiling();
        return [peak.Node, (peak * bytes).Node, (perDay * bytes * days * 3).Node, gpus.Node, (gpus * Uncertain.Uniform(1.5, 4).AsScalar() * 730).Node];
    }

    private static Scalar Chain(int nodes)
    {
        Scalar x = Uncertain.Range(1, 2).AsScalar(), sum = x;
        for (int i = 0; i < nodes / 3; i++)
            sum = Scalar.Max(sum, x * i) + x;
        return sum;
    }
}
