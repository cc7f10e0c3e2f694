namespace MlsdEstimator.Peers;

/// <summary>The budgets, as far as their measurements were made in this run.</summary>
internal static class BudgetSheet
{
    /// <summary>What a node may cost where about 1 ns is promised: the largest of the sizes counts.</summary>
    private const double MostPerNode = 1.5;

    /// <summary>How much dearer a node may be in a graph ten times larger, where linear time is promised: caches are left behind on the way, and the collector moves what lives.</summary>
    private const double MostGrowth = 2;

    /// <param name="standings">All workloads that were measured.</param>
    /// <param name="figures">This library alone.</param>
    /// <param name="hasAvx512">Whether this process uses AVX-512.</param>
    public static IReadOnlyList<Budget> Of(IReadOnlyList<Standing> standings, IReadOnlyList<Figure> figures, bool hasAvx512) =>
        [.. OfRatios(standings, hasAvx512), .. OfFigures(figures)];

    private static IEnumerable<Budget> OfRatios(IReadOnlyList<Standing> standings, bool hasAvx512)
    {
        IEnumerable<Standing> capacity = standings.Where(standing => standing.Workload == WorkloadName.Capacity);
        string numPy = NumPyPeer.NameOf(NumPyPeer.Best);
        foreach (Standing standing in capacity.Where(standing => standing.Threads == 1 && standing.Peer == numPy))
            yield return Budget.AtLeast($"W1 beside NumPy at its best ({(hasAvx512 ? "with" : "without")} AVX-512)", hasAvx512 ? 6 : 3.5, standing.Ratio, "x");
        foreach (Standing standing in capacity.Where(standing => standing.Threads == 1 && standing.Peer == SquigglePeer.PeerName))
            yield return Budget.AtLeast("W1 beside Squiggle", 100, standing.Ratio, "x");
        if (Own(capacity, 1) is Standing one && Own(capacity, 2) is Standing two)
            yield return Budget.AtLeast("W1 on two threads beside one", 1.8, one.NanosecondsPerSample / two.NanosecondsPerSample, "x");
        foreach (Standing standing in standings.Where(standing => standing.Workload == WorkloadName.Accuracy && standing.Peer == numPy))
            yield return Budget.AtLeast("time to 0.1 % RMS error beside NumPy's plain Monte Carlo", 75, standing.Ratio, "x");
    }

    private static IEnumerable<Budget> OfFigures(IReadOnlyList<Figure> figures)
    {
        if (Value(figures, FigureName.BuildRanges) is double build)
            yield return Budget.AtMost("build the video-recommendation worksheet, read all", 100, build, "us");
        if (Value(figures, FigureName.Recalculate) is double again)
            yield return Budget.AtMost("evaluate its compiled form with one input changed", 2, again, "us");
        if (Value(figures, FigureName.RecalculateBytes) is double bytes)
            yield return Budget.AtMost("the same: memory allocated", 0, bytes, "B");
        double[] nodes = [.. NodeCosts.FlatSizes.Select(size => Value(figures, FigureName.Evaluate(size))).OfType<double>()];
        if (nodes.Length > 0)
            yield return Budget.AtMost("cost of a node, 10 to 3,000 nodes", MostPerNode, nodes.Max(), "ns");
        if (PerNode(figures, 10_000) is double small && PerNode(figures, 100_000) is double large)
            yield return Budget.AtMost("linear: a node of 100,000 beside one of 10,000, all steps", MostGrowth, large / small, "x");
        if (Value(figures, FigureName.SecondCall) is double second)
            yield return Budget.AtMost("16,384 samples at the second call of a fresh process", 10, second, "ms");
        if (Value(figures, FigureName.SampleStart) is double start)
            yield return Budget.AtMost("first output of the sample", 1000, start, "ms");
    }

    /// <summary>Building, compiling and evaluating together.</summary>
    private static double? PerNode(IReadOnlyList<Figure> figures, int nodes) =>
        Value(figures, FigureName.Build(nodes)) + Value(figures, FigureName.Compile(nodes)) + Value(figures, FigureName.Evaluate(nodes));

    private static Standing? Own(IEnumerable<Standing> standings, int threads) =>
        standings.FirstOrDefault(standing => standing.Peer == OwnPeer.SelfName && standing.Threads == threads);

    private static double? Value(IReadOnlyList<Figure> figures, string name) => figures.FirstOrDefault(figure => figure.Name == name)?.Value;
}
