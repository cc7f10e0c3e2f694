namespace MlsdEstimator.Tests;

public class ScalarTests
{
    [Theory]
    [InlineData(30.2, 31)]
    [InlineData(30, 30)]
    [InlineData(-30.2, -30)]
    [InlineData(0, 0)]
    [InlineData(0.001, 1)]
    [InlineData(30.000000000001, 31)]
    public void Ceiling_rounds_up(double value, double expected) => Assert.Equal(expected, Scalar.FromNumber(value).Ceiling().Value);

    [Theory]
    [InlineData(30.8, 30)]
    [InlineData(30, 30)]
    [InlineData(-30.2, -31)]
    [InlineData(29.999999999999996, 30)]
    [InlineData(29.999999999, 29)]
    public void Floor_rounds_down(double value, double expected) => Assert.Equal(expected, Scalar.FromNumber(value).Floor().Value);

    [Fact]
    public void Ceiling_forgives_the_rounding_of_earlier_steps()
    {
        Scalar machines = Scalar.FromNumber(0.03) * 700 / 0.7;
        Assert.Equal(30.000000000000004, machines.Value);
        Assert.Equal(30, machines.Ceiling().Value);
    }

    [Fact]
    public void Ceiling_forgives_64_units_in_the_last_place_and_no_more()
    {
        const double unit = 2.220446049250313e-16;
        Assert.Equal(1, Scalar.FromNumber(1 + 60 * unit).Ceiling().Value);
        Assert.Equal(2, Scalar.FromNumber(1 + 70 * unit).Ceiling().Value);
        Assert.Equal(1000, Scalar.FromNumber(1000 * (1 + 60 * unit)).Ceiling().Value);
        Assert.Equal(1001, Scalar.FromNumber(1000 * (1 + 70 * unit)).Ceiling().Value);
    }

    [Fact]
    public void Functions_give_textbook_values()
    {
        Assert.Equal(1024, Scalar.FromNumber(2).Pow(10).Value);
        Assert.Equal(2.718281828459045, Scalar.One.Exp().Value, 1e-15);
        Assert.Equal(2.302585092994046, Scalar.FromNumber(10).Log().Value, 1e-15);
        Assert.Equal(1.4142135623730951, Scalar.FromNumber(2).Sqrt().Value, 1e-15);
        Assert.Equal(-3, (-Scalar.FromNumber(3)).Value);
    }

    [Fact]
    public void Functions_outside_their_domain_are_infeasible()
    {
        Scalar[] impossible = [Scalar.FromNumber(-1).Sqrt(), Scalar.FromNumber(-1).Log(), Scalar.Zero.Log(), Scalar.FromNumber(1000).Exp(), Scalar.FromNumber(-8).Pow(0.5), Scalar.FromNumber(1e300).Pow(2)];
        Assert.All(impossible, value => Assert.False(value.IsFeasible));
    }

    [Fact]
    public void Power_refuses_a_null_exponent() => Assert.Throws<ArgumentNullException>("exponent", () => Scalar.One.Pow(null!));

    [Fact]
    public void Tuple_becomes_a_range_with_its_median()
    {
        Scalar two = (3, 30), three = (3, 10, 30);
        Assert.Equal(9.486832980505138, two.Value, 1e-14);
        Assert.Equal(10, three.Value);
        Assert.False(two.IsCertain);
    }
}
