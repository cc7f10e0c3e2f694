namespace MlsdEstimator;

/// <summary>Walks a graph without recursion, each shared node once.</summary>
internal static class GraphWalk
{
    /// <summary>Every node below and including <paramref name="roots"/>, operands before the nodes that use them.</summary>
    public static List<Node> OperandsFirst(IEnumerable<Node> roots)
    {
        var index = new NodeIndex();
        return OperandsFirst(roots, index).ConvertAll(number => index[number]);
    }

    /// <summary>The same as numbers of an index, to which the nodes are added in the order they are met.</summary>
    public static List<int> OperandsFirst(IEnumerable<Node> roots, NodeIndex index)
    {
        var ordered = new List<int>();
        var pending = new Stack<Visit>();
        foreach (Node root in roots)
        {
            if (index.TryAdd(root, out int number))
                pending.Push(new Visit(root, number));
            while (pending.Count > 0)
                Advance(pending, index, ordered);
        }
        return ordered;
    }

    private static void Advance(Stack<Visit> pending, NodeIndex index, List<int> ordered)
    {
        Visit visit = pending.Peek();
        while (visit.Next < visit.Node.OperandCount)
        {
            Node operand = visit.Node.Operand(visit.Next++);
            if (!index.TryAdd(operand, out int number))
                continue;
            pending.Pop();
            pending.Push(visit);
            pending.Push(new Visit(operand, number));
            return;
        }
        pending.Pop();
        ordered.Add(visit.Number);
    }

    /// <summary>A node, its number, and the operand to visit next.</summary>
    private struct Visit(Node node, int number)
    {
        public readonly Node Node = node;
        public readonly int Number = number;
        public int Next;
    }
}
