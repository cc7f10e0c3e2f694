namespace MlsdEstimator.Tests;

public class QuantityTests
{
    [Fact]
    public void Certain_quantities_are_equal_by_value()
    {
        DataSize kilobyte = 1.Kilobytes, thousand = 1000.Bytes;
        Assert.True(kilobyte == thousand);
        Assert.False(kilobyte != thousand);
        Assert.True(kilobyte.Equals(thousand));
        Assert.True(kilobyte.Equals((object)thousand));
        Assert.Equal(kilobyte.GetHashCode(), thousand.GetHashCode());
        Assert.False(kilobyte == 1.Kibibytes);
        Assert.True(kilobyte != 1.Kibibytes);
        Assert.False(kilobyte.Equals((object)1000.Seconds));
        Assert.False(kilobyte.Equals(null));
    }

    [Fact]
    public void Uncertain_quantities_are_equal_by_identity()
    {
        Scalar users = (1, 2, 4), same = users.Named("users"), other = (1, 2, 4);
        Assert.True(users == same);
        Assert.Equal(users.GetHashCode(), same.GetHashCode());
        Assert.False(users == other);
        Assert.NotEqual(users.GetHashCode(), other.GetHashCode());
        Assert.False(users == Scalar.FromNumber(2));
        Assert.False(Scalar.FromNumber(2) == users);
    }

    [Fact]
    public void Infeasible_quantities_equal_only_themselves()
    {
        Scalar none = Quantity.Infeasible<Scalar>("none"), other = Quantity.Infeasible<Scalar>("none");
        Assert.True(none.Equals(none));
        Assert.False(none == other);
        Assert.Equal(none.GetHashCode(), none.Named("x").GetHashCode());
        Assert.NotEqual(none.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void Name_source_and_date_are_kept()
    {
        Scalar users = Scalar.FromNumber(5).Named("users").Cited("annual report", new DateOnly(2026, 5, 1));
        Assert.Equal(("users", "annual report", new DateOnly(2026, 5, 1), false), (users.Name, users.Source, users.AsOf, users.IsDefault));
        Assert.Equal(("members", null), (users.Named("members").Name, users.Named("members").Source));
        Assert.Equal((null, null, null), (Scalar.One.Name, Scalar.One.Source, Scalar.One.AsOf));
        Assert.Equal(5, users.Value);
    }

    [Fact]
    public void Source_first_and_name_later_make_one_label()
    {
        Scalar users = Scalar.FromNumber(5).Cited("report").Named("users");
        Assert.Equal(("users", "report", null), (users.Name, users.Source, users.AsOf));
        Assert.Equal(("users", "book"), (users.Cited("book").Name, users.Cited("book").Source));
    }

    [Fact]
    public void Default_is_marked_with_its_source()
    {
        Scalar factor = Scalar.FromNumber(2).Named("factor").AsDefault("a book");
        Assert.Equal((true, "a book", "factor"), (factor.IsDefault, factor.Source, factor.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Blank_name_source_or_reason_is_refused(string blank)
    {
        Assert.Throws<ArgumentException>("name", () => Scalar.One.Named(blank));
        Assert.Throws<ArgumentException>("source", () => Scalar.One.Cited(blank));
        Assert.Throws<ArgumentException>("otherwise", () => Scalar.One.FeasibleWhen(Scalar.One > 0, blank));
        Assert.Throws<ArgumentException>("reason", () => Quantity.Infeasible<Scalar>(blank));
    }

    [Fact]
    public void Null_is_refused_by_name()
    {
        Assert.Throws<ArgumentNullException>("name", () => Scalar.One.Named(null!));
        Assert.Throws<ArgumentNullException>("source", () => Scalar.One.Cited(null!));
        Assert.Throws<ArgumentNullException>("condition", () => Scalar.One.FeasibleWhen(null!, "x"));
        Assert.Throws<ArgumentNullException>("left", () => Scalar.Min(null!, 1));
        Assert.Throws<ArgumentNullException>("right", () => Scalar.Max(1, null!));
        Assert.Throws<ArgumentNullException>("minimum", () => Scalar.One.Clamp(null!, 1));
        Assert.Throws<ArgumentNullException>("maximum", () => Scalar.One.Clamp(1, null!));
        Assert.Throws<ArgumentNullException>(() => 1.Bytes.To(null!));
        Assert.Throws<ArgumentNullException>("unit", () => 1.Dollars.Per(DataSize.Gigabyte).BasePer(null!));
    }

    [Fact]
    public void Min_max_and_clamp_choose()
    {
        Assert.Equal(2, Duration.Min(2.Seconds, 3.Seconds).Seconds);
        Assert.Equal(3, Duration.Max(2.Seconds, 3.Seconds).Seconds);
        Assert.Equal([2, 2, 3, 4, 4], Enumerable.Range(1, 5).Select(x => x.Seconds.Clamp(2.Seconds, 4.Seconds).Seconds));
        Assert.Equal(5, 1.Seconds.Clamp(5.Seconds, 5.Seconds).Seconds);
    }

    [Fact]
    public void Clamp_with_crossed_limits_is_refused()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>("minimum", () => 1.Seconds.Clamp(3.Seconds, 2.Seconds));
        Assert.StartsWith("The lower limit 3 s is above the upper limit 2 s; swap them.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Range_from_units_keeps_its_three_points()
    {
        DataSize row = 300.Bytes.To(2.Kilobytes, best: 500.Bytes);
        Assert.Equal(500, row.Bytes);
        Assert.Equal(774.5966692414834, 300.Bytes.To(2.Kilobytes).Bytes, 1e-10);
        Assert.Equal("300 B to 2000 B, best 500 B", row.ToString("R"));
    }

    [Fact]
    public void Range_with_an_uncertain_end_is_refused()
    {
        DataSize row = 300.Bytes.To(2.Kilobytes);
        ArgumentException refusal = Assert.Throws<ArgumentException>("end", () => row.To(5.Kilobytes));
        Assert.StartsWith("The end of a range must be certain, but '~775 B' is itself a range. Give the two ends as plain values.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Feasible_when_keeps_the_value_or_says_why_there_is_none()
    {
        Rate load = 50.PerSecond;
        Assert.Equal(50, load.FeasibleWhen(load < 80.PerSecond, "overload").PerSecond);
        Rate none = load.FeasibleWhen(load < 20.PerSecond, "it takes at most 20/s").Named("load");
        Assert.Equal("infeasible", none.ToString());
        Assert.Equal("load is infeasible: it takes at most 20/s.", Assert.Throws<EstimateException>(() => none.PerSecond).Message);
        Assert.Equal(["load is infeasible: it takes at most 20/s."], Assert.Throws<EstimateException>(() => none.BaseValue).Contradictions);
    }

    [Fact]
    public void If_takes_the_branch_of_the_condition()
    {
        Assert.Equal(3, Quantity.If(2.Seconds > 1.Seconds, 3.Bytes, 4.Bytes).Bytes);
        Assert.Equal(4, Quantity.If(2.Seconds < 1.Seconds, 3.Bytes, 4.Bytes).Bytes);
    }

    [Fact]
    public void If_branches_in_every_draw()
    {
        Scalar x = Uncertain.Uniform(0, 10).AsScalar();
        Scalar rectified = Quantity.If(x > 4, x, Scalar.FromNumber(4));
        Estimate<Scalar> belief = rectified.Simulate();
        Assert.Equal(4, belief.Quantile(0.3).Value);
        Assert.Equal(9, belief.Quantile(0.9).Value, 0.1);
    }

    [Fact]
    public void If_refuses_null()
    {
        Condition condition = 2.Seconds > 1.Seconds;
        Assert.Throws<ArgumentNullException>("condition", () => Quantity.If<DataSize>(null!, 3.Bytes, 4.Bytes));
        Assert.Throws<ArgumentNullException>("then", () => Quantity.If<DataSize>(condition, null!, 4.Bytes));
        Assert.Throws<ArgumentNullException>("otherwise", () => Quantity.If<DataSize>(condition, 3.Bytes, null!));
    }

    [Fact]
    public void Span_formatting_writes_what_text_does()
    {
        Span<char> room = stackalloc char[8];
        Assert.True(1.5.Kilobytes.TryFormat(room, out int written, "G", null));
        Assert.Equal("1.5 kB", room[..written].ToString());
        Assert.False(1.5.Kilobytes.TryFormat(room[..3], out written, "G", null));
        Assert.Equal(0, written);
    }

    [Fact]
    public void Price_collapses_where_a_plain_type_exists()
    {
        Assert.Equal(2, 7200.Dollars.Per(Duration.Hour).DollarsPerHour / 3600, 1e-12);
        Assert.Equal(3, 3.Gigabytes.Per(Duration.Second).GigabytesPerSecond);
        Assert.Equal(4, 4.Gigaflops.Per(Duration.Second).GigaflopsPerSecond);
        Assert.Equal(5, 5.Joules.Per(Duration.Second).Watts);
        Assert.Equal(6, Scalar.FromNumber(6).Per(Duration.Second).PerSecond);
        Assert.Equal(0.4, 4.Dollars.Per(Scalar.FromNumber(10)).Dollars);
    }

    [Fact]
    public void Storage_price_reads_in_its_units()
    {
        Quotient<Spend, DataSize> price = 0.023.Dollars.Per(DataSize.Gigabyte).Per(Duration.Month);
        Assert.Equal(23, (price * 1.Terabytes).DollarsPerMonth, 1e-12);
        Assert.Equal(0.023 / 2_628_000, price.BasePer(DataSize.Gigabyte), 1e-20);
        Assert.Equal(0.09 * 2 * 3600, (0.09.Dollars.Per(DataSize.Gigabyte) * 2.GigabytesPerSecond).DollarsPerHour, 1e-9);
        Assert.Equal(5e-10, 5.Dollars.Per(10.Gigabytes).BaseValue, 1e-24);
    }
}
