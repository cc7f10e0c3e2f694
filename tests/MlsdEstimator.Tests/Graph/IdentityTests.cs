namespace MlsdEstimator.Tests;

public class IdentityTests
{
    [Fact]
    public void Difference_of_a_range_with_itself_is_exactly_0_in_every_draw()
    {
        Scalar x = (3, 10, 30);
        Assert.All(Draw.Of(x - x), draw => Assert.Equal(0, draw));
        Assert.All(Draw.Of(x - x.Named("the same")), draw => Assert.Equal(0, draw));
    }

    [Fact]
    public void Ratio_of_a_range_to_itself_is_exactly_1_in_every_draw()
    {
        DataSize x = 3.Bytes.To(30.Bytes);
        Assert.All(Draw.Of(x / x), draw => Assert.Equal(1, draw));
    }

    [Fact]
    public void Two_ranges_with_equal_numbers_are_two_unknowns()
    {
        Scalar a = (3, 10, 30), b = (3, 10, 30);
        Assert.Equal(0.5, (a > b).Probability().True.Value, 0.02);
        Assert.DoesNotContain(0, Draw.Of(a - b));
    }

    [Fact]
    public void Equal_expressions_written_apart_are_computed_once()
    {
        Scalar x = (1, 2, 4), y = (1, 2, 4);
        Tape tape = Tape.Compile([(x * y + 1).Node, ((x.Named("a") * y.Named("b")).Named("product") + Scalar.One).Node]);
        Assert.Equal([Operation.Multiply, Operation.Add], tape.Instructions.Where(step => step.Input is null).Select(step => step.Operation));
        Assert.Equal(tape.Outputs[0], tape.Outputs[1]);
        Assert.Equal([x.Node, y.Node], tape.Instructions.Select(step => step.Input).OfType<LeafNode>());
        Assert.Equal([1], tape.Constants);
    }

    [Fact]
    public void Different_operations_or_operands_are_not_merged()
    {
        Scalar x = (1, 2, 4), y = (1, 2, 4);
        Assert.Equal(4, Tape.Compile([(x - y).Node, (y - x).Node, (x + y).Node, Scalar.Min(x, y).Node]).Instructions.Count(step => step.Input is null));
        Condition condition = x > y;
        Node[] choices = [Quantity.If<Scalar>(condition, x, y).Node, Quantity.If<Scalar>(condition, y, x).Node];
        Assert.Equal(3, Tape.Compile(choices).Instructions.Count(step => step.Input is null));
    }

    [Fact]
    public void Certain_parts_are_folded_into_constants()
    {
        Scalar x = (1, 2, 4);
        Tape tape = Tape.Compile([(x * (Scalar.FromNumber(3) * 4 + 5)).Node]);
        Instruction only = Assert.Single(tape.Instructions, step => step.Input is null);
        Assert.Equal(17, tape.Constants[~only.Operands[1]]);
    }

    [Fact]
    public void Zero_and_minus_zero_are_two_constants()
    {
        Scalar x = (1, 2, 4);
        Assert.Equal(2, Tape.Compile([(x * 0.0).Node, (x * -0.0).Node]).Constants.Length);
    }

    [Fact]
    public void Functions_with_equal_keys_and_inputs_are_called_once()
    {
        Scalar x = (1, 2, 4), y = (1, 2, 4);
        Scalar a = Quantity.Function<Scalar>(new Times(2), x), b = Quantity.Function<Scalar>(new Times(2), x.Named("x"));
        Scalar otherKey = Quantity.Function<Scalar>(new Times(3), x), otherInput = Quantity.Function<Scalar>(new Times(2), y);
        Assert.Equal(1, Calls(a, b));
        Assert.Equal(2, Calls(a, otherKey));
        Assert.Equal(2, Calls(a, otherInput));
        Assert.All(Draw.Of(a - b), draw => Assert.Equal(0, draw));
        Assert.All(Draw.Of(a - x - x), draw => Assert.Equal(0, draw, 1e-12));
    }

    [Fact]
    public void Certain_function_is_never_called_in_a_draw()
    {
        Scalar x = (1, 2, 4);
        Assert.Equal(0, Calls(Quantity.Function<Scalar>(new Times(2), Scalar.One) * x));
    }

    private static int Calls(params Scalar[] roots) => Tape.Compile([.. roots.Select(root => root.Node)]).Instructions.Count(step => step.Function is not null);

    private readonly record struct Times(double Factor) : IFunction
    {
        public string Name => "times";

        public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs) => outputs[0] = Factor * inputs[0];
    }
}
