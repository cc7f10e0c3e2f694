namespace MlsdEstimator;

/// <summary>
/// A number somebody decided on after reading what is believed about another: how many machines to buy. Certain, though what it was decided from is not:
/// calculations read the number, derivations and lists of inputs read on.
/// </summary>
internal sealed class DecisionNode(Dimension dimension, double value, Node decidedFrom, string reason) : Node(dimension, value, isCertain: true)
{
    /// <summary>Why it is this number.</summary>
    public string Reason { get; } = reason;

    public override int OperandCount => 1;

    public override Node Operand(int index) => index == 0 ? decidedFrom : throw new ArgumentOutOfRangeException(nameof(index));
}
