namespace MlsdEstimator;

/// <summary>A call of a function in a <see cref="ScalarTape"/>. It is pure, so with the inputs of last time it is not called again.</summary>
internal sealed class TapeCall(Instruction step)
{
    private readonly IFunction function = step.Function!;
    private readonly double[] inputs = new double[step.Operands.Length];
    private bool isKnown;

    public void Evaluate(double[] values)
    {
        bool isNew = !isKnown;
        for (int i = 0; i < inputs.Length; i++)
        {
            double input = values[step.Operands[i]];
            isNew |= BitConverter.DoubleToInt64Bits(input) != BitConverter.DoubleToInt64Bits(inputs[i]);
            inputs[i] = input;
        }
        if (isNew)
            FunctionNode.Evaluate(function, inputs, values.AsSpan(step.Results[0], step.Results.Length));
        isKnown = true;
    }
}
