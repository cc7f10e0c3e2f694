namespace MlsdEstimator.Peers;

/// <summary>What a node costs in graphs of 10 to 100,000.</summary>
internal static class NodeCosts
{
    private const double Seconds = 0.3;

    /// <summary>Sizes of worksheets: here a node should cost the same.</summary>
    public static IReadOnlyList<int> FlatSizes { get; } = [10, 30, 100, 300, 1_000, 3_000];

    private static readonly int[] LargeSizes = [10_000, 30_000, 100_000];

    public static IReadOnlyList<Figure> Measure() => [.. FlatSizes.Concat(LargeSizes).SelectMany(Of)];

    private static IEnumerable<Figure> Of(int nodes)
    {
        yield return new Figure(FigureName.Build(nodes), Repetition.Fastest(() => GraphModel.Wide(nodes), Seconds) / nodes * 1e9, "ns a node");
    }
}
