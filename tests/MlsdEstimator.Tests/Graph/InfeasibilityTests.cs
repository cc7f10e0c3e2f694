namespace MlsdEstimator.Tests;

public class InfeasibilityTests
{
    private static readonly Scalar None = Quantity.Infeasible<Scalar>("overload");

    public static TheoryData<Func<Scalar, Scalar>> Operations { get; } =
    [
        x => x + 1, x => 1 + x, x => x - 1, x => 1 - x, x => x * 0, x => 0 * x, x => x / 2, x => 1 / x, x => 0 / x, x => x / x, x => x - x, x => -x,
        x => Scalar.Min(x, 1), x => Scalar.Min(1, x), x => Scalar.Max(x, 1), x => Scalar.Max(1, x), x => x.Clamp(0, 1), x => x.Ceiling(), x => x.Floor(),
        x => x.Pow(0), x => Scalar.One.Pow(x), x => x.Pow(2), x => x.Exp(), x => x.Log(), x => x.Sqrt(), x => x.Named("a"), x => x.FeasibleWhen(Scalar.One > 0, "no"),
        x => Scalar.One.FeasibleWhen(x > 0, "no"), x => Scalar.One.FeasibleWhen(x <= 0, "no"), x => Quantity.If<Scalar>(x > 0, Scalar.One, Scalar.One),
        x => Quantity.If<Scalar>(Scalar.One > 0, x, Scalar.One), x => Quantity.If<Scalar>((x > 0).Not(), Scalar.One, Scalar.One),
        x => Quantity.If<Scalar>((x > 0).And(Scalar.One > 2), Scalar.One, Scalar.One), x => Quantity.If<Scalar>((x > 0).Or(Scalar.One > 0), Scalar.One, Scalar.One),
    ];

    [Theory]
    [MemberData(nameof(Operations))]
    public void Infeasible_absorbs_in_every_operation(Func<Scalar, Scalar> operation)
    {
        Scalar result = operation(None);
        Assert.False(result.IsFeasible);
        Assert.Equal("infeasible", result.ToString());
        Assert.Throws<EstimateException>(() => result.Value);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Infeasible_absorbs_in_every_draw(Func<Scalar, Scalar> operation)
    {
        Scalar x = Uncertain.Uniform(1, 2).AsScalar();
        Scalar never = x.FeasibleWhen(x > 5, "never");
        Assert.All(Draw.Of(operation(never), 50), draw => Assert.Equal(double.NaN, draw));
    }

    /// <summary>A function that is not called because an input is infeasible has the reason of that input, not one of its own.</summary>
    [Fact]
    public void Reason_passes_through_a_function()
    {
        Scalar waits = Erlang.C(Quantity.Infeasible<Scalar>("saturated"), 8);
        Assert.Equal("saturated", waits.ToString());
        Assert.Contains("is infeasible: overload.", Assert.Throws<EstimateException>(() => Erlang.C(None, 8).Value).Message, StringComparison.Ordinal);
    }

    /// <summary>None is the class's own: refused for "overload".</summary>
    [Fact]
    public void Reason_is_that_of_the_deepest_cause()
    {
        Assert.Equal("overload", None.WhyInfeasible);
        Assert.Equal("overload", (1 / (None + 5)).Named("a result").WhyInfeasible);
        Assert.Equal("it divides by zero", (Scalar.One / (Scalar.One - 1)).WhyInfeasible);
        Assert.Null(Scalar.One.WhyInfeasible);
    }

    [Fact]
    public void If_drops_the_branch_that_is_not_taken()
    {
        Assert.Equal(1, Quantity.If<Scalar>(Scalar.One > 0, Scalar.One, None).Value);
        Assert.Equal(1, Quantity.If<Scalar>(Scalar.One < 0, None, Scalar.One).Value);
        Scalar x = Uncertain.Uniform(0, 10).AsScalar();
        Assert.DoesNotContain(double.NaN, Draw.Of(Quantity.If<Scalar>(x > 5, x, x.FeasibleWhen(x <= 5, "busy"))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Overflow_and_division_by_zero_are_infeasible_not_infinite(int which)
    {
        Scalar large = Scalar.FromNumber(1e300);
        Scalar[] results = [large * large, large / 1e-300, Scalar.One / 0, Scalar.Zero / 0, -(large * large), large * 1e7 + large * 1e7];
        Assert.Equal(which == 5, results[which].IsFeasible);
        Scalar doubtful = Uncertain.Uniform(1, 2).AsScalar();
        Assert.All(Draw.Of(doubtful * large * large, 20), draw => Assert.Equal(double.NaN, draw));
    }

    [Fact]
    public void Reader_never_returns_an_infinity()
    {
        Duration aeon = Duration.FromSeconds(1e305);
        EstimateException problem = Assert.Throws<EstimateException>(() => aeon.Nanoseconds);
        Assert.Equal($"This duration is {aeon}, too large to be read in this unit; read it in a larger one.", problem.Message);
        Assert.StartsWith("age is ", Assert.Throws<EstimateException>(() => aeon.Named("age").Nanoseconds).Message, StringComparison.Ordinal);
        Assert.Throws<EstimateException>(() => 1e300.Dollars.Per(DataSize.Byte).BasePer(DataSize.Exabyte));
    }

    [Fact]
    public void Draw_that_overflows_is_infeasible()
    {
        Scalar wild = Uncertain.LogNormal(1e300, 50).AsScalar();
        double[] draws = Draw.Of(wild);
        Assert.DoesNotContain(double.PositiveInfinity, draws);
        Assert.Contains(double.NaN, draws);
        Assert.Equal("saturated", wild.Simulate().High.ToString());
    }

    /// <summary>Distributions at the end of what a number holds: some draws are, and some cannot be.</summary>
    [Fact]
    public void No_draw_is_ever_infinite()
    {
        Uncertain[] wild =
        [
            Uncertain.LogNormal(1e300, 50), Uncertain.Range(1e290, 1e300, 1e308), Uncertain.Normal(1.7e308, 1e307), Uncertain.Normal(0, 1.7e308), Uncertain.Exponential(1.7e308),
            Uncertain.Uniform(-1.7e308, 1.7e308), Uncertain.Triangular(0, 1e150, 1.3e154), Uncertain.Uniform(1e307, 1.7e308),
        ];
        Assert.All(wild, distribution => Assert.DoesNotContain(Draw.Of(distribution.AsScalar()), double.IsInfinity));
    }

    [Fact]
    public void Statistic_that_overflows_is_saturated()
    {
        Estimate<Scalar> huge = Uncertain.Uniform(1e307, 1.7e308).AsScalar().Simulate();
        Assert.Equal("saturated", huge.Mean.ToString());
        Assert.Equal("saturated", huge.StandardDeviation.ToString());
        Assert.True(huge.Median.IsFeasible);
    }

    [Fact]
    public void Leaf_whose_median_overflows_is_refused() => Assert.Throws<ArgumentOutOfRangeException>("unit", () => Uncertain.Range(1e300, 1e305).In(DataSize.Exabyte));

    [Fact]
    public void Message_names_the_quantity_and_the_deepest_reason()
    {
        Assert.Equal("cost is infeasible: overload.", MessageOf((None + 1).Named("cost")));
        Assert.Equal("This scalar is infeasible: overload.", MessageOf(2 * None.Named("load")));
        Assert.Equal("This rate is infeasible: it divides by zero.", MessageOf(Scalar.One / Duration.Zero));
        Assert.Equal("This scalar is infeasible: the numbers involved are too large or outside the domain of the operation.", MessageOf(Scalar.FromNumber(-1).Sqrt()));
        Assert.Equal("This scalar is infeasible: right.", MessageOf(Quantity.If<Scalar>(Scalar.One < 0, Quantity.Infeasible<Scalar>("left"), Quantity.Infeasible<Scalar>("right"))));
        Assert.Equal("This scalar is infeasible: left.", MessageOf(Quantity.If<Scalar>(Scalar.One > 0, Quantity.Infeasible<Scalar>("left"), Quantity.Infeasible<Scalar>("right"))));
    }

    [Fact]
    public void Message_says_which_computed_input_left_its_range()
    {
        Node guard = new OperationNode(Dimensions.Scalar, Operation.Guard, (Scalar.One < 0).Node, Scalar.One.Named("spare").Node);
        Assert.Equal("This scalar is infeasible: a computed input leaves its allowed range (spare).", Infeasibility.Message(guard));
    }

    private static string MessageOf<T>(Quantity<T> quantity)
        where T : Quantity<T>, IQuantity<T> => Assert.Throws<EstimateException>(() => quantity.BaseValue).Message;
}
