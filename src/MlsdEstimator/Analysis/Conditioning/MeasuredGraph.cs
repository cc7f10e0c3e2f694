namespace MlsdEstimator;

/// <summary>The graph of one measured quantity, as the test held it.</summary>
internal sealed class MeasuredGraph
{
    public MeasuredGraph(Measurement measurement)
    {
        MeasurementStatement.Check(measurement);
        Measurement = measurement;
        LogValue = Math.Log(measurement.Value.Node.Nominal);
        Error = double.LogP1(measurement.RelativeError.Node.Nominal);
        Exact = GraphRewrite.Of(measurement.Quantity.Node, (node, _) => Held(node));
        Unguarded = GraphRewrite.Of(Exact, Inside);
        if (Exact.IsCertain)
        {
            string name = MeasurementStatement.NameOf(measurement.Quantity);
            throw new ArgumentException($"'{name}' is certain once the test holds its parts, so the measurement cannot teach anything. Hold fewer of them.");
        }
    }

    public Measurement Measurement { get; }

    /// <summary>ln of what was read.</summary>
    public double LogValue { get; }

    /// <summary>Standard deviation of ln of the reading: ln(1 + relative error).</summary>
    public double Error { get; }

    /// <summary>The measured quantity, infeasible where the model says that it cannot be.</summary>
    public Node Exact { get; }

    /// <summary>
    /// The same formula without its conditions for being feasible: equal to <see cref="Exact"/> wherever that is a number. Draws are made on this one, and those in
    /// which the other is infeasible are given no weight.
    /// </summary>
    public Node Unguarded { get; }

    public bool HasGuards => !ReferenceEquals(Exact, Unguarded);

    private ConstantNode? Held(Node node)
    {
        foreach ((IQuantity part, double value) in Measurement.Held)
        {
            if (ReferenceEquals(part.Node.Bare, node.Bare))
                return new ConstantNode(node.Dimension, value);
        }
        return null;
    }

    private static Node? Inside(Node node, Func<Node, Node> rewritten) => node switch
    {
        OperationNode { Operation: Operation.Guard } guard => rewritten(guard.Operand(1)),
        OperationNode { Operation: Operation.If } choice when IsImpossible(choice.Operand(2)) => rewritten(choice.Operand(1)),
        OperationNode { Operation: Operation.If } choice when IsImpossible(choice.Operand(1)) => rewritten(choice.Operand(2)),
        _ => null,
    };

    private static bool IsImpossible(Node node) => node.Bare is ConstantNode { IsFeasible: false };
}
