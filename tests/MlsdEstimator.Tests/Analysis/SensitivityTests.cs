namespace MlsdEstimator.Tests;

/// <summary>Elasticities and swings against calculus by hand.</summary>
public class SensitivityTests
{
    private readonly record struct Cube : IFunction
    {
        public string Name => "cube";

        public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs) => outputs[0] = inputs[0] * inputs[0] * inputs[0];
    }

    private readonly record struct OnePlus : IFunction
    {
        public string Name => "one plus";

        public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs) => outputs[0] = 1 + inputs[0];
    }

    /// <summary>First output x + 2y, second x y: both outputs pass a slope to both inputs.</summary>
    private readonly record struct SumAndProduct : IFunction
    {
        public string Name => "sum and product";

        public int OutputCount => 2;

        public void Evaluate(ReadOnlySpan<double> inputs, Span<double> outputs) => (outputs[0], outputs[1]) = (inputs[0] + 2 * inputs[1], inputs[0] * inputs[1]);
    }

    /// <summary>500M users x 3 to 30 requests a day x 2 / 86,400 s, by hand: 34,722.2 and 347,222.2 per second; best guess 115,740.7.</summary>
    [Fact]
    public void Peak_traffic_swings_with_requests_per_user()
    {
        Scalar users = 500.Million.Named("daily active users");
        Scalar perUser = 3.To(30, best: 10).Named("requests per user per day");
        Rate peak = (users * perUser / Duration.Day * 2).Named("peak QPS");
        IReadOnlyList<Sensitivity<Rate>> found = peak.Sensitivities();
        Assert.Equal(["requests per user per day", "daily active users"], found.Select(entry => entry.Input.Name));
        Assert.Equal(34_722.2222, found[0].AtLow.PerSecond, 1e-3);
        Assert.Equal(347_222.2222, found[0].AtHigh.PerSecond, 1e-3);
        Assert.Equal(115_740.7407, found[1].AtLow.PerSecond, 1e-3);
        Assert.Equal(115_740.7407, found[1].AtHigh.PerSecond, 1e-3);
        Assert.All(found, entry => Assert.Equal(1, entry.Elasticity, 1e-12));
        Assert.Equal(1, found[0].VarianceShare!.Value, 1e-12);
        Assert.Null(found[1].VarianceShare);
        Assert.Equal("requests per user per day: elasticity 1, 34.7 k/s to 347 k/s", found[0].ToString());
        Assert.True(found[0].AtLow.IsCertain);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, -1)]
    [InlineData(2, 2.5)]
    [InlineData(3, 0.5)]
    [InlineData(4, 0.25)]
    [InlineData(5, -0.25)]
    [InlineData(6, 4)]
    [InlineData(7, 0.721347520444482)]
    [InlineData(8, 3)]
    [InlineData(9, 2.77258872223978)]
    [InlineData(10, 1)]
    [InlineData(11, 0)]
    [InlineData(12, 1)]
    [InlineData(13, 0)]
    [InlineData(14, 2)]
    [InlineData(15, 1)]
    [InlineData(16, 1)]
    [InlineData(17, 1)]
    public void Elasticity_is_that_of_calculus_at_four(int which, double expected)
    {
        Scalar x = 2.To(8, best: 4).Named("x");
        Scalar[] formulas =
        [
            x * 7, 7 / x, x.Pow(2.5), x.Sqrt(), x + 12, 20 - x, x.Exp(), x.Log(), Quantity.Function<Scalar>(new Cube(), x), Scalar.FromNumber(2).Pow(x),
            Scalar.Min(x, 5), Scalar.Min(x, 3), Scalar.Max(x, 3), Scalar.Max(x, 5), Quantity.If<Scalar>(x > 3, x * x, x), Quantity.If<Scalar>(x > 5, x * x, x),
            -x, x.FeasibleWhen(x < 5, "too many"),
        ];
        Assert.Equal(expected, Assert.Single(formulas[which].Sensitivities()).Elasticity, 1e-8);
    }

    [Fact]
    public void Two_outputs_of_one_function_both_count()
    {
        Scalar x = 1.To(9, best: 3).Named("x"), y = 1.To(4, best: 2).Named("y");
        IReadOnlyList<Scalar> parts = Quantity.Functions<Scalar>(new SumAndProduct(), x, y);
        Scalar total = parts[0] + 3 * parts[1];
        Assert.Equal(25, total.Value, 1e-12);
        Assert.Equal(21.0 / 25, ElasticityOf(total, "x"), 1e-8);
        Assert.Equal(22.0 / 25, ElasticityOf(total, "y"), 1e-8);
    }

    /// <summary>Between (2, 20) and (4, 80) the slope is 30; at 3 the value is 50, so x y' / y = 1.8.</summary>
    [Fact]
    public void Slope_goes_through_a_table()
    {
        Duration time = 2.5.Seconds.To(3.5.Seconds, best: 3.Seconds).Named("time");
        DataSize read = Quantity.Table(time, (1.Seconds, 10.Bytes), (2.Seconds, 20.Bytes), (4.Seconds, 80.Bytes));
        Sensitivity<DataSize> entry = Assert.Single(read.Sensitivities());
        Assert.Equal(1.8, entry.Elasticity, 1e-8);
        Assert.Equal(35, entry.AtLow.Bytes, 1e-9);
        Assert.Equal(65, entry.AtHigh.Bytes, 1e-9);
    }

    /// <summary>Slopes 20 and 25: 20 x 1 / 10 and 25 x 4 / 80.</summary>
    [Theory]
    [InlineData(1, 2)]
    [InlineData(4, 1.25)]
    public void Slope_at_the_end_of_a_table_is_the_one_inside(double x, double expected)
    {
        Scalar input = Scalar.FromNumber(x).Named("x");
        Scalar read = Quantity.Table<Scalar, Scalar>(input, (1, 10), (2, 30), (4, 80));
        Assert.Equal(expected, Assert.Single(read.Sensitivities()).Elasticity, 1e-6);
    }

    /// <summary>f(d) = 1 + d at d = u - 5 = 0: df/du u / f = 5.</summary>
    [Fact]
    public void Slope_of_a_function_at_zero_is_not_lost()
    {
        Scalar u = Scalar.FromNumber(5).Named("u");
        Assert.Equal(5, Assert.Single(Quantity.Function<Scalar>(new OnePlus(), u - 5).Sensitivities()).Elasticity, 1e-6);
    }

    [Fact]
    public void Ceiling_hides_the_slope_but_not_the_swing()
    {
        Scalar load = 10.To(90, best: 30).Named("load");
        Sensitivity<Scalar> ceiling = Assert.Single((load / 7).Ceiling().Sensitivities()), floor = Assert.Single((load / 7).Floor().Sensitivities());
        Assert.Equal((0, 2, 13), (ceiling.Elasticity, ceiling.AtLow.Value, ceiling.AtHigh.Value));
        Assert.Equal((0, 1, 12), (floor.Elasticity, floor.AtLow.Value, floor.AtHigh.Value));
    }

    [Fact]
    public void Inputs_are_ranges_and_named_numbers_only()
    {
        Scalar named = Scalar.FromNumber(3).Named("named"), unnamed = Scalar.FromNumber(3), range = 1.To(4);
        Scalar subtotal = (named * 2).Named("computed");
        Scalar total = subtotal + unnamed * range;
        IReadOnlyList<Sensitivity<Scalar>> found = total.Sensitivities();
        Assert.Equal([null, "named"], found.Select(entry => entry.Input.Name));
        Assert.Equal(0.5, found[0].Elasticity, 1e-12);
        Assert.Equal(0.5, found[1].Elasticity, 1e-12);
        Assert.Equal("unnamed scalar, 1 to 4 (90%): elasticity 0.5, 9 to 18", found[0].ToString());
        Assert.Equal(["unnamed scalar, 1 to 4 (90%)", "named"], found.Select(entry => entry.Label));
    }

    [Fact]
    public void Named_number_is_apart_from_another_of_its_value()
    {
        Scalar a = Scalar.FromNumber(3).Named("a"), b = Scalar.FromNumber(3).Named("b");
        Scalar formula = a * a * b;
        Assert.Equal(2, ElasticityOf(formula, "a"), 1e-12);
        Assert.Equal(1, ElasticityOf(formula, "b"), 1e-12);
    }

    [Fact]
    public void Input_times_a_unit_is_known_by_its_name()
    {
        Scalar bytes = (300, 800);
        DataSize row = (bytes * DataSize.Byte).Named("row size");
        Sensitivity<DataSize> entry = Assert.Single((row * 1e9).Named("table").Sensitivities());
        Assert.Equal("row size", entry.Input.Name);
        Assert.IsType<DataSize>(entry.Input);
        Assert.Equal(1, entry.Elasticity, 1e-12);
        Assert.Equal(300, entry.AtLow.Gigabytes, 1e-9);
        Assert.Equal(800, entry.AtHigh.Gigabytes, 1e-9);
    }

    [Fact]
    public void First_name_of_an_input_stays()
    {
        Scalar users = 1.To(4).Named("users");
        DataSize size = (users * DataSize.Kilobyte).Named("size");
        Assert.Equal("users", Assert.Single((size * 2).Sensitivities()).Input.Name);
    }

    [Fact]
    public void Unit_may_stand_on_either_side_or_below()
    {
        Scalar left = (1, 4), right = (1, 4), below = (1, 4);
        DataSize sum = (left * DataSize.Byte).Named("left") + (DataSize.Byte * right).Named("right") + (below * DataSize.Kilobyte / 2).Named("computed");
        Assert.Equal(["left", "right", null], sum.Sensitivities().OrderBy(entry => entry.Input.Name is null).ThenBy(entry => entry.Input.Name).Select(entry => entry.Input.Name));
        Assert.Equal("halved", Assert.Single((below / 2).Named("halved").Sensitivities()).Input.Name);
        Assert.Null(Assert.Single((2 / below).Named("inverse").Sensitivities()).Input.Name);
    }

    [Fact]
    public void Unnamed_input_keeps_its_type_and_is_told_by_its_range()
    {
        Duration time = 1.Seconds.To(4.Seconds);
        Sensitivity<Duration> ofTime = Assert.Single((time * 2).Sensitivities());
        Assert.Same(time.Node, Assert.IsType<Duration>(ofTime.Input).Node);
        Assert.Equal("unnamed duration, 1 to 4 s (90%)", ofTime.Label);
        Fraction part = (0.1, 0.3);
        Assert.Equal("unnamed fraction, 10 to 30% (90%)", Assert.Single((1 - part).Sensitivities()).Label);
        Quotient<Money, DataSize> price = Uncertain.Range(1, 4).In(1.Dollars.Per(DataSize.Gigabyte));
        Assert.IsType<Quotient<Money, DataSize>>(Assert.Single((price * 2.Gigabytes).Sensitivities()).Input);
    }

    [Fact]
    public void Widest_swing_comes_first_and_an_infeasible_end_before_all()
    {
        Scalar narrow = 9.To(11, best: 10).Named("narrow"), wide = 1.To(100, best: 10).Named("wide"), load = 0.5.To(1.5, best: 0.9).Named("load");
        IReadOnlyList<Sensitivity<Scalar>> found = (narrow + wide + load.FeasibleWhen(load < 1, "overload")).Sensitivities();
        Assert.Equal(["load", "wide", "narrow"], found.Select(entry => entry.Input.Name));
        Assert.False(found[0].AtHigh.IsFeasible);
        Assert.Equal("This scalar is infeasible: infeasible with this input at the end of its range.", Assert.Throws<EstimateException>(() => found[0].AtHigh.Value).Message);
        Assert.Equal(20.5, found[0].AtLow.Value, 1e-9);
        Assert.All(found, entry => Assert.Null(entry.VarianceShare));
    }

    [Fact]
    public void Inputs_of_equal_swing_are_ordered_by_elasticity()
    {
        Scalar a = Scalar.FromNumber(2).Named("a"), b = Scalar.FromNumber(2).Named("b");
        Assert.Equal(["b", "a"], (a / b.Pow(3)).Sensitivities().Select(entry => entry.Input.Name));
    }

    [Fact]
    public void Quantity_without_inputs_has_no_sensitivities() => Assert.Empty((Scalar.FromNumber(3) * 2).Sensitivities());

    [Fact]
    public void Quantity_of_zero_has_elasticity_zero()
    {
        Scalar a = Scalar.FromNumber(2).Named("a");
        Assert.Equal(0, Assert.Single((a - 2).Sensitivities()).Elasticity);
    }

    [Fact]
    public void Infeasible_quantity_and_null_are_refused()
    {
        Scalar a = Scalar.FromNumber(2).Named("a");
        Assert.Equal("cost is infeasible: overload.", Assert.Throws<EstimateException>(() => a.FeasibleWhen(a > 3, "overload").Named("cost").Sensitivities()).Message);
        Assert.Throws<ArgumentNullException>("quantity", () => ((Scalar)null!).Sensitivities());
    }

    private static double ElasticityOf(Scalar quantity, string input) => Assert.Single(quantity.Sensitivities(), entry => entry.Input.Name == input).Elasticity;
}
