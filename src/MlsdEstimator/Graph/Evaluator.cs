namespace MlsdEstimator;

/// <summary>
/// A graph compiled for one set of input values at a time: what goal seek, sweeps and sensitivities evaluate again and again.
/// </summary>
/// <remarks>
/// Inputs are the uncertain leaves and those constants that a reading varies; each starts at its nominal value. Not thread-safe: one for each thread.
/// Changing numbers re-evaluates arithmetic; decisions taken in C# stay as they were when the graph was built.
/// </remarks>
internal sealed class Evaluator
{
    private readonly Instruction[] steps;
    private readonly double[] constants;
    private readonly double[] values;
    private readonly int[] outputs;
    private readonly Dictionary<Node, int> inputs = new(ReferenceEqualityComparer.Instance);

    /// <param name="roots">What to compute.</param>
    /// <param name="varied">Constants that will be changed; leaves always can be.</param>
    /// <param name="unrounded">Ceilings and floors are left out, so that there is a slope to follow.</param>
    public Evaluator(IReadOnlyList<Node> roots, IReadOnlySet<Node>? varied = null, bool unrounded = false)
    {
        var numbering = new ValueNumbering(roots, varied, unrounded);
        steps = [.. numbering.Steps.Where(step => step.Input is null)];
        constants = [.. numbering.Constants];
        values = new double[numbering.Count];
        outputs = numbering.Outputs;
        foreach (Instruction step in numbering.Steps.Where(step => step.Input is not null))
        {
            inputs[step.Input!] = step.Results[0];
            values[step.Results[0]] = step.Input!.Nominal;
        }
    }

    /// <summary>The nodes whose values can be set.</summary>
    public IEnumerable<Node> Inputs => inputs.Keys;

    /// <summary>Sets an input; one that nothing depends on changes nothing.</summary>
    public void Set(Node input, double value)
    {
        if (inputs.TryGetValue(input, out int number))
            values[number] = value;
    }

    /// <summary>Computes everything from the inputs as they are set.</summary>
    public void Evaluate()
    {
        foreach (Instruction step in steps)
        {
            int[] operands = step.Operands;
            if (step.Function is IFunction function)
                Call(function, step);
            else
                values[step.Results[0]] = Arithmetic.Evaluate(step.Operation, Value(operands[0]), operands.Length > 1 ? Value(operands[1]) : 0, operands.Length > 2 ? Value(operands[2]) : 0);
        }
    }

    /// <summary>Value of a root after <see cref="Evaluate"/>; NaN when infeasible.</summary>
    public double Output(int root) => Value(outputs[root]);

    /// <summary>Derivative of a root with respect to every input at the values last evaluated: one pass backwards.</summary>
    /// <remarks>Ceilings and floors are flat, and the branch not taken has no part; a function of one's own is differenced.</remarks>
    public Dictionary<Node, double> Gradient(int root)
    {
        var adjoints = new double[values.Length];
        if (outputs[root] >= 0)
            adjoints[outputs[root]] = 1;
        for (int i = steps.Length - 1; i >= 0; i--)
            Differentiation.Pull(steps[i], adjoints, Value);
        return inputs.ToDictionary(input => input.Key, input => adjoints[input.Value]);
    }

    private double Value(int number) => number >= 0 ? values[number] : constants[~number];

    private void Call(IFunction function, Instruction step)
    {
        Span<double> arguments = stackalloc double[step.Operands.Length];
        Span<double> results = stackalloc double[step.Results.Length];
        for (int i = 0; i < arguments.Length; i++)
            arguments[i] = Value(step.Operands[i]);
        FunctionNode.Evaluate(function, arguments, results);
        for (int i = 0; i < results.Length; i++)
            values[step.Results[i]] = results[i];
    }
}
