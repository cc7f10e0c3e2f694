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

    /// <summary>
    /// Both replicates have the same counts, but each count is rounded: sqrt(2 / 12) / 200 = 0.0020412 of the draws. Nearer than 0.005 the distance between draws is chance; the points 0.495 and 0.505
    /// are 50 and 51, so the error is half of 1, times 0.0020412 / 0.005.
    /// </summary>
    [Fact]
    public void Equal_counts_hide_the_rounding_of_counts()
    {
        double[] values = [.. Enumerable.Range(1, 100).Select(one => (double)one)], weights = [.. values.Select(_ => 3.0)];
        Assert.Equal(0.20412414523193148, new WeightedDraws([values, values], [weights, weights]).QuantileError(0.5), 1e-12);
    }

    /// <summary>All weight of an atom in one of two replicates: the share up to it is not known at all, and the points 0 and 1 are as far as the error reaches.</summary>
    [Fact]
    public void Error_never_reaches_beyond_the_draws() =>
        Assert.Equal(1, new WeightedDraws([[1, 3], [1, 3]], [[1, 1], [0, 0]]).QuantileError(0.5), 1e-12);

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

    /// <summary>Mean 3, squared distances 9, 1 and 0, 4: variance 3.5, and 2 or 5 without one of the replicates, so 1.5 by the jackknife; 1.5 / (2 sqrt(3.5)).</summary>
    [Fact]
    public void Error_of_the_standard_deviation_is_that_of_the_variance_by_the_slope_of_the_root()
    {
        Assert.Equal(0.40089186286863654, new WeightedDraws([[0, 4], [3, 5]], [[1, 1], [1, 1]]).StandardDeviationError, 1e-15);
        Assert.Equal(0, new WeightedDraws([[7, 7], [7, 7]], [[1, 1], [1, 1]]).StandardDeviationError);
    }

    /// <summary>Weights 1, 1 and 1, 2, 1: of 6, the 4 and the infeasible one exceed 3.</summary>
    [Theory]
    [InlineData(3, false, 2.0 / 6)]
    [InlineData(3, true, 1.0 / 6)]
    [InlineData(2.9, false, 3.0 / 6)]
    [InlineData(4, false, 1.0 / 6)]
    [InlineData(0, true, 5.0 / 6)]
    public void Infeasible_draws_exceed_every_value_or_none(double threshold, bool moreIsBetter, double expected) =>
        Assert.Equal(expected, new WeightedDraws([[double.NaN, 4], [1, 2, 3]], [[1, 1], [1, 2, 1]], moreIsBetter).Above(threshold).Value.Value, 1e-15);

    /// <summary>Shares of 1/2 and 1/4 in replicates of equal weight: without one of them 1/4 or 1/2, so 1/8 by the jackknife.</summary>
    [Fact]
    public void Share_has_the_error_of_its_replicates()
    {
        Likelihood above = new WeightedDraws([[1, 2, 3, 4], [1, 1, 1, 4]], [[1, 1, 1, 1], [1, 1, 1, 1]]).Above(2);
        Assert.Equal((0.375, 0.125), (above.Value.Value, Math.Round(above.StandardError.Value, 12)));
        Likelihood infeasible = new WeightedDraws([[double.NaN, double.NaN], [1, 2]], [[1, 1], [1, 1]]).Infeasible;
        Assert.Equal((0.5, 0.5), (infeasible.Value.Value, Math.Round(infeasible.StandardError.Value, 12)));
    }

    /// <summary>A bin holds its upper end, the first one its lower end too; feasible points leave the infeasible draw out.</summary>
    [Fact]
    public void Bins_are_shares_of_all_weight()
    {
        IDraws draws = new WeightedDraws([[double.NaN, 4], [1, 2, 3]], [[1, 1], [1, 2, 1]]);
        (Likelihood Share, Likelihood Cumulative)[] bins = draws.Bins([1, 2, 4]);
        Assert.Equal([3.0 / 6, 2.0 / 6], bins.Select(bin => bin.Share.Value.Value));
        Assert.Equal([3.0 / 6, 5.0 / 6], bins.Select(bin => Math.Round(bin.Cumulative.Value.Value, 15)), EndsOf.Within(1e-14));
        Assert.True(draws.HasFeasible);
        Assert.Equal([1, 2, 4], new[] { 0, 0.375, 1 }.Select(draws.FeasiblePoint));
        Assert.False(((IDraws)new WeightedDraws([[double.NaN]], [[1]])).HasFeasible);
    }

    [Fact]
    public void One_draw_is_every_quantile() => Assert.Equal(5, new WeightedDraws([[5, 6]], [[2, 0]]).Quantile(0.3));
}
