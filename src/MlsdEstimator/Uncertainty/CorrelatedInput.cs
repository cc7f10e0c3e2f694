namespace MlsdEstimator;

/// <summary>An uncertain input as correlation sees it: the leaf behind a quantity, and how to put another leaf in its place.</summary>
internal sealed class CorrelatedInput
{
    private readonly IQuantity quantity;

    private CorrelatedInput(IQuantity quantity, LeafNode leaf)
    {
        (this.quantity, Leaf) = (quantity, leaf);
    }

    public LeafNode Leaf { get; }

    /// <summary>-1 for an input times a negative unit, which falls where its leaf rises.</summary>
    public int Sign => Layers().OfType<OperationNode>().Aggregate(1, (sign, scaled) => sign * Math.Sign(UnitOf(scaled).Nominal));

    /// <exception cref="ArgumentException">The quantity is certain or computed.</exception>
    public static CorrelatedInput Of(IQuantity quantity, string parameter)
    {
        ArgumentNullException.ThrowIfNull(quantity, parameter);
        string name = quantity.Name ?? quantity.ToString(null, null);
        if (quantity.IsCertain)
            throw new ArgumentException($"'{name}' is certain, and only uncertain inputs can be correlated; give it a range, or leave the correlation out.", parameter);
        return NamedInputs.Varied(quantity.Node.Bare) is LeafNode leaf
            ? new CorrelatedInput(quantity, leaf)
            : throw new ArgumentException($"'{name}' is computed, and only inputs can be correlated; correlate the inputs it is computed from.", parameter);
    }

    /// <summary>This input, when no correlation was given to it before: a second one would silently replace the first.</summary>
    /// <exception cref="ArgumentException">It is correlated already.</exception>
    public CorrelatedInput NotYetCorrelated(string parameter) =>
        Leaf.Score.Stated.Count == 0
            ? this
            : throw new ArgumentException(
                $"'{quantity.Name ?? quantity.ToString(null, null)}' is already correlated {string.Join(", ", Leaf.Score.Stated)}; give all correlations of an input at once, with Uncertain.Joint.", parameter);

    /// <summary>The same quantity with its names, sources and unit, drawn at another score.</summary>
    public Node At(LeafScore score)
    {
        Node rebuilt = Leaf.With(score);
        foreach (Node layer in Layers())
            rebuilt = layer is AnnotatedNode annotated ? annotated.On(rebuilt) : Scaled((OperationNode)layer, rebuilt);
        return rebuilt;
    }

    /// <summary>Annotations and units over the leaf, the innermost first.</summary>
    private Stack<Node> Layers()
    {
        var layers = new Stack<Node>();
        for (Node node = quantity.Node; node is not LeafNode; node = node is AnnotatedNode annotated ? annotated.Inner : InputOf((OperationNode)node))
            layers.Push(node);
        return layers;
    }

    private static bool IsFirst(OperationNode scaled) => scaled.Operand(0).Bare is LeafNode;

    private static Node InputOf(OperationNode scaled) => scaled.Operand(IsFirst(scaled) ? 0 : 1);

    private static Node UnitOf(OperationNode scaled) => scaled.Operand(IsFirst(scaled) ? 1 : 0);

    private static OperationNode Scaled(OperationNode scaled, Node input) =>
        IsFirst(scaled)
            ? new OperationNode(scaled.Dimension, scaled.Operation, input, scaled.Operand(1))
            : new OperationNode(scaled.Dimension, scaled.Operation, scaled.Operand(0), input);
}
