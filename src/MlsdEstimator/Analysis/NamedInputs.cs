namespace MlsdEstimator;

/// <summary>What a reading can vary: every uncertain leaf, and every constant that has a name.</summary>
internal static class NamedInputs
{
    /// <summary>The bare nodes, each with the quantity people know it by; in the order the formulas read them.</summary>
    public static Dictionary<Node, IQuantity> Of(Node root)
    {
        var inputs = new Dictionary<Node, IQuantity>(ReferenceEqualityComparer.Instance);
        foreach (Node node in GraphWalk.OperandsFirst([root]))
        {
            if (node is LeafNode leaf)
                inputs.TryAdd(leaf, leaf.Quantity);
            else if (node is AnnotatedNode { Annotation.Name: not null } named && Varied(named.Bare) is Node input)
                Know(inputs, input, named);
        }
        return inputs;
    }

    /// <summary>What to call an input: its name, or its kind and range: "unnamed duration, 1 to 4 s (90%)".</summary>
    public static string LabelOf(IQuantity input) => input switch
    {
        { Name: string name } => name,
        { Node.Bare: LeafNode leaf } => $"unnamed {leaf.Dimension.Name}, {StepFormula.RangeOf(leaf)}",
        _ => $"unnamed {input.Node.Dimension.Name}, {input}",
    };

    /// <summary>The leaf or constant behind a name: itself, or times a unit. A number with a name of its own is no unit but a second input.</summary>
    public static Node? Varied(Node bare) => bare switch
    {
        LeafNode or ConstantNode { Infeasibility: null } => bare,
        OperationNode { Operation: Operation.Multiply or Operation.Divide } scaled when scaled.Operand(1) is ConstantNode && scaled.Operand(0).Bare is LeafNode leaf => leaf,
        OperationNode { Operation: Operation.Multiply } scaled when scaled.Operand(0) is ConstantNode && scaled.Operand(1).Bare is LeafNode leaf => leaf,
        _ => null,
    };

    /// <summary>How much of the input is 1 of the leaf or constant behind it. Not read from their values, which may be 0.</summary>
    public static double UnitOf(Node bare) => bare switch
    {
        OperationNode { Operation: Operation.Divide } scaled => 1 / scaled.Operand(1).Nominal,
        OperationNode scaled => (scaled.Operand(0).Bare is LeafNode ? scaled.Operand(1) : scaled.Operand(0)).Nominal,
        _ => 1,
    };

    /// <summary>The least that an input may be where it is a decision that some formula below the roots wants as a whole number; else null.</summary>
    public static double? LeastWhole(IEnumerable<Node> roots, Node input) =>
        GraphWalk.OperandsFirst(roots).OfType<AnnotatedNode>().Where(node => node.Annotation.LeastWhole is not null && ReferenceEquals(node.Bare, input)).Max(node => node.Annotation.LeastWhole);

    private static void Know(Dictionary<Node, IQuantity> inputs, Node input, AnnotatedNode named)
    {
        if (!inputs.TryGetValue(input, out IQuantity? known) || known.Name is null)
            inputs[input] = named.Quantity;
    }
}
