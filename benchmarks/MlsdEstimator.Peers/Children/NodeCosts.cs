namespace MlsdEstimator.Peers;

/// <summary>What a node costs in graphs of 10 to 100,000: to build, to compile, to evaluate with one input changed.</summary>
internal static class NodeCosts
{
    private const double Seconds = 0.3;

    /// <summary>Sizes of worksheets: here a node should cost the same.</summary>
    public static IReadOnlyList<int> FlatSizes { get; } = [10, 100, 1_000, 3_000];

    private static readonly int[] LargeSizes = [10_000, 100_000];

    public static IReadOnlyList<Figure> Measure() => [.. FlatSizes.Concat(LargeSizes).SelectMany(Of)];

    private static IReadOnlyList<Figure> Of(int nodes)
    {
        GraphModel graph = GraphModel.Wide(nodes);
        CompiledQuantities compiled = Compile(graph);
        double value = 1;
        return
        [
            Cost(FigureName.Build(nodes), nodes, () => GraphModel.Wide(nodes)),
            Cost(FigureName.Compile(nodes), nodes, () => Compile(graph)),
            Cost(FigureName.Evaluate(nodes), compiled.CountSteps(), () => compiled.Evaluate(value += 1e-6)),
        ];
    }

    private static CompiledQuantities Compile(GraphModel graph) => new(graph.Outputs, graph.Operands[0]);

    private static Figure Cost(string name, int nodes, Action action)
    {
        int repeats = Math.Max(1, 10_000 / nodes);
        double seconds = Repetition.Fastest(() => Repeat(action, repeats), Seconds);
        return new Figure(name, seconds / repeats / nodes * 1e9, "ns a node");
    }

    /// <summary>Small graphs many times: one alone is as short as the clock's tick.</summary>
    private static void Repeat(Action action, int repeats)
    {
        for (int i = 0; i < repeats; i++)
            action();
    }
}
