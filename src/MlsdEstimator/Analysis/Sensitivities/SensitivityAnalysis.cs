namespace MlsdEstimator;

/// <summary>Computes the sensitivities of one quantity.</summary>
internal sealed class SensitivityAnalysis<T>
    where T : Quantity<T>, IQuantity<T>
{
    private const double LowPoint = 0.05;
    private const double HighPoint = 0.95;

    private readonly Quantity<T> quantity;
    private readonly Evaluator evaluator;
    private readonly Dictionary<Node, double> gradient;
    private readonly Lazy<VarianceShares>? shares;
    private readonly LeafNode[] correlated;

    public SensitivityAnalysis(Quantity<T> quantity, SimulationOptions options)
    {
        this.quantity = quantity;
        Dictionary<Node, IQuantity> inputs = NamedInputs.Of(quantity.Node);
        correlated = CorrelatedLeaves(inputs.Keys);
        evaluator = new Evaluator([quantity.Node], inputs.Keys.ToHashSet());
        evaluator.Evaluate();
        gradient = evaluator.Gradient(root: 0);
        shares = quantity.IsCertain ? null : new Lazy<VarianceShares>(() => new VarianceShares(quantity.Node, options));
        Entries = [.. inputs.Where(input => evaluator.Inputs.Contains(input.Key)).Select(input => Entry(input.Key, input.Value)).OrderByDescending(entry => entry.Swing).ThenByDescending(entry => Math.Abs(entry.Elasticity))];
    }

    public IReadOnlyList<Sensitivity<T>> Entries { get; }

    private Sensitivity<T> Entry(Node node, IQuantity input)
    {
        return new Sensitivity<T>(input, Elasticity(node), At(node, LowPoint), At(node, HighPoint), node as LeafNode, shares);
    }

    /// <summary>dy/dx x/y; NaN-free because a feasible quantity of 0 has no percentages: its elasticity reads 0.</summary>
    private double Elasticity(Node node)
    {
        double elasticity = gradient.GetValueOrDefault(node) * node.Nominal / quantity.BaseValue;
        return double.IsFinite(elasticity) ? elasticity : 0;
    }

    /// <summary>The quantity with one input at a point of its own range, and those correlated with it at the middle of what is then believed about them.</summary>
    private T At(Node node, double point)
    {
        if (node is LeafNode leaf)
            SetAt(leaf, point);
        evaluator.Evaluate();
        double value = evaluator.Output(0);
        evaluator.Set(node, node.Nominal);
        foreach (LeafNode moved in correlated)
            evaluator.Set(moved, moved.Nominal);
        return Quantity<T>.Create(new ConstantNode(T.Dimension, value, double.IsNaN(value) ? "infeasible with this input at the end of its range" : null));
    }

    /// <summary>Given the score of one input, the score of another is expected at the correlation times it.</summary>
    private void SetAt(LeafNode input, double point)
    {
        double score = StandardNormal.Score(point);
        foreach (LeafNode other in correlated)
            evaluator.Set(other, other.ValueAt(input.Score.CorrelationWith(other.Score) * score));
        evaluator.Set(input, input.Quantile(point));
    }

    /// <summary>Every leaf that may share factors with another; none in a graph without correlations.</summary>
    private static LeafNode[] CorrelatedLeaves(IEnumerable<Node> inputs)
    {
        LeafNode[] leaves = [.. inputs.OfType<LeafNode>()];
        return Array.Exists(leaves, leaf => leaf.Score.Stated.Count > 0) ? leaves : [];
    }
}
