namespace MlsdEstimator;

/// <summary>Which nodes cannot be drawn without calling a function of the user's or of a latency composition.</summary>
internal static class FunctionCalls
{
    /// <param name="ordered">Nodes, each after its operands.</param>
    public static HashSet<Node> NodesAbove(List<Node> ordered)
    {
        var calling = new HashSet<Node>(ReferenceEqualityComparer.Instance);
        foreach (Node node in ordered.Where(node => !node.IsCertain))
        {
            bool calls = node is FunctionNode;
            for (int i = 0; i < node.OperandCount && !calls; i++)
                calls = calling.Contains(node.Operand(i));
            if (calls)
                calling.Add(node);
        }
        return calling;
    }
}
