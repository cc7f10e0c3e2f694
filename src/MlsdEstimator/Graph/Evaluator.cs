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
    private readonly ScalarTape tape;

    /// <param name="roots">What to compute.</param>
    /// <param name="varied">Constants that will be changed; leaves always can be.</param>
    /// <param name="unrounded">Ceilings and floors are left out, so that there is a slope to follow.</param>
    public Evaluator(IReadOnlyList<Node> roots, IReadOnlySet<Node>? varied = null, bool unrounded = false)
    {
        tape = new ScalarTape(new ValueNumbering(roots, varied, unrounded));
    }

    /// <summary>The nodes whose values can be set.</summary>
    public IEnumerable<Node> Inputs => tape.Inputs.Keys;

    /// <summary>True when a root depends on the input.</summary>
    public bool Reads(Node input) => tape.Inputs.ContainsKey(input);

    /// <summary>Sets an input; one that nothing depends on changes nothing.</summary>
    public void Set(Node input, double value)
    {
        if (tape.Inputs.TryGetValue(input, out int place))
            tape.Values[place] = value;
    }

    /// <summary>Computes everything from the inputs as they are set.</summary>
    public void Evaluate() => tape.Evaluate();

    /// <summary>Value of a root after <see cref="Evaluate"/>; NaN when infeasible.</summary>
    public double Output(int root) => tape.Values[tape.Outputs[root]];

    /// <summary>Derivative of a root with respect to every input at the values last evaluated: one pass backwards.</summary>
    /// <remarks>Ceilings and floors are flat, and the branch not taken has no part; a function of one's own is differenced.</remarks>
    public Dictionary<Node, double> Gradient(int root)
    {
        var adjoints = new double[tape.Values.Length];
        adjoints[tape.Outputs[root]] = 1;
        for (int i = tape.Steps.Length - 1; i >= 0; i--)
            Differentiation.Pull(tape.Steps[i], adjoints, tape.Values, tape.Variables);
        return tape.Inputs.ToDictionary(input => input.Key, input => adjoints[input.Value]);
    }
}
