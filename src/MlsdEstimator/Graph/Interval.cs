namespace MlsdEstimator;

/// <summary>Bounds of what a node can be, leaves taken from their 1e-6 to their 1 - 1e-6 point; infinite where nothing is known.</summary>
/// <param name="Low">Lower bound, base units.</param>
/// <param name="High">Upper bound, base units.</param>
/// <param name="IsExact">One uncertain leaf, used once: the bounds are its own, not just safe ones.</param>
internal readonly record struct Interval(double Low, double High, bool IsExact)
{
    private const double Tail = 1e-6;

    public static Interval Of(Node root)
    {
        if (root.IsCertain)
            return new Interval(root.Nominal, root.Nominal, IsExact: true);
        var bounds = new Dictionary<Node, (double Low, double High)>(ReferenceEqualityComparer.Instance);
        bool isExact = true;
        foreach (Node node in GraphWalk.OperandsFirst([root]))
        {
            bounds[node] = Bounds(node, bounds);
            isExact &= UncertainOperands(node) <= 1;
        }
        return new Interval(bounds[root].Low, bounds[root].High, isExact);
    }

    private static int UncertainOperands(Node node)
    {
        int count = 0;
        for (int i = 0; i < node.OperandCount; i++)
            count += node.Operand(i).IsCertain ? 0 : 1;
        return count;
    }

    private static (double Low, double High) Bounds(Node node, Dictionary<Node, (double Low, double High)> known) => node switch
    {
        { IsCertain: true } => (node.Nominal, node.Nominal),
        LeafNode leaf => (leaf.Quantile(Tail), leaf.Quantile(1 - Tail)),
        AnnotatedNode annotated => known[annotated.Inner],
        OperationNode operation => Bounds(operation, known),
        _ => (double.NegativeInfinity, double.PositiveInfinity),
    };

    private static (double Low, double High) Bounds(OperationNode node, Dictionary<Node, (double Low, double High)> known)
    {
        (double low, double high) a = known[node.Operand(0)];
        (double low, double high) b = node.OperandCount > 1 ? known[node.Operand(1)] : default;
        return node.Operation switch
        {
            Operation.Add => (a.low + b.low, a.high + b.high),
            Operation.Subtract => (a.low - b.high, a.high - b.low),
            Operation.Negate => (-a.high, -a.low),
            Operation.Multiply => Corners(a, b, Operation.Multiply),
            Operation.Divide when b.low > 0 || b.high < 0 => Corners(a, b, Operation.Divide),
            Operation.Minimum => (Math.Min(a.low, b.low), Math.Min(a.high, b.high)),
            Operation.Maximum => (Math.Max(a.low, b.low), Math.Max(a.high, b.high)),
            Operation.If => Union(b, known[node.Operand(2)]),
            Operation.Guard => b,
            Operation.Ceiling or Operation.Floor or Operation.Exponential => (Arithmetic.Evaluate(node.Operation, a.low), Arithmetic.Evaluate(node.Operation, a.high)),
            _ => (double.NegativeInfinity, double.PositiveInfinity),
        };
    }

    private static (double Low, double High) Union((double Low, double High) a, (double Low, double High) b) =>
        double.IsNaN(a.Low) ? b : double.IsNaN(b.Low) ? a : (Math.Min(a.Low, b.Low), Math.Max(a.High, b.High));

    private static (double Low, double High) Corners((double Low, double High) a, (double Low, double High) b, Operation operation)
    {
        ReadOnlySpan<double> corners =
        [
            Arithmetic.Evaluate(operation, a.Low, b.Low),
            Arithmetic.Evaluate(operation, a.Low, b.High),
            Arithmetic.Evaluate(operation, a.High, b.Low),
            Arithmetic.Evaluate(operation, a.High, b.High),
        ];
        (double low, double high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (double corner in corners)
        {
            if (double.IsNaN(corner))
                return (double.NegativeInfinity, double.PositiveInfinity);
            (low, high) = (Math.Min(low, corner), Math.Max(high, corner));
        }
        return (low, high);
    }
}
