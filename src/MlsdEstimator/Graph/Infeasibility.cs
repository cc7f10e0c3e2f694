namespace MlsdEstimator;

/// <summary>Why a quantity has no number, for people.</summary>
internal static class Infeasibility
{
    /// <summary>Statistics that fall into infeasible draws read this, and so do results without a number.</summary>
    public static string Word(Node node) => Reason(node) == Saturated ? Saturated : "infeasible";

    public const string Saturated = "saturated";

    public static string Message(Node node)
    {
        string name = (node as AnnotatedNode)?.Annotation.Name ?? $"This {node.Dimension.Name}";
        return $"{name} is infeasible: {Reason(node)}.";
    }

    /// <summary>The deepest cause: the first infeasible node whose operands are all feasible, or the branch that a condition chose.</summary>
    public static string Reason(Node node)
    {
        while (true)
        {
            if (node is ConstantNode { Infeasibility: string reason })
                return reason;
            if (Culprit(node) is not Node deeper)
                return Describe(node);
            node = deeper;
        }
    }

    private static Node? Culprit(Node node)
    {
        if (node is FunctionOutputNode output)
            node = output.Call;
        for (int i = 0; i < node.OperandCount; i++)
        {
            bool untaken = node is OperationNode { Operation: Operation.If } choice && i > 0 && (choice.Operand(0).Nominal == 1) != (i == 1);
            if (!untaken && !node.Operand(i).IsFeasible)
                return node.Operand(i);
        }
        return null;
    }

    private static string Describe(Node node) => node switch
    {
        OperationNode { Operation: Operation.Divide } => "it divides by zero",
        OperationNode { Operation: Operation.Guard } fraction when ReferenceEquals(fraction.Dimension, Dimensions.Fraction) =>
            Text.Of($"a fraction must lie between 0 and 1, but this one is computed as {fraction.Operand(1).Nominal:G6}"),
        OperationNode { Operation: Operation.Guard } guard => $"a computed input leaves its allowed range ({Name(guard.Operand(1))})",
        FunctionOutputNode output => $"{output.Call.Function.Name} has no solution for these inputs",
        _ => "the numbers involved are too large or outside the domain of the operation",
    };

    private static string Name(Node node) => (node as AnnotatedNode)?.Annotation.Name ?? node.Dimension.Name;
}
