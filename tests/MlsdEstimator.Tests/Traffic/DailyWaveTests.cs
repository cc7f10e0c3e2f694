namespace MlsdEstimator.Tests;

public class DailyWaveTests
{
    private static readonly DailyWave Day = new() { Amplitude = 60.Percent };

    /// <summary>acos(0.5) / pi and 1 - 1/1.6 by hand.</summary>
    [Fact]
    public void Wave_of_sixty_percent_is_solved_by_hand()
    {
        Assert.Equal(1 / 3.0, Day.ShareAbove(1.3).Value, 1e-12);
        Assert.Equal(0.375, Day.AutoscalingSaving.Value, 1e-12);
        Assert.Equal(1.6, Day.Peak.Value.Value, 1e-12);
        Assert.Equal(["peak factor", "ideal saving by autoscaling"], Day.Results.Select(result => result.Name));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.4, 1)]
    [InlineData(1, 0.5)]
    [InlineData(1.6, 0)]
    [InlineData(9, 0)]
    public void Share_above_runs_from_all_to_nothing(double multiple, double expected) => Assert.Equal(expected, Day.ShareAbove(multiple).Value, 1e-7);

    [Theory]
    [InlineData(0.99, 1)]
    [InlineData(1, 0)]
    [InlineData(1.01, 0)]
    public void Flat_day_is_at_its_average(double multiple, double expected)
    {
        DailyWave flat = Day with { Amplitude = Fraction.Zero };
        Assert.Equal(expected, flat.ShareAbove(multiple).Value);
        Assert.Equal((1.0, 0.0), (flat.Peak.Value.Value, flat.AutoscalingSaving.Value));
    }

    [Fact]
    public void Bad_numbers_are_refused_by_name()
    {
        Assert.Contains("'multiple of the average'", Assert.Throws<ArgumentOutOfRangeException>(() => Day.ShareAbove(-1)).Message, StringComparison.Ordinal);
    }
}
