namespace MlsdEstimator;

/// <summary>Makes the public derivation of a graph, without recursion, one step for each node that is more than a label.</summary>
internal static class DerivationBuilder
{
    public static Derivation Of(Node root)
    {
        Dictionary<Node, IReadOnlyList<Aspect>> aspects = AspectFlow.OfAll([root]);
        var steps = new Dictionary<Node, Derivation>(ReferenceEqualityComparer.Instance);
        foreach (Node node in GraphWalk.OperandsFirst([root]))
        {
            if (node is not FunctionNode)
                steps[node] = new Derivation(node, Operands(node, steps), aspects[node]);
        }
        return steps[root];
    }

    /// <summary>
    /// A label and the operation under it are one step. A label over another name is a step that reads the other: "ranker load = peak QPS".
    /// </summary>
    private static IReadOnlyList<Derivation> Operands(Node node, Dictionary<Node, Derivation> steps) => node switch
    {
        AnnotatedNode { Inner: AnnotatedNode { Annotation.Name: not null } named } => [steps[named]],
        AnnotatedNode annotated => steps[annotated.Inner].Operands,
        FunctionOutputNode output => Direct(output.Call, steps),
        _ => Direct(node, steps),
    };

    private static Derivation[] Direct(Node node, Dictionary<Node, Derivation> steps)
    {
        var operands = new Derivation[node.OperandCount];
        for (int i = 0; i < operands.Length; i++)
            operands[i] = steps[node.Operand(i)];
        return operands;
    }
}
