namespace MlsdEstimator;

/// <summary>A number that is taken as known. NaN makes a quantity that is infeasible from the start, with its reason.</summary>
internal sealed class ConstantNode(Dimension dimension, double value, string? infeasibility = null) : Node(dimension, value, isCertain: true)
{
    /// <summary>Why there is no number, when there is none.</summary>
    public string? Infeasibility { get; } = infeasibility;

    public override int OperandCount => 0;

    public override Node Operand(int index) => throw new ArgumentOutOfRangeException(nameof(index));
}
