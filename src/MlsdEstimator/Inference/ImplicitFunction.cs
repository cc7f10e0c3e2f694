using System.Collections.Concurrent;

namespace MlsdEstimator;

/// <summary>
/// A number that formulas say only implicitly, such as a load that depends on the response to it: solved at best guesses, and anew in every draw, for every uncertain input and every
/// named number behind the formulas.
/// </summary>
/// <remarks>The formulas are written over quantities with the unknown as one of them, and compiled; one compiled copy serves a thread at a time.</remarks>
internal sealed class ImplicitFunction : IFunction
{
    private readonly Node unknown;
    private readonly Node[] formulas;
    private readonly (Node Node, double Unit)[] inputs;
    private readonly Func<ImplicitTrial, double> solve;
    private readonly ConcurrentBag<ImplicitTrial> idle = [];

    private ImplicitFunction(string name, Node unknown, Node[] formulas, (Node Node, double Unit)[] inputs, Func<ImplicitTrial, double> solve)
    {
        (Name, this.unknown, this.formulas, this.inputs, this.solve) = (name, unknown, formulas, inputs, solve);
    }

    public string Name { get; }

    /// <summary>The solution.</summary>
    /// <param name="name">What derivations call it.</param>
    /// <param name="formulas">Quantities over the unknown, which they are given.</param>
    /// <param name="solve">The value of the unknown, from the quantities at any value of it; NaN where there is none.</param>
    public static Scalar Of(string name, Func<Scalar, IReadOnlyList<IQuantity>> formulas, Func<ImplicitTrial, double> solve)
    {
        var unknown = Scalar.FromNumber(1);
        Node[] nodes = [.. formulas(unknown).Select(formula => formula.Node)];
        Dictionary<Node, IQuantity> below = NamedInputs.Of(nodes);
        below.Remove(unknown.Node);
        (Node, double)[] inputs = [.. below.Select(input => (input.Key, NamedInputs.UnitOf(input.Value.Node.Bare)))];
        return Quantity.Function<Scalar>(new ImplicitFunction(name, unknown.Node, nodes, inputs, solve), [.. below.Values]);
    }

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        ImplicitTrial trial = idle.TryTake(out ImplicitTrial? free) ? free : Compiled();
        for (int i = 0; i < inputs.Length; i++)
            trial.Set(this.inputs[i].Node, inputs[i] / this.inputs[i].Unit);
        outputs[0] = solve(trial);
        idle.Add(trial);
    }

    private ImplicitTrial Compiled() => new(new Evaluator(formulas, new HashSet<Node>([unknown, .. inputs.Select(input => input.Node)], ReferenceEqualityComparer.Instance)), unknown);
}
