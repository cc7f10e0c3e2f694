namespace MlsdEstimator.Tests;

/// <summary>Statistics of weighted draws, worked by hand and with NumPy.</summary>
public class WeightedDrawsTests
{
    /// <summary>numpy.quantile([1, 2, 4, 8, 16], p), type 7.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.05, 1.2)]
    [InlineData(0.5, 4)]
    [InlineData(0.6, 5.6)]
    [InlineData(0.95, 14.4)]
    [InlineData(1, 16)]
    public void Equal_weights_give_type_7(double probability, double expected) =>
        Assert.Equal(expected, new WeightedDraws([[16, 1], [8, 2], [4]], [[3, 3], [3, 3], [3]]).Quantile(probability), 1e-12);

    /// <summary>Values 1, 2, 4 with weights 1, 2, 1: positions 0, 1.5, 3, so the point 0.25 lies half-way between 1 and 2 and the point 0.75 half-way between 2 and 4.</summary>
    [Fact]
    public void Weights_move_quantiles()
    {
        var draws = new WeightedDraws([[4, 1], [2, 9]], [[1, 1], [2, 0]]);
        Assert.Equal([1, 1.5, 2, 3, 4], new[] { 0, 0.25, 0.5, 0.75, 1 }.Select(draws.Quantile));
        Assert.Equal(2.25, draws.Mean, 1e-15);
        Assert.Equal(Math.Sqrt(1.1875), draws.StandardDeviation, 1e-15);
        Assert.Equal(16.0 / 6, draws.EffectiveCount, 1e-15);
        Assert.Equal(4, draws.Count);
        Assert.Equal(0, draws.ShareInfeasible);
    }

    [Fact]
    public void Mirrored_draws_have_mirrored_quantiles()
    {
        var draws = new WeightedDraws([[1, 3, 4, 9]], [[1, 5, 2, 4]]);
        var mirrored = new WeightedDraws([[-1, -3, -4, -9]], [[1, 5, 2, 4]]);
        Assert.Equal(draws.Quantile(0.3), -mirrored.Quantile(0.7), 1e-12);
    }

    /// <summary>Two replicates with means 2 and 4 of equal weight: leaving one out gives 4 and 2, so the jackknife error is sqrt(1/2 x 2) = 1.</summary>
    [Fact]
    public void Errors_come_from_the_differences_between_replicates()
    {
        var draws = new WeightedDraws([[1, 3], [3, 5]], [[1, 1], [1, 1]]);
        Assert.Equal(1, draws.MeanError, 1e-15);
        Assert.Equal(0, new WeightedDraws([[1, 3], [1, 3]], [[1, 1], [2, 2]]).MeanError);
        Assert.Equal(double.PositiveInfinity, new WeightedDraws([[1, 3], [1, 3]], [[1, 1], [0, 0]]).MeanError);
    }

    /// <summary>Shares at most the median 3 (half of the tie counted) are 3/4 and 1/4: error 1/4 by the jackknife, so half the distance between the points 0.25 and 0.75.</summary>
    [Fact]
    public void Error_of_a_quantile_is_read_from_the_column()
    {
        var draws = new WeightedDraws([[1, 3], [3, 5]], [[1, 1], [1, 1]]);
        Assert.Equal(3, draws.Quantile(0.5));
        Assert.Equal((draws.Quantile(0.75) - draws.Quantile(0.25)) / 2, draws.QuantileError(0.5), 1e-15);
        Assert.Equal(0, new WeightedDraws([[7, 7], [7, 7]], [[1, 1], [1, 1]]).QuantileError(0.5));
    }

    [Fact]
    public void Infeasible_draws_stand_at_the_bad_end()
    {
        double[][] values = [[double.NaN, 4], [1, 2, 3]], weights = [[1, 1], [1, 1, 1]];
        var latency = new WeightedDraws(values, weights);
        var headRoom = new WeightedDraws(values, weights, moreIsBetter: true);
        Assert.Equal([1, 2, 3, 4, double.NaN], new[] { 0, 0.25, 0.5, 0.75, 1 }.Select(latency.Quantile));
        Assert.Equal([double.NaN, 1, 2, 3, 4], new[] { 0, 0.25, 0.5, 0.75, 1 }.Select(headRoom.Quantile));
        Assert.Equal(double.NaN, latency.Quantile(0.8));
        Assert.Equal(0.2, latency.ShareInfeasible, 1e-15);
        Assert.Equal((double.NaN, double.NaN, double.NaN), (latency.Mean, latency.MeanError, latency.StandardDeviation));
        Assert.Equal(2.5, new WeightedDraws(values, [[0, 1], [1, 1, 1]]).Mean);
    }

    [Fact]
    public void One_draw_is_every_quantile() => Assert.Equal(5, new WeightedDraws([[5, 6]], [[2, 0]]).Quantile(0.3));
}
