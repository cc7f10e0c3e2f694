namespace MlsdEstimator.Tests;

public class OwnFunctionTests
{
    private readonly record struct Affine(double Slope, double Offset) : IFunction
    {
        public string Name => "affine";

        public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs) => outputs[0] = Slope * inputs[0] + Offset;
    }

    private sealed record DivideWithRest : IFunction
    {
        public string Name => "divide";

        public int OutputCount => 2;

        public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs) => (outputs[0], outputs[1]) = (Math.Floor(inputs[0] / inputs[1]), inputs[0] % inputs[1]);
    }

    private sealed record Silent(int OutputCount = 1, double Value = double.NaN) : IFunction
    {
        public string Name => "silent";

        public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs)
        {
            if (!double.IsNaN(Value))
                outputs[0] = Value;
        }
    }

    [Fact]
    public void Function_of_one_output_is_a_quantity()
    {
        Duration time = Quantity.Function<Duration>(new Affine(2, 1), 5.Seconds);
        Assert.Equal(11, time.Seconds);
        Assert.True(time.IsCertain);
        Assert.Equal(21, Quantity.Function<Duration>(new Affine(2, 1), (Scalar)(5, 10, 20)).Seconds);
    }

    [Fact]
    public void Function_of_several_outputs_gives_them_in_order()
    {
        IReadOnlyList<Scalar> parts = Quantity.Functions<Scalar>(new DivideWithRest(), Scalar.FromNumber(17), Scalar.FromNumber(5));
        Assert.Equal([3, 2], parts.Select(part => part.Value));
    }

    [Fact]
    public void Function_of_several_outputs_read_as_one_is_refused()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>("function", () => Quantity.Function<Scalar>(new DivideWithRest(), Scalar.One, Scalar.One));
        Assert.StartsWith("'divide' has 2 outputs; read them with Quantity.Functions.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_arguments_are_refused_by_name()
    {
        Assert.Throws<ArgumentNullException>("function", () => Quantity.Functions<Scalar>(null!, Scalar.One));
        Assert.Throws<ArgumentNullException>("inputs", () => Quantity.Functions<Scalar>(new Silent(), null!));
        Assert.Throws<ArgumentNullException>("quantity", () => Quantity.Functions<Scalar>(new Silent(), Scalar.One, null!));
        Assert.Throws<ArgumentOutOfRangeException>("function", () => Quantity.Functions<Scalar>(new Silent(0), Scalar.One));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Output_that_is_no_number_is_infeasible(double value)
    {
        Scalar none = Quantity.Function<Scalar>(new Silent(1, value), Scalar.One);
        Assert.False(none.IsFeasible);
        Assert.Equal("This scalar is infeasible: silent has no solution for these inputs.", Assert.Throws<EstimateException>(() => none.Value).Message);
    }

    [Fact]
    public void Function_is_not_called_with_an_infeasible_input() =>
        Assert.False(Quantity.Function<Scalar>(new Silent(1, 7), Quantity.Infeasible<Scalar>("overload")).IsFeasible);

    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 20)]
    [InlineData(1.5, 15)]
    [InlineData(3, 50)]
    [InlineData(4, 80)]
    public void Table_interpolates_between_its_points(double x, double expected) =>
        Assert.Equal(expected, Quantity.Table(x.Seconds, (1.Seconds, 10.Bytes), (2.Seconds, 20.Bytes), (4.Seconds, 80.Bytes)).Bytes, 1e-12);

    [Theory]
    [InlineData(0.999)]
    [InlineData(4.001)]
    public void Table_is_infeasible_outside_its_points(double x) =>
        Assert.False(Quantity.Table(x.Seconds, (1.Seconds, 10.Bytes), (4.Seconds, 80.Bytes)).IsFeasible);

    [Fact]
    public void Table_refuses_points_that_make_none()
    {
        ArgumentException few = Assert.Throws<ArgumentException>("points", () => Quantity.Table(1.Seconds, (1.Seconds, 1.Bytes)));
        Assert.StartsWith("A table needs at least 2 points, but has 1.", few.Message, StringComparison.Ordinal);
        ArgumentException order = Assert.Throws<ArgumentException>("points", () => Quantity.Table(1.Seconds, (2.Seconds, 1.Bytes), (1.Seconds, 1.Bytes)));
        Assert.StartsWith("The points of a table must rise in x, but 1 follows 2 (base units). Sort them.", order.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("points", () => Quantity.Table(1.Seconds, (1.Seconds, 1.Bytes), (1.Seconds, 2.Bytes)));
        Assert.Throws<ArgumentNullException>("points", () => Quantity.Table<Duration, DataSize>(1.Seconds, null!));
        Assert.Throws<ArgumentNullException>("quantity", () => Quantity.Table(1.Seconds, (1.Seconds, 1.Bytes), (2.Seconds, null!)));
    }

    [Fact]
    public void Table_of_ranges_is_refused()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>("quantity", () => Quantity.Table(1.Seconds, (1.Seconds, 1.Bytes), (2.Seconds, 1.Bytes.To(4.Bytes))));
        Assert.StartsWith("A table holds certain values, but '~2 B' is a range.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_tables_are_one_function()
    {
        Scalar x = (1.2, 1.5, 1.8);
        Scalar a = Quantity.Table<Scalar, Scalar>(x, (1, 10), (2, 20)), b = Quantity.Table<Scalar, Scalar>(x, (1, 10), (2, 20)), c = Quantity.Table<Scalar, Scalar>(x, (1, 10), (2, 21));
        Assert.Single(Tape.Compile([(a - b).Node]).Instructions, step => step.Function is not null);
        Assert.Equal(2, Tape.Compile([(a - c).Node]).Instructions.Count(step => step.Function is not null));
    }
}
