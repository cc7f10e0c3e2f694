namespace MlsdEstimator;

/// <summary>
/// Something that holds or does not, in every draw anew: "peak exceeds the limit". Deliberately not a <c>bool</c>, so <c>if (peak > limit)</c> does not compile.
/// </summary>
/// <remarks>Conditions have a third state: whatever is compared with an infeasible quantity is neither true nor false, and absorbs.</remarks>
public sealed class Condition
{
    private Condition(Node node) => Node = node;

    /// <summary>Whether it holds at nominal inputs; null when it compares something infeasible.</summary>
    public bool? Nominally => Node.IsFeasible ? Node.Nominal != 0 : null;

    /// <summary>True when it depends on no uncertain input.</summary>
    public bool IsCertain => Node.IsCertain;

    internal Node Node { get; }

    /// <summary>Holds when both hold.</summary>
    /// <param name="other">The other condition.</param>
    public Condition And(Condition other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Of(Operation.And, Node, other.Node);
    }

    /// <summary>Holds when at least one holds.</summary>
    /// <param name="other">The other condition.</param>
    public Condition Or(Condition other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Of(Operation.Or, Node, other.Node);
    }

    /// <summary>Holds when this does not.</summary>
    public Condition Not() => new(new OperationNode(TruthDimension.Instance, Operation.Not, Node));

    /// <summary>"true", "false" or "infeasible" at nominal inputs, with "~" when it is not certain.</summary>
    public override string ToString()
    {
        string text = Nominally switch { true => "true", false => "false", null => "infeasible" };
        return IsCertain ? text : "~" + text;
    }

    internal static Condition Of(Operation operation, Node a, Node b) => new(new OperationNode(TruthDimension.Instance, operation, a, b));
}
