namespace MlsdEstimator.Tests;

public class DiurnalCurveTests
{
    [Fact]
    public void Day_of_peak_two_is_a_sine()
    {
        var day = DiurnalCurve.FromPeak(2);

        Assert.Equal((1.0, 24), (day.Levels[20].Value, day.Levels.Count));
        Assert.Equal(0, day.Levels[8].Value, 12);
        Assert.Equal(0.5, day.Levels[14].Value, 12);
        Assert.Equal(0.5, day.Mean.Value, 12);
    }

    [Theory] // (1 + cos)^k with the k that gives a mean of 1/5, by bisection
    [InlineData(20, 1)]
    [InlineData(19, 0.87600656238785)]
    [InlineData(17, 0.29526580554021)]
    public void Day_of_a_sharper_peak_is_emptier_at_night(int hour, double level) => Assert.Equal(level, DiurnalCurve.FromPeak(5).Levels[hour].Value, 10);

    [Theory]
    [InlineData(1)]
    [InlineData(1.6)]
    [InlineData(2)]
    [InlineData(2.001)]
    [InlineData(13.8)]
    [InlineData(24)]
    public void Mean_is_one_over_the_factor(double factor) => Assert.Equal(1 / factor, DiurnalCurve.FromPeak(factor).Mean.Value, 10);

    [Fact]
    public void Peak_shorter_than_an_hour_is_no_day_of_hours() => Assert.False(DiurnalCurve.FromPeak(26).Mean.IsFeasible);

    [Fact]
    public void Measured_day_is_a_part_of_its_busiest_hour()
    {
        var day = DiurnalCurve.Measured([.. Enumerable.Range(1, 24).Select(hour => (double)hour)]);

        Assert.Equal((1.0, 1 / 24.0), (day.Levels[23].Value, day.Levels[0].Value));
        Assert.Equal(12.5 / 24, day.Mean.Value, 12);
    }

    [Fact]
    public void Days_that_are_none_are_refused()
    {
        Assert.Equal("A day has 24 hours, but 2 are given; give one number for each hour. (Parameter 'hourly')", Assert.Throws<ArgumentException>(() => DiurnalCurve.Measured(1, 2)).Message);
        Assert.StartsWith("Every hour has 0 requests", Assert.Throws<ArgumentException>(() => DiurnalCurve.Measured(new double[24])).Message, StringComparison.Ordinal);
        Assert.Equal("requests of an hour", Assert.Throws<ArgumentOutOfRangeException>(() => DiurnalCurve.Measured([.. Enumerable.Repeat(-1.0, 24)])).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => DiurnalCurve.Measured([.. Enumerable.Repeat(double.NaN, 24)]));
        Assert.Equal("peak over average", Assert.Throws<ArgumentOutOfRangeException>(() => DiurnalCurve.FromPeak(0.9)).ParamName);
        Assert.Throws<ArgumentNullException>(() => DiurnalCurve.Measured(null!));
    }
}
