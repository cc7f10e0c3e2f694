namespace MlsdEstimator;

/// <summary>Builds a graph anew with some of its nodes replaced; what stays the same is shared. Names and marks are left out.</summary>
internal static class GraphRewrite
{
    /// <param name="root">Graph to rewrite.</param>
    /// <param name="replace">The replacement of a node, in which operands may be looked up as rewritten; null keeps the node.</param>
    public static Node Of(Node root, Func<Node, Func<Node, Node>, Node?> replace)
    {
        var known = new Dictionary<Node, Node>(ReferenceEqualityComparer.Instance);
        foreach (Node node in GraphWalk.OperandsFirst([root]))
            known[node] = replace(node, operand => known[operand]) ?? Rebuilt(node, known);
        return known[root];
    }

    private static Node Rebuilt(Node node, Dictionary<Node, Node> known)
    {
        Node[] operands = [.. Enumerable.Range(0, node.OperandCount).Select(i => known[node.Operand(i)])];
        bool isSame = operands.Select((operand, i) => ReferenceEquals(operand, node.Operand(i))).All(same => same);
        return node switch
        {
            AnnotatedNode => operands[0],
            OperationNode operation when !isSame => Rebuilt(operation, operands),
            FunctionNode call when !isSame => new FunctionNode(call.Function, operands),
            FunctionOutputNode output when !isSame => new FunctionOutputNode(output.Dimension, (FunctionNode)operands[0], output.Output),
            _ => node,
        };
    }

    private static OperationNode Rebuilt(OperationNode node, Node[] operands) => operands switch
    {
        [Node a] => new(node.Dimension, node.Operation, a),
        [Node a, Node b] => new(node.Dimension, node.Operation, a, b),
        [Node a, Node b, Node c] => new(node.Dimension, node.Operation, a, b, c),
        _ => throw new InvalidOperationException($"{node.Operation} has {operands.Length} operands."),
    };
}
