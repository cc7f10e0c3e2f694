namespace MlsdEstimator;

/// <summary>Walks a graph without recursion, each shared node once.</summary>
internal static class GraphWalk
{
    /// <summary>Every node below and including <paramref name="roots"/>, operands before the nodes that use them.</summary>
    public static List<Node> OperandsFirst(IEnumerable<Node> roots)
    {
        var ordered = new List<Node>();
        var seen = new HashSet<Node>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<(Node Node, int Next)>();
        foreach (Node root in roots)
        {
            if (seen.Add(root))
                pending.Push((root, 0));
            while (pending.TryPop(out (Node Node, int Next) top))
                Advance(top.Node, top.Next, pending, seen, ordered);
        }
        return ordered;
    }

    private static void Advance(Node node, int next, Stack<(Node Node, int Next)> pending, HashSet<Node> seen, List<Node> ordered)
    {
        if (next == node.OperandCount)
        {
            ordered.Add(node);
            return;
        }
        pending.Push((node, next + 1));
        Node operand = node.Operand(next);
        if (seen.Add(operand))
            pending.Push((operand, 0));
    }
}
