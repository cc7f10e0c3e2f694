using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

/// <summary>The compiled tape against the definition of each operation, on random graphs.</summary>
public class TapeLaws
{
    private static readonly Config Laws = Config.QuickThrowOnFailure.WithMaxTest(1_000).WithQuietOnSuccess(true);

    [Fact]
    public void Tape_computes_what_the_graph_says_for_random_graphs() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), AgreesWithDefinition).Check(Laws);

    [Fact]
    public void Registers_stay_inside_the_tape_for_random_graphs() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), KeepsOutputs).Check(Laws);

    private static void AgreesWithDefinition(int seed)
    {
        (Scalar[] leaves, Scalar[] outputs) = RandomGraph(new Random(seed));
        const int samples = 3;
        double[][] columns = Draw.Of([.. leaves, .. outputs], samples, (ulong)seed);
        for (int draw = 0; draw < samples; draw++)
        {
            var known = new Dictionary<Node, double>(ReferenceEqualityComparer.Instance);
            for (int i = 0; i < leaves.Length; i++)
                known[leaves[i].Node] = columns[i][draw];
            foreach (Node node in GraphWalk.OperandsFirst(outputs.Select(output => output.Node)))
            {
                if (!known.ContainsKey(node))
                    known[node] = Definition(node, known);
            }
            for (int i = 0; i < outputs.Length; i++)
                Assert.Equal(known[outputs[i].Node], columns[leaves.Length + i][draw]);
            AssertReevaluated(leaves, outputs, known);
        }
    }

    /// <summary>The same values from the tape that sorts its steps by operation, to the bit.</summary>
    private static void AssertReevaluated(Scalar[] leaves, Scalar[] outputs, Dictionary<Node, double> known)
    {
        var evaluator = new Evaluator([.. outputs.Select(output => output.Node)]);
        foreach (Scalar leaf in leaves)
            evaluator.Set(leaf.Node, known[leaf.Node]);
        evaluator.Evaluate();
        for (int i = 0; i < outputs.Length; i++)
            Assert.Equal(known[outputs[i].Node], evaluator.Output(i));
    }

    private static void KeepsOutputs(int seed)
    {
        (Scalar[] _, Scalar[] outputs) = RandomGraph(new Random(seed));
        Tape tape = Tape.Compile([.. outputs.Select(output => output.Node)]);
        Assert.All(tape.Outputs, output => Assert.InRange(output, -tape.Constants.Length, tape.RegisterCount - 1));
        Assert.All(tape.Instructions, step => Assert.All(step.Results, register => Assert.InRange(register, 0, tape.RegisterCount - 1)));
        Assert.True(tape.RegisterCount <= tape.Instructions.Sum(step => step.Results.Length));
    }

    private static (Scalar[] Leaves, Scalar[] Outputs) RandomGraph(Random random)
    {
        Scalar[] leaves = [Uncertain.Uniform(-2, 3).AsScalar(), (1, 2, 5), Uncertain.Normal(0, 2).AsScalar()];
        List<Scalar> values = [.. leaves, Scalar.FromNumber(2), Scalar.Zero, Scalar.FromNumber(-0.5)];
        for (int step = 0; step < 40; step++)
            values.Add(RandomStep(random, values));
        return (leaves, [.. Enumerable.Range(0, 4).Select(_ => values[random.Next(6, values.Count)])]);
    }

    private static Scalar RandomStep(Random random, List<Scalar> values)
    {
        Scalar Any() => values[random.Next(values.Count)];
        return random.Next(16) switch
        {
            0 => Any() + Any(),
            1 => Any() - Any(),
            2 => Any() * Any(),
            3 => Any() / Any(),
            4 => -Any(),
            5 => Scalar.Min(Any(), Any()),
            6 => Scalar.Max(Any(), Any()),
            7 => Any().Ceiling(),
            8 => Any().Floor(),
            9 => Any().Pow(Any()),
            10 => Any().Exp(),
            11 => Any().Log(),
            12 => Any().Sqrt(),
            13 => Quantity.If<Scalar>((Any() > Any()).And((Any() >= Any()).Not()), Any(), Any()),
            14 => Quantity.If<Scalar>((Any() <= Any()).Or(Any() < Any()), Any(), Any()),
            _ => Any().Named("label"),
        };
    }

    private static double Definition(Node node, Dictionary<Node, double> known) => node switch
    {
        ConstantNode constant => constant.Nominal,
        AnnotatedNode annotated => known[annotated.Inner],
        OperationNode operation => Arithmetic.Evaluate(operation.Operation, Value(operation, 0, known), Value(operation, 1, known), Value(operation, 2, known)),
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    private static double Value(Node node, int operand, Dictionary<Node, double> known) => operand < node.OperandCount ? known[node.Operand(operand)] : 0;
}
