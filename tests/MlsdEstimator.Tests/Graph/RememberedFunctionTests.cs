namespace MlsdEstimator.Tests;

public class RememberedFunctionTests
{
    [Fact]
    public void Function_is_called_once_for_the_same_inputs()
    {
        var counted = new Counted(new Counter());
        var remembered = RememberedFunction.Of(new object(), counted);
        Assert.Equal([7, 12, 7, 7], new[] { Called(remembered, 3, 4), Called(remembered, 4, 3), Called(remembered, 3, 4), Called(remembered, 3, 4) }.Select(outputs => outputs[0] + (outputs[1] > 0 ? 0 : 5)));
        Assert.Equal(2, counted.Counter.Calls);
        Assert.Equal(("counted", 2), (remembered.Name, remembered.OutputCount));
    }

    [Fact]
    public void Infeasible_is_remembered_too()
    {
        var counted = new Counted(new Counter());
        var remembered = RememberedFunction.Of(new object(), counted);
        Assert.All(Called(remembered, -1, 2), output => Assert.True(double.IsNaN(output)));
        Assert.All(Called(remembered, -1, 2), output => Assert.True(double.IsNaN(output)));
        Assert.Equal(1, counted.Counter.Calls);
    }

    [Fact]
    public void Owner_has_one_memory_for_equal_functions()
    {
        (object owner, object other) = (new object(), new object());
        (Counted one, Counted another) = (new(new Counter()), new(new Counter()));
        Assert.Same(RememberedFunction.Of(owner, one), RememberedFunction.Of(owner, new Counted(one.Counter)));
        Assert.NotSame(RememberedFunction.Of(owner, one), RememberedFunction.Of(other, one));
        Assert.Equal(RememberedFunction.Of(owner, one), RememberedFunction.Of(other, one));
        Assert.Equal(RememberedFunction.Of(owner, one).GetHashCode(), RememberedFunction.Of(other, one).GetHashCode());
        Assert.NotEqual(RememberedFunction.Of(owner, one), RememberedFunction.Of(owner, another));
        Assert.False(RememberedFunction.Of(owner, one).Equals(null));
    }

    [Fact]
    public void Memory_has_an_end()
    {
        var counted = new Counted(new Counter());
        var remembered = RememberedFunction.Of(new object(), counted);
        for (int call = 0; call < RememberedFunction.MostCalls; call++)
            Called(remembered, call, 1);
        Called(remembered, 0, 1);
        Assert.Equal(RememberedFunction.MostCalls, counted.Counter.Calls);
        Called(remembered, RememberedFunction.MostCalls, 1);
        Called(remembered, 0, 1);
        Assert.Equal(RememberedFunction.MostCalls + 2, counted.Counter.Calls);
    }

    private static double[] Called(RememberedFunction function, params double[] inputs)
    {
        double[] outputs = new double[function.OutputCount];
        FunctionNode.Evaluate(function, inputs, outputs);
        return outputs;
    }

    private sealed class Counter
    {
        public int Calls { get; set; }
    }

    /// <summary>Sum and difference, which counts its calls as no function of a user may; negative numbers are infeasible.</summary>
    private sealed record Counted(Counter Counter) : IFunction
    {
        public string Name => "counted";

        public int OutputCount => 2;

        public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
        {
            Counter.Calls++;
            if (inputs[0] >= 0)
                (outputs[0], outputs[1]) = (inputs[0] + inputs[1], inputs[1] - inputs[0]);
        }
    }
}
