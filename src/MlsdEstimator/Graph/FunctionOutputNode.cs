namespace MlsdEstimator;

/// <summary>One output of a <see cref="FunctionNode"/>.</summary>
internal sealed class FunctionOutputNode(Dimension dimension, FunctionNode call, int output)
    : Node(dimension, call.NominalOutputs[output], call.IsCertain)
{
    public FunctionNode Call { get; } = call;

    public int Output { get; } = output;

    public override int OperandCount => 1;

    public override Node Operand(int index) => index == 0 ? Call : throw new ArgumentOutOfRangeException(nameof(index));
}
