namespace MlsdEstimator;

/// <summary>Which aspects a node has: those it is marked with, and those that scaling passed on from its operands.</summary>
internal static class AspectFlow
{
    public static IReadOnlyList<Aspect> Of(Node root) => OfAll([root])[root];

    /// <summary>Aspects of every node below <paramref name="roots"/>.</summary>
    public static Dictionary<Node, IReadOnlyList<Aspect>> OfAll(IEnumerable<Node> roots) => OfOrdered(GraphWalk.OperandsFirst(roots));

    /// <summary>Aspects of nodes that stand after their operands.</summary>
    public static Dictionary<Node, IReadOnlyList<Aspect>> OfOrdered(List<Node> ordered)
    {
        var aspects = new Dictionary<Node, IReadOnlyList<Aspect>>(ordered.Count, ReferenceEqualityComparer.Instance);
        foreach (Node node in ordered)
            aspects[node] = Combine(node, aspects);
        return aspects;
    }

    private static IReadOnlyList<Aspect> Combine(Node node, Dictionary<Node, IReadOnlyList<Aspect>> known) => node switch
    {
        AnnotatedNode annotated => Override(known[annotated.Inner], annotated.Annotation.Aspects),
        OperationNode { Operation: Operation.Multiply } product => Override(known[product.Operand(1)], known[product.Operand(0)]),
        OperationNode { Operation: Operation.Divide } ratio => known[ratio.Operand(0)],
        DecisionNode decision => known[decision.Operand(0)],
        OperationNode { Operation: Operation.If } choice => Shared(known[choice.Operand(1)], known[choice.Operand(2)]),
        OperationNode { Operation: Operation.Guard } guard => known[guard.Operand(1)],
        OperationNode { OperandCount: 2 } joined => Shared(known[joined.Operand(0)], known[joined.Operand(1)]),
        OperationNode { OperandCount: 1 } single => known[single.Operand(0)],
        _ => [],
    };

    /// <summary>Both lists; where they fill the same slot, <paramref name="stronger"/> wins.</summary>
    public static IReadOnlyList<Aspect> Override(IReadOnlyList<Aspect> weaker, IReadOnlyList<Aspect> stronger)
    {
        if (weaker.Count == 0 || stronger.Count == 0)
            return stronger.Count == 0 ? weaker : stronger;
        var kept = new List<Aspect>(weaker.Count + stronger.Count);
        foreach (Aspect aspect in weaker)
        {
            if (!Fills(aspect.Slot, stronger))
                kept.Add(aspect);
        }
        if (kept.Count == 0)
            return stronger;
        kept.AddRange(stronger);
        return kept;
    }

    /// <summary>True when every one of <paramref name="some"/> is in the list already.</summary>
    public static bool Holds(IReadOnlyList<Aspect> aspects, Aspect[] some) => aspects.Count >= some.Length && Array.TrueForAll(some, aspects.Contains);

    private static bool Fills(string slot, IReadOnlyList<Aspect> aspects)
    {
        for (int i = 0; i < aspects.Count; i++)
        {
            if (aspects[i].Slot == slot)
                return true;
        }
        return false;
    }

    private static IReadOnlyList<Aspect> Shared(IReadOnlyList<Aspect> a, IReadOnlyList<Aspect> b) =>
        a.Count == 0 || b.Count == 0 ? [] : [.. a.Where(b.Contains)];
}
