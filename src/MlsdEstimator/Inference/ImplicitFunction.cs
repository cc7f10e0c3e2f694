using System.Collections.Concurrent;

namespace MlsdEstimator;

/// <summary>A number that formulas say only implicitly, such as a load that depends on the response to it: solved at best guesses, and anew in every draw.</summary>
/// <remarks>
/// The formulas are written over quantities with the unknown as one of them. Whatever in them does not rest on the unknown is an input of the function and computed outside, once;
/// the rest is compiled. One compiled copy serves a thread at a time.
/// </remarks>
internal sealed class ImplicitFunction : IFunction
{
    private readonly ConstantNode unknown;
    private readonly ConstantNode[] places;
    private readonly Node[] formulas;
    private readonly Func<ImplicitTrial, double> solve;
    private readonly ConcurrentBag<ImplicitTrial> idle = [];

    private ImplicitFunction(string name, ConstantNode unknown, ConstantNode[] places, Node[] formulas, Func<ImplicitTrial, double> solve)
    {
        (Name, this.unknown, this.places, this.formulas, this.solve) = (name, unknown, places, formulas, solve);
    }

    public string Name { get; }

    /// <summary>The solution.</summary>
    /// <param name="name">What derivations call it.</param>
    /// <param name="formulas">Quantities over the unknown, which they are given.</param>
    /// <param name="solve">The value of the unknown, from the quantities at any value of it; NaN where there is none.</param>
    public static Scalar Of(string name, Func<Scalar, IReadOnlyList<IQuantity>> formulas, Func<ImplicitTrial, double> solve)
    {
        var unknown = new ConstantNode(Dimensions.Scalar, 1);
        Node[] roots = [.. formulas(Scalar.Create(unknown)).Select(formula => formula.Node)];
        Dictionary<Node, ConstantNode> inputs = Independent(roots, unknown);
        Node[] compiled = [.. roots.Select(root => GraphRewrite.Of(root, (node, _) => inputs.GetValueOrDefault(node)))];
        var function = new ImplicitFunction(name, unknown, [.. inputs.Values], compiled, solve);
        return Scalar.Create(new FunctionOutputNode(Dimensions.Scalar, new FunctionNode(function, [.. inputs.Keys]), 0));
    }

    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        ImplicitTrial trial = idle.TryTake(out ImplicitTrial? free) ? free : Compiled();
        for (int i = 0; i < inputs.Length; i++)
            trial.Set(places[i], inputs[i]);
        outputs[0] = solve(trial);
        idle.Add(trial);
    }

    private ImplicitTrial Compiled() => new(new Evaluator(formulas, new HashSet<Node>([unknown, .. places], ReferenceEqualityComparer.Instance)), unknown);

    /// <summary>The largest parts that do not rest on the unknown, each with a place for its value. Plain numbers stay where they are.</summary>
    private static Dictionary<Node, ConstantNode> Independent(Node[] roots, Node unknown)
    {
        var resting = new HashSet<Node>(ReferenceEqualityComparer.Instance) { unknown };
        var found = new Dictionary<Node, ConstantNode>(ReferenceEqualityComparer.Instance);
        foreach (Node node in GraphWalk.OperandsFirst(roots))
        {
            Node[] operands = [.. Enumerable.Range(0, node.OperandCount).Select(node.Operand)];
            if (!Array.Exists(operands, resting.Contains))
                continue;
            resting.Add(node);
            Keep(operands);
        }
        Keep(roots);
        return found;

        void Keep(Node[] nodes)
        {
            foreach (Node node in nodes.Where(node => node is not ConstantNode && !resting.Contains(node)))
                found.TryAdd(node, new ConstantNode(node.Dimension, 1));
        }
    }
}
