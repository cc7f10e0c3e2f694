namespace MlsdEstimator;

/// <summary>Evaluates a graph over draws of its inputs that are known already.</summary>
internal sealed class KnownDraws : ILeafDraws
{
    private readonly Dictionary<LeafNode, double[]> known = new(ReferenceEqualityComparer.Instance);
    private readonly LeafNode[] leaves;
    private readonly TapeRun run;
    private readonly int count;

    /// <param name="roots">What to compute.</param>
    /// <param name="count">Draws.</param>
    public KnownDraws(IReadOnlyList<Node> roots, int count)
    {
        leaves = [.. GraphWalk.OperandsFirst(roots).OfType<LeafNode>()];
        run = new TapeRun(Tape.Compile(roots));
        this.count = count;
    }

    /// <summary>One column for each root.</summary>
    /// <param name="valuesOf">Draws of an input, in base units.</param>
    public double[][] Evaluate(Func<LeafNode, double[]> valuesOf)
    {
        foreach (LeafNode leaf in leaves)
            known[leaf] = valuesOf(leaf);
        double[][] columns = [.. Enumerable.Range(0, run.OutputCount).Select(_ => new double[count])];
        for (int start = 0; start < count; start += TapeRun.BlockSize)
            run.Evaluate(this, start, columns, start, Math.Min(TapeRun.BlockSize, count - start));
        return columns;
    }

    void ILeafDraws.Fill(LeafNode leaf, int start, Span<double> values) => known[leaf].AsSpan(start, values.Length).CopyTo(values);
}
