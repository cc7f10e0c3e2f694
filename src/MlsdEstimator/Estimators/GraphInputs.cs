namespace MlsdEstimator;

/// <summary>The inputs of a set of results.</summary>
internal static class GraphInputs
{
    /// <summary>
    /// Named quantities that rest on no other named one: a plain value, a range, or either times a unit. In the order the formulas read them. One value from two dates is two inputs:
    /// the older date counts.
    /// </summary>
    public static IReadOnlyList<IQuantity> Of(IEnumerable<IQuantity> results)
    {
        var inputs = new List<IQuantity>();
        var resting = new HashSet<Node>(ReferenceEqualityComparer.Instance);
        var seen = new HashSet<(string Name, object Identity, DateOnly? AsOf)>();
        foreach (Node node in GraphWalk.OperandsFirst(results.Select(result => result.Node)))
        {
            bool isComputed = RestsOnNamed(node, resting);
            bool isNamed = node is AnnotatedNode { Annotation.Name: not null };
            if (isComputed || isNamed)
                resting.Add(node);
            if (!isComputed && node is AnnotatedNode { Annotation.Name: string name } input && seen.Add((name, Identity(input), input.Annotation.AsOf)))
                inputs.Add(input.Quantity);
        }
        return inputs;
    }

    private static bool RestsOnNamed(Node node, HashSet<Node> resting)
    {
        for (int i = 0; i < node.OperandCount; i++)
        {
            if (resting.Contains(node.Operand(i)))
                return true;
        }
        return false;
    }

    /// <summary>A certain input is its value; an uncertain one its object.</summary>
    private static object Identity(Node node) => node.IsCertain ? node.Nominal : node.Bare;
}
