using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

public class PriceTiersTests
{
    private static readonly PriceTiers Egress = PriceTiers.Of([(10_240, 0.09.Dollars), (51_200, 0.085.Dollars), (153_600, 0.07.Dollars)], beyond: 0.05.Dollars);

    [Theory] // published example: 60 TB in units of 1,024 GB cost $5,120; the first tier ends at $921.60
    [InlineData(0, 0)]
    [InlineData(100, 9)]
    [InlineData(10_240, 921.6)]
    [InlineData(61_440, 5_120)]
    [InlineData(253_600, 16_571.2)] // 921.6 + 3,481.6 + 7,168 + 5,000
    public void Amount_is_paid_tier_by_tier(double gigabytes, double dollars) => Assert.Equal(dollars, Egress.For(gigabytes).Dollars, 9);

    [Fact]
    public void Range_of_amounts_is_paid_in_every_draw()
    {
        Money cost = Egress.For((5_000, 10_240, 40_000));
        Assert.Equal(921.6, cost.Dollars, 9);
        Assert.Equal(921.6 + 29_760 * 0.085, cost.Simulate().High.Dollars, 921.6 * 0.05);
    }

    [Fact]
    public void First_price_is_what_small_amounts_pay()
    {
        Assert.Equal(0.09, Egress.First.Dollars);
        Assert.Equal(0.05, PriceTiers.Flat(0.05.Dollars).First.Dollars);
        Assert.Equal(5, PriceTiers.Flat(0.05.Dollars).For(100).Dollars, 12);
    }

    [Fact]
    public void Tiers_that_do_not_rise_and_negative_prices_are_refused()
    {
        Assert.Equal("The tier up to 10 follows one up to 10; put tiers in rising order. (Parameter 'tiers')", Assert.Throws<ArgumentException>(() => PriceTiers.Of([(10, Money.Zero), (10, Money.Zero)], Money.Zero)).Message);
        Assert.Equal("end of tier", Assert.Throws<ArgumentOutOfRangeException>(() => PriceTiers.Of([(0, Money.Zero)], Money.Zero)).ParamName);
        Assert.Equal("price of tier", Assert.Throws<ArgumentOutOfRangeException>(() => PriceTiers.Of([(1, (-1).Dollars)], Money.Zero)).ParamName);
        Assert.Equal("price beyond the tiers", Assert.Throws<ArgumentOutOfRangeException>(() => PriceTiers.Flat((-1).Dollars)).ParamName);
        Assert.Equal("amount", Assert.Throws<ArgumentOutOfRangeException>(() => Egress.For(-1)).ParamName);
        Assert.Throws<ArgumentNullException>(() => PriceTiers.Of(null!, Money.Zero));
    }

    [Fact]
    public void More_never_costs_less_for_any_amount() =>
        Prop.ForAll(Arb.From(AnyPositive.Decades(0, 7)), Arb.From(AnyPositive.Decades(0, 2)), (amount, factor) =>
            Egress.For(amount * factor).Dollars >= Egress.For(amount).Dollars * (1 - 1e-12)).Check(AnyPositive.Laws);
}
