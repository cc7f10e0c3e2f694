namespace MlsdEstimator.Tests;

public class PrecomputeSetTests
{
    [Fact]
    public void AllRegistered_covers_every_visit()
    {
        var set = PrecomputeSet.AllRegistered(2.Billion, 500.Million);

        Assert.Equal((2e9, 0.25, 1.0, "requests"), (set.Entities.Value, set.Coming.Value, set.VisitsCovered.Value, set.Counts));
        Assert.True(set.VisitsCovered.IsDefault);
        Assert.Equal("answers exist for everyone registered at the last refresh", set.VisitsCovered.Source);
        Assert.Equal(("registered entities", "part that comes", "visits covered"), (set.Entities.Name, set.Coming.Name, set.VisitsCovered.Name));
        Assert.Equal("2 bn precomputed, 25% come, 100% of visits covered", set.ToString());
    }

    [Fact]
    public void Active_keeps_what_it_is_given()
    {
        var set = PrecomputeSet.Active(500.Million, 60.Percent, 80.Percent, "predictions");

        Assert.Equal((500e6, 0.6, 0.8, "predictions"), (set.Entities.Value, set.Coming.Value, set.VisitsCovered.Value, set.Counts));
        Assert.Equal(("active entities", "part that comes", "visits covered"), (set.Entities.Name, set.Coming.Name, set.VisitsCovered.Name));
    }

    [Fact]
    public void AllRegistered_with_everyone_or_nobody_coming_is_allowed()
    {
        Assert.Equal(1, PrecomputeSet.AllRegistered(10, 10).Coming.Value);
        Assert.Equal(0, PrecomputeSet.AllRegistered(10, 0).Coming.Value);
    }

    [Fact]
    public void AllRegistered_with_more_active_than_registered_is_refused()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => PrecomputeSet.AllRegistered(10, 11));
        Assert.Equal("'active per refresh' is 11, but must not exceed the 10 registered; swap them. (Parameter 'activePerRefresh')", error.Message);
    }

    [Fact]
    public void Numbers_out_of_range_are_refused()
    {
        Assert.Equal("registered entities", Assert.Throws<ArgumentOutOfRangeException>(() => PrecomputeSet.AllRegistered(0, 0)).ParamName);
        Assert.Equal("active per refresh", Assert.Throws<ArgumentOutOfRangeException>(() => PrecomputeSet.AllRegistered(10, -1)).ParamName);
        Assert.Equal("active entities", Assert.Throws<ArgumentOutOfRangeException>(() => PrecomputeSet.Active(-1, Fraction.One, Fraction.One)).ParamName);
        Assert.Equal("part that comes", Assert.Throws<ArgumentNullException>(() => PrecomputeSet.Active(1, null!, Fraction.One)).ParamName);
        Assert.Equal("visits covered", Assert.Throws<ArgumentNullException>(() => PrecomputeSet.Active(1, Fraction.One, null!)).ParamName);
        Assert.Equal("counts", Assert.Throws<ArgumentException>(() => PrecomputeSet.Active(1, Fraction.One, Fraction.One, " ")).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => PrecomputeSet.Active(double.NaN, Fraction.One, Fraction.One));
    }
}
