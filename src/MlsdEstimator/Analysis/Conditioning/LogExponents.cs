namespace MlsdEstimator;

/// <summary>Which inputs enter the logarithm of a quantity linearly, read from the structure of its graph.</summary>
/// <remarks>
/// When an input x is multiplied by t, a quantity that is a product, quotient or power of it is multiplied by t^k in every draw; k is its exponent. Sums, differences,
/// minima and maxima keep the exponent that their operands share: storage = users x (raw + index) has exponent 1 in users. Nothing is probed numerically:
/// an exponent is what the rules prove, and "none" (NaN) where they prove nothing, which costs efficiency and never correctness.
/// </remarks>
internal sealed class LogExponents
{
    private readonly List<Node> ordered;
    private readonly Dictionary<Node, double> exponents = new(ReferenceEqualityComparer.Instance);

    public LogExponents(Node root) => ordered = GraphWalk.OperandsFirst([root]);

    /// <summary>The k of t^k when the leaf is multiplied by t; 0 when the quantity does not change, NaN when the rules find none.</summary>
    public double Of(LeafNode leaf)
    {
        foreach (Node node in ordered)
            exponents[node] = node.IsCertain ? 0 : Of(node, leaf);
        return exponents[ordered[^1]];
    }

    private double Of(Node node, LeafNode leaf) => node switch
    {
        LeafNode => ReferenceEquals(node, leaf) ? 1 : 0,
        AnnotatedNode annotated => exponents[annotated.Inner],
        OperationNode operation => Of(operation),
        _ => Unless(Enumerable.Range(0, node.OperandCount).All(i => exponents[node.Operand(i)] == 0)),
    };

    private double Of(OperationNode node)
    {
        double a = exponents[node.Operand(0)];
        double b = node.OperandCount > 1 ? exponents[node.Operand(1)] : 0;
        return node.Operation switch
        {
            Operation.Multiply => a + b,
            Operation.Divide => a - b,
            Operation.Negate => a,
            Operation.SquareRoot => a / 2,
            Operation.Power => node.Operand(1).IsCertain ? a * node.Operand(1).Nominal : Unless(a == 0 && b == 0),
            Operation.Add or Operation.Subtract or Operation.Minimum or Operation.Maximum => Shared(node.Operand(0), node.Operand(1)),
            Operation.IsGreater or Operation.IsAtLeast => Unless(!double.IsNaN(Shared(node.Operand(0), node.Operand(1)))),
            Operation.If => a == 0 ? Shared(node.Operand(1), node.Operand(2)) : double.NaN,
            _ => Unless(a == 0 && b == 0),
        };
    }

    /// <summary>The exponent of both; 0 itself scales with anything.</summary>
    private double Shared(Node first, Node second)
    {
        if (IsZero(first) || IsZero(second))
            return exponents[IsZero(first) ? second : first];
        return exponents[first] == exponents[second] ? exponents[first] : double.NaN;
    }

    private static bool IsZero(Node node) => node.IsCertain && node.Nominal == 0;

    private static double Unless(bool unchanged) => unchanged ? 0 : double.NaN;
}
