namespace MlsdEstimator;

/// <summary>A quantity that is one uncertain input, scaled and shifted: its points of belief are those of the input, exact and without draws.</summary>
internal sealed class RisingInOneInput
{
    private readonly LeafNode input;
    private readonly Evaluator evaluator;

    private RisingInOneInput(Node root, LeafNode input)
    {
        this.input = input;
        evaluator = new Evaluator([root]);
    }

    /// <summary>Null where the quantity depends on several inputs, or not by steps that always rise.</summary>
    public static RisingInOneInput? Of(Node root)
    {
        Node? node = root.Bare;
        while (node is not (null or LeafNode))
            node = RisesWith(node)?.Bare;
        return node is LeafNode input ? new RisingInOneInput(root, input) : null;
    }

    /// <summary>The quantity with the input at that point; NaN where it overflows.</summary>
    public double Quantile(double probability)
    {
        lock (evaluator)
        {
            evaluator.Set(input, input.Quantile(probability));
            evaluator.Evaluate();
            return evaluator.Output(0);
        }
    }

    /// <summary>The one uncertain operand of a step that rises with it; null for other steps.</summary>
    private static Node? RisesWith(Node node)
    {
        if (node is not OperationNode { OperandCount: 2 } step || step.Operand(0).IsCertain == step.Operand(1).IsCertain)
            return null;
        (Node certain, Node uncertain) = step.Operand(0).IsCertain ? (step.Operand(0), step.Operand(1)) : (step.Operand(1), step.Operand(0));
        return step.Operation switch
        {
            Operation.Add => uncertain,
            Operation.Multiply when certain.Nominal > 0 => uncertain,
            Operation.Divide when certain.Nominal > 0 && ReferenceEquals(certain, step.Operand(1)) => uncertain,
            Operation.Subtract when ReferenceEquals(certain, step.Operand(1)) => uncertain,
            _ => null,
        };
    }
}
