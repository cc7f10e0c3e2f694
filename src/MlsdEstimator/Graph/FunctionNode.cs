namespace MlsdEstimator;

/// <summary>All outputs of one opaque function at given inputs. Not a value itself: <see cref="FunctionOutputNode"/> reads one output of it.</summary>
internal sealed class FunctionNode : Node
{
    private readonly Node[] inputs;

    public FunctionNode(IFunction function, Node[] inputs)
        : base(Dimensions.Scalar, 0, Array.TrueForAll(inputs, input => input.IsCertain))
    {
        (Function, this.inputs) = (function, inputs);
        NominalOutputs = new double[function.OutputCount];
        Evaluate(function, Array.ConvertAll(inputs, input => input.Nominal), NominalOutputs);
    }

    public IFunction Function { get; }

    public double[] NominalOutputs { get; }

    public override int OperandCount => inputs.Length;

    public override Node Operand(int index) => inputs[index];

    /// <summary>Infeasible inputs give infeasible outputs without a call, and an output that is not a finite number is infeasible.</summary>
    public static void Evaluate(IFunction function, ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        outputs.Fill(double.NaN);
        foreach (double input in inputs)
        {
            if (double.IsNaN(input))
                return;
        }
        function.Evaluate(inputs, outputs);
        foreach (ref double output in outputs)
            output += output - output;
    }
}
