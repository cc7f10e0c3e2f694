namespace MlsdEstimator.Peers;

/// <summary>What goal seek and sweeps run again and again: a compiled graph with one input that changes.</summary>
internal sealed class CompiledQuantities(IReadOnlyList<IQuantity> outputs, IQuantity input)
{
    private readonly Evaluator evaluator = new([.. outputs.Select(output => output.Node)], new HashSet<Node> { input.Node.Bare });
    private readonly Node changed = input.Node.Bare;

    /// <summary>Operations of the compiled form, equal ones merged.</summary>
    public int CountSteps() => new ValueNumbering([.. outputs.Select(output => output.Node)], new HashSet<Node> { changed }).Steps.Count(step => step.Input is null);

    /// <summary>Sum of the outputs that are feasible at a value of the input, in its base unit.</summary>
    public double Evaluate(double value)
    {
        evaluator.Set(changed, value);
        evaluator.Evaluate();
        double sum = 0;
        for (int output = 0; output < outputs.Count; output++)
        {
            double result = evaluator.Output(output);
            sum += double.IsNaN(result) ? 0 : result;
        }
        return sum;
    }
}
