using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

/// <summary>Expected: explicit sums and closed forms in mpmath with 40 digits.</summary>
public class GrowthTests
{
    private static readonly Growth FivePercent = new() { PerMonth = 0.05 };

    [Fact]
    public void Doubling_and_yearly_factor_follow_from_the_month()
    {
        Assert.Equal(14.206699082890461, (FivePercent.DoublingTime / Duration.Month).Value, 1e-12);
        Assert.Equal(1.7958563260221292, FivePercent.PerYear.Value, 1e-12);
        Assert.Equal(6931472.152, (new Growth { PerMonth = 1e-7 }.DoublingTime / Duration.Month).Value, 1e-2);
        Assert.Equal(["doubling time", "growth factor per year"], FivePercent.Results.Select(result => result.Name));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.1)]
    public void What_does_not_grow_never_doubles(double growth)
    {
        Duration never = new Growth { PerMonth = growth }.DoublingTime;
        Assert.False(never.IsFeasible);
        Assert.Contains("what does not grow never doubles", Assert.Throws<EstimateException>(() => never.Seconds).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.05, 24, 24, 44.501998874296)]
    [InlineData(0.05, 24, 6, 16.369614200537)]
    [InlineData(0.05, 24, 36, 44.501998874296)] // nothing has left yet
    [InlineData(0, 24, 6, 6)]
    [InlineData(0, 24, 24, 24)]
    [InlineData(1e-12, 24, 24, 24.000000000276)]
    [InlineData(-0.05, 24, 24, 14.160219513227)]
    [InlineData(-1, 1, 5, 1)]
    [InlineData(-1, 3, 2, 0)]
    [InlineData(0.1, 600, 600, 6.8487465541710e25)] // (1.1^600 - 1) / 0.1
    public void Gathered_months_are_the_last_of_the_series(double growth, double months, double kept, double expected) =>
        Assert.Equal(expected, new Growth { PerMonth = growth }.Gathered(months.Months, kept.Months).Value, 1e-11 * Math.Max(1, expected));

    [Fact]
    public void Series_beyond_all_numbers_is_infeasible() =>
        Assert.False(new Growth { PerMonth = 1e300 }.Gathered(24.Months, 24.Months).IsFeasible);

    [Fact]
    public void Factor_applies_to_a_load()
    {
        Assert.Equal(1.7958563260221292, FivePercent.Factor(12.Months).Value, 1e-12);
        Assert.Equal(1, FivePercent.Factor(Duration.Zero).Value);
        Refused.Range("time of growth", "not be negative", () => FivePercent.Factor(-1.Days));
    }

    [Fact]
    public void Inputs_out_of_range_are_refused_by_name()
    {
        Refused.Range("growth per month", "at least -1", () => new Growth { PerMonth = -1.01 });
        Refused.Range("horizon", "not be negative", () => FivePercent.Gathered(-1.Days, 1.Days));
        Refused.Range("retention", "not be negative", () => FivePercent.Gathered(1.Days, -1.Days));
        Refused.Null("growth per month", () => new Growth { PerMonth = null! });
    }

    [Fact]
    public void Longer_retention_never_gathers_less_for_any_growth() =>
        Prop.ForAll(
            Arb.From(from g in Gen.Choose(-999, 1000) from n in Gen.Choose(0, 120) from w in Gen.Choose(0, 120) select (Growth: g / 1000.0, Months: n, Kept: w)),
            drawn =>
            {
                var growth = new Growth { PerMonth = drawn.Growth };
                double kept = growth.Gathered(drawn.Months.Months, drawn.Kept.Months).Value, longer = growth.Gathered(drawn.Months.Months, (drawn.Kept + 1).Months).Value;
                double sum = Enumerable.Range(0, drawn.Months).Reverse().Take(drawn.Kept).Sum(month => Math.Pow(1 + drawn.Growth, month));
                return longer >= kept * (1 - 1e-12) && Math.Abs(kept - sum) <= 1e-9 * Math.Max(1e-300, sum);
            }).Check(AnyPositive.Laws);
}
