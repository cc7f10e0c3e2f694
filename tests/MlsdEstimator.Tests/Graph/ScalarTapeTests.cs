namespace MlsdEstimator.Tests;

public class ScalarTapeTests
{
    [Fact]
    public void Equal_operations_stand_together_and_operands_before_their_users()
    {
        Scalar x = 1.To(9, best: 3), y = 1.To(9, best: 3);
        Scalar a = (x + y) * 2, b = (x + 5) * (y + 7), c = a + b, d = c * c;
        ScalarTape tape = Compile(a, b, c, d, x.Exp() + y.Exp());
        var made = Enumerable.Range(0, tape.Variables + tape.Inputs.Count).ToHashSet();
        foreach (Instruction step in tape.Steps)
        {
            Assert.All(step.Operands, operand => Assert.Contains(operand, made));
            made.Add(step.Results[0]);
        }
        Operation[] order = [.. tape.Steps.ToArray().Select(step => step.Operation)];
        Assert.Equal([Operation.Add, Operation.Add, Operation.Add, Operation.Multiply, Operation.Multiply, Operation.Exponential, Operation.Exponential, Operation.Add, Operation.Add, Operation.Multiply], order);
    }

    [Fact]
    public void Long_chain_of_one_operation_is_one_run_in_its_order()
    {
        Scalar x = 1.To(9, best: 3), sum = x;
        for (int i = 1; i <= 1_000; i++)
            sum += i;
        ScalarTape tape = Compile(sum);
        tape.Evaluate();
        Assert.Equal(500_503, tape.Values[tape.Outputs[0]]);
        Assert.Equal(1_000, tape.Steps.Length);
    }

    [Fact]
    public void Root_may_be_a_constant_or_an_input()
    {
        Scalar x = 1.To(9, best: 3);
        ScalarTape tape = Compile(Scalar.FromNumber(7), x);
        tape.Evaluate();
        Assert.Equal((7, 3), (tape.Values[tape.Outputs[0]], tape.Values[tape.Outputs[1]]));
        Assert.Equal(1, tape.Variables);
    }

    [Fact]
    public void Signs_truths_and_powers_are_evaluated_again()
    {
        Scalar x = 1.To(9, best: 3), y = 1.To(9, best: 5);
        Condition large = x > 2, enough = y >= 5;
        ScalarTape tape = Compile(-x, -y, Truth(large.And(enough)), Truth(large.Or(enough)), Truth(large.Not()), x.Pow(2), y.Pow(3), (x + y).Pow(2));
        Assert.Equal([-3, -5, 1, 1, 0, 9, 125, 64], Values(3, 5));
        Assert.Equal([-3, -4, 0, 1, 0, 9, 64, 49], Values(3, 4));
        Assert.Equal([-1, -4, 0, 0, 1, 1, 64, 25], Values(1, 4));

        static Scalar Truth(Condition condition) => Quantity.If<Scalar>(condition, Scalar.One, Scalar.Zero);

        double[] Values(double first, double second)
        {
            (tape.Values[tape.Inputs[x.Node]], tape.Values[tape.Inputs[y.Node]]) = (first, second);
            tape.Evaluate();
            return [.. tape.Outputs.Select(output => tape.Values[output])];
        }
    }

    [Fact]
    public void Functions_with_several_outputs_keep_them_apart()
    {
        Scalar x = 1.To(9, best: 3), y = 1.To(9, best: 5);
        IReadOnlyList<Scalar> both = Quantity.Functions<Scalar>(new Both(), x, y), again = Quantity.Functions<Scalar>(new Both(), y, x * 2);
        ScalarTape tape = Compile(both[1] - both[0], again[0] / again[1], both[0].Pow(2));
        tape.Evaluate();
        Assert.Equal(15 - 8, tape.Values[tape.Outputs[0]], 1e-14);
        Assert.Equal(11 / 30.0, tape.Values[tape.Outputs[1]], 1e-14);
        Assert.Equal(64, tape.Values[tape.Outputs[2]], 1e-12);
    }

    [Fact]
    public void Infeasible_function_input_leaves_its_outputs_without_a_number()
    {
        Scalar x = 1.To(9, best: 3), y = 1.To(9, best: 5);
        var tape = new ScalarTape(new ValueNumbering([Quantity.Functions<Scalar>(new Both(), x - 4, y.Log())[0].Node]));
        tape.Values[tape.Inputs[y.Node]] = -1;
        tape.Evaluate();
        Assert.Equal(double.NaN, tape.Values[tape.Outputs[0]]);
        tape.Values[tape.Inputs[y.Node]] = 1;
        tape.Evaluate();
        Assert.Equal(-1, tape.Values[tape.Outputs[0]], 1e-14);
    }

    [Fact]
    public void Index_numbers_each_node_once_in_the_order_it_came()
    {
        var index = new NodeIndex();
        Node[] nodes = [.. Enumerable.Range(0, 500).Select(i => Scalar.FromNumber(i).Node)];
        for (int i = 0; i < nodes.Length; i++)
        {
            Assert.True(index.TryAdd(nodes[i], out int number));
            Assert.Equal(i, number);
            Assert.False(index.TryAdd(nodes[i / 2], out int known));
            Assert.Equal(i / 2, known);
        }
        Assert.Equal(500, index.Count);
        Assert.Equal((nodes[321], 321), (index[321], index[nodes[321]]));
        Assert.Equal(-1, index[Scalar.FromNumber(1).Node]);
    }

    private static ScalarTape Compile(params Scalar[] roots) => new(new ValueNumbering([.. roots.Select(root => root.Node)]));

    private readonly record struct Both : IFunction
    {
        public string Name => "sum and product";

        public int OutputCount => 2;

        public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs) => (outputs[0], outputs[1]) = (inputs[0] + inputs[1], inputs[0] * inputs[1]);
    }
}
