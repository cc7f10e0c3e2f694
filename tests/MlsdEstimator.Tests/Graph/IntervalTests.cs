namespace MlsdEstimator.Tests;

/// <summary>What a node can be, by hand. Uniform inputs reach from their 1e-6 to their 1 - 1e-6 point: a from 2.000002 to 3.999998, b from -0.999994 to 4.999994.</summary>
public class IntervalTests
{
    private readonly Scalar a = Uncertain.Uniform(2, 4).AsScalar();
    private readonly Scalar b = Uncertain.Uniform(-1, 5).AsScalar();

    [Fact]
    public void Inputs_reach_as_far_as_one_draw_in_a_million()
    {
        Interval bounds = Interval.Of(a.Node);
        Assert.Equal(2.000002, bounds.Low, 1e-12);
        Assert.Equal(3.999998, bounds.High, 1e-12);
        Assert.Equal(new Interval(7, 7, IsExact: true), Interval.Of(Scalar.FromNumber(7).Node));
        AssertReaches(2, 4, a.Named("a"));
    }

    [Fact]
    public void Arithmetic_reaches_its_furthest_corners()
    {
        AssertReaches(1, 9, a + b);
        AssertReaches(-3, 5, a - b);
        AssertReaches(-5, 1, -b);
        AssertReaches(-4, 20, a * b);
        AssertReaches(-20, 4, -a * b);
        AssertReaches(-1, 4, Scalar.Min(a, b));
        AssertReaches(2, 5, Scalar.Max(a, b));
        AssertReaches(0, 5, b.Ceiling());
        AssertReaches(-1, 4, b.Floor());
        AssertReaches(Math.Exp(2), Math.Exp(4), a.Exp());
    }

    [Fact]
    public void Quotients_are_bounded_when_the_divisor_keeps_its_sign()
    {
        AssertReaches(2 / 7.0, 4, a / (b + 2));
        AssertReaches(-4, -2 / 7.0, a / (b - 6));
        AssertReaches(double.NegativeInfinity, double.PositiveInfinity, a / b);
    }

    [Fact]
    public void Choice_reaches_as_far_as_its_feasible_branches()
    {
        Condition isLarge = a > 3;
        AssertReaches(-1, 5, Quantity.If<Scalar>(isLarge, a, b));
        AssertReaches(-1, 5, Quantity.If<Scalar>(isLarge, b, a));
        AssertReaches(2, 4, Quantity.If<Scalar>(isLarge, a, Quantity.Infeasible<Scalar>("overload")));
        AssertReaches(2, 4, Quantity.If<Scalar>(isLarge, Quantity.Infeasible<Scalar>("overload"), a));
    }

    [Fact]
    public void Nothing_is_known_of_other_operations_and_of_what_is_made_of_them()
    {
        AssertReaches(double.NegativeInfinity, double.PositiveInfinity, a.Log());
        AssertReaches(double.NegativeInfinity, double.PositiveInfinity, a.Log() * Scalar.Max(b, 0));
    }

    [Fact]
    public void Bounds_are_exact_when_one_input_is_read_once()
    {
        Assert.True(Interval.Of(((a * 2) + 1).Node).IsExact);
        Assert.True(Interval.Of((10 / a).Node).IsExact);
        Assert.False(Interval.Of((a + b).Node).IsExact);
        Assert.False(Interval.Of((a * a).Node).IsExact);
        Assert.False(Interval.Of(((a - a) * 2).Node).IsExact);
    }

    private static void AssertReaches(double low, double high, Scalar value)
    {
        Interval bounds = Interval.Of(value.Node);
        Assert.Equal(low, bounds.Low, 2e-4);
        Assert.Equal(high, bounds.High, 2e-4);
    }
}
