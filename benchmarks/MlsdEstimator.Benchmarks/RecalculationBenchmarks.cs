using BenchmarkDotNet.Attributes;
using MlsdEstimator.Samples;

namespace MlsdEstimator.Benchmarks;

/// <summary>One changed input and all results again. Budget: 2 us and no allocation on the video-recommendation worksheet, about 1 ns for each node.</summary>
[MemoryDiagnoser]
public class RecalculationBenchmarks
{
    private Recalculation sheet = null!;
    private Scalar users = null!;
    private Recalculation synthetic = null!;
    private Scalar first = null!;
    private Scalar last = null!;
    private IQuantity daily = null!;
    private double turn;

    /// <summary>Operations of the synthetic graph.</summary>
    [Params(10, 100, 1_000, 3_000, 100_000)]
    public int Nodes { get; set; }

    [GlobalSetup]
    public void Compile()
    {
        Worksheet worksheet = new VideoRecommendation().Build(new CaseInputs([])).Sheet;
        IQuantity[] results = [.. worksheet.Results.Where(one => one.IsFeasible)];
        users = Users(results);
        daily = results[0];
        sheet = Recalculation.Of([.. results, users], [users]);
        List<Scalar> values = Graph(Nodes);
        (first, last) = (values[0], values[^1]);
        synthetic = Recalculation.Of(values, [first]);
    }

    /// <summary>Every result of the sample after a change of its daily active users.</summary>
    [Benchmark]
    public bool Video_worksheet()
    {
        sheet.Set(users, 400e6 + ++turn, Scalar.One);
        return sheet.IsFeasible(daily);
    }

    /// <summary>Sums, differences, products and quotients of random earlier values.</summary>
    [Benchmark]
    public bool Synthetic_graph()
    {
        synthetic.Set(first, 1 + 1e-9 * ++turn, Scalar.One);
        return synthetic.IsFeasible(last);
    }

    private static Scalar Users(IEnumerable<IQuantity> results) =>
        results.SelectMany(one => NamedInputs.Of(one.Node).Values).OfType<Scalar>().First(input => input.Name == "daily active users");

    /// <summary>Two inputs and so many operations on values a few dozen back, all of them read.</summary>
    private static List<Scalar> Graph(int nodes)
    {
        var random = new Random(1);
        List<Scalar> values = [Uncertain.Range(0.9, 1.1).AsScalar(), Uncertain.Range(0.9, 1.1).AsScalar()];
        while (values.Count < nodes + 2)
            values.Add(Step(values.Count % 4, values[^random.Next(1, Math.Min(values.Count, 50) + 1)], values[^random.Next(1, Math.Min(values.Count, 50) + 1)], 0.4 + 0.2 * random.NextDouble()));
        return values;
    }

    private static Scalar Step(int kind, Scalar a, Scalar b, double factor) => kind switch
    {
        0 => a + b,
        1 => a * factor,
        2 => a / (2 * factor),
        _ => b - a,
    };
}
