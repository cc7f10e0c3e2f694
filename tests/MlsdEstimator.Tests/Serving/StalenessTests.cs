namespace MlsdEstimator.Tests;

public class StalenessTests
{
    private static readonly Staleness Daily = new() { Interval = 1.Days, Delay = 2.Hours };

    [Fact]
    public void Day_with_two_hours_of_delay_is_14_and_26_hours_old() // age of information
    {
        Assert.Equal((14.0, 26.0), (Daily.Mean.Hours, Daily.Worst.Hours));
        Assert.Null(Daily.Changed);
        Assert.Equal(["staleness, mean", "staleness, worst"], Daily.Results.Select(result => result.Name));
    }

    [Theory] // closed form at 40 digits (mpmath); the first agrees with quadrature
    [InlineData(0.5, 1, 0, 0.21306131942526685)]
    [InlineData(0.5, 1, 2.0 / 24, 0.24517671420134024)]
    [InlineData(3, 2, 0.5, 0.9629038207036197)]
    [InlineData(1e-9, 1, 0, 4.9999999983333333e-10)]
    [InlineData(1e-9, 1, 0.5, 9.999999994583333e-10)]
    [InlineData(0.0099, 1, 0, 0.004933705349207227880)]
    [InlineData(0.0101, 1, 0, 0.005033041175970429097)]
    [InlineData(0, 1, 1, 0)]
    public void Changed_is_the_mean_over_the_ages_read(double perDay, double days, double delay, double expected)
    {
        var age = new Staleness { Interval = days.Days, Delay = delay.Days, Changes = perDay.PerDay };

        Assert.Equal(expected, age.Changed!.Value, expected * 1e-12);
        Assert.Equal("reads of what has changed since", age.Results[2].Name);
    }

    [Fact]
    public void Inputs_out_of_range_are_refused_by_name()
    {
        Assert.Equal("refresh interval", Assert.Throws<ArgumentOutOfRangeException>(() => Daily with { Interval = Duration.Zero }).ParamName);
        Assert.Equal("delay", Assert.Throws<ArgumentOutOfRangeException>(() => Daily with { Delay = (-1).Seconds }).ParamName);
        Assert.Equal("changes", Assert.Throws<ArgumentOutOfRangeException>(() => Daily with { Changes = (-1).PerDay }).ParamName);
    }
}
