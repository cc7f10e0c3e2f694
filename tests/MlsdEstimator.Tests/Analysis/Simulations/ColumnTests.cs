using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

/// <summary>Statistics of given draws against sorting, counting and literals of NumPy.</summary>
public class ColumnTests
{
    private static readonly Config Laws = Config.QuickThrowOnFailure.WithMaxTest(1_000).WithQuietOnSuccess(true);

    [Fact]
    public void Quantiles_are_those_of_the_sorted_draws_for_random_columns() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), AgreesWithSorting).Check(Laws);

    [Fact]
    public void Quantiles_of_many_draws_are_those_of_the_sorted_draws()
    {
        foreach (int shape in Enumerable.Range(0, 5))
        {
            double[] draws = Draws(new Random(shape), 140_000, shape);
            double[] sorted = [.. draws];
            Array.Sort(sorted);
            Column column = ColumnOf.Draws(draws, 1_000, 16, threads: 2);
            double[] points = [0, 0.001, 0.05, 0.2, 0.5, 0.77, 0.95, 0.999_99, 1];
            Assert.Equal(Array.ConvertAll(points, point => Type7(sorted, point)), column.Quantiles(points));
        }
    }

    /// <summary>The first draws mislead about where the rest lies: the window is found all the same.</summary>
    [Fact]
    public void Draws_that_rise_from_first_to_last_have_their_quantiles()
    {
        double[] draws = [.. Enumerable.Range(0, 100_000).Select(i => (double)i)];
        Assert.Equal(49_999.5, ColumnOf.Draws(draws, 1_024, 1).Quantile(0.5));
        Assert.Equal(94_999.05, ColumnOf.Draws(draws, 1_024, 1).Quantile(0.95), 1e-9);
    }

    /// <summary>By hand: 1, 2, 16, 5 and 4, 8, 6, 6 both have mean 6, and mean squared deviations 35.5 and 2, so se = 16.75; over 2 sqrt(150 / 7) that is 1.80921.</summary>
    [Fact]
    public void Errors_are_the_spread_between_randomisations()
    {
        Column column = ColumnOf.Draws([1, 2, 4, 8, 16, 5, 6, 6], 2, 2);
        Assert.Equal(6, column.Mean);
        Assert.Equal(0, column.MeanError, 1e-15);
        Assert.Equal(4.62910049886276, column.StandardDeviation, 1e-12);
        Assert.Equal(1.80920677830553, column.StandardDeviationError, 1e-12);
        Assert.Equal(0.25, ColumnOf.Draws([1, 2, 2, 2], 1, 4).MeanError, 1e-15);
        Assert.Equal(0.25, ColumnOf.Draws([1, double.NaN, 2, 2], 1, 4).ShareInfeasibleError, 1e-15);
    }

    [Fact]
    public void One_randomisation_has_no_errors()
    {
        var column = new Column([1, 2, 3, double.NaN], moreIsBetter: false);
        Assert.Equal([double.NaN, double.NaN, double.NaN], new[] { column.MeanError, column.QuantileError(0.5), column.ShareInfeasibleError });
        Assert.Equal(double.NaN, new Column([1, 2, 3], moreIsBetter: false).MeanError);
        Assert.Equal(double.NaN, column.Above(2).Error);
        Assert.Equal(double.PositiveInfinity, column.Above(2).RelativeError);
    }

    /// <summary>Two randomisations of 0..99 and of 10..109: below the pooled median 54.5 lie 55 and 45 of 100, so se = 0.05, and the column reads 49 and 60 there.</summary>
    [Fact]
    public void Error_of_a_quantile_is_read_from_the_column()
    {
        double[] draws = [.. Enumerable.Range(0, 100).Select(i => (double)i), .. Enumerable.Range(10, 100).Select(i => (double)i)];
        Column column = ColumnOf.Draws(draws, 100, 2);
        Assert.Equal(54.5, column.Quantile(0.5));
        Assert.Equal((Type7([.. draws.Order()], 0.55) - Type7([.. draws.Order()], 0.45)) / 2, column.QuantileError(0.5), 1e-12);
        Assert.Equal(5, column.QuantileError(0.5), 0.1);
    }

    [Fact]
    public void Atom_has_no_error_inside_and_one_at_its_edge()
    {
        double[] draws = [.. Enumerable.Repeat(1.0, 80), .. Enumerable.Repeat(2.0, 20), .. Enumerable.Repeat(1.0, 70), .. Enumerable.Repeat(2.0, 30)];
        Column column = ColumnOf.Draws(draws, 100, 2);
        Assert.Equal((1, 0), (column.Quantile(0.5), column.QuantileError(0.5)));
        Assert.Equal((2, 0), (column.Quantile(0.95), column.QuantileError(0.95)));
        Assert.Equal((1, 0.5), (column.Quantile(0.74), column.QuantileError(0.74)));
        Assert.Equal((2, 0.5), (column.Quantile(0.76), column.QuantileError(0.76)));
    }

    [Fact]
    public void Error_of_a_quantile_beside_infeasible_draws_is_not_known()
    {
        double[] draws = [1, 2, 3, 4, 5, 6, 7, double.NaN, 1, 1, 1, 1, 1, 1, 1, 1];
        Assert.Equal(6.25, ColumnOf.Draws(draws, 8, 2).Quantile(0.883_333_333_333_333_3), 1e-9);
        Assert.Equal(double.NaN, ColumnOf.Draws(draws, 8, 2).QuantileError(0.9));
        Assert.Equal(0, ColumnOf.Draws(draws, 8, 2).QuantileError(0.05));
    }

    [Fact]
    public void Share_above_a_value_has_infeasible_draws_on_the_bad_side()
    {
        double[] draws = [1, 2, 3, double.NaN, 5, 6, 7, 8];
        Column need = ColumnOf.Draws(draws, 2, 4), headRoom = ColumnOf.Draws(draws, 2, 4, moreIsBetter: true);
        Assert.Equal((0.75, 0.5, 0.375), (need.Above(2).Value, headRoom.Above(3).Value, need.Above(3, countInfeasible: false).Value + need.Above(7, countInfeasible: false).Value - 0.25));
        Assert.Equal(0.375, need.AtMost(3).Value);
        Assert.Equal(1, need.AtMost(3).Value + need.Above(3).Value);
        Assert.Equal(0.5 / 2, need.Above(2).Error, 1e-12);
    }

    /// <summary>Pairs (2, 1), (1, 1), (none, 1), (1, none), (none, none): what is infeasible is worse than anything on its own side.</summary>
    [Theory]
    [InlineData(false, false, 0.4)]
    [InlineData(true, false, 0.2)]
    [InlineData(false, true, 0.8)]
    [InlineData(true, true, 0.4)]
    public void Share_above_another_column_has_infeasible_draws_on_the_bad_side_of_each(bool moreOfThis, bool moreOfThat, double expected)
    {
        var left = new Column([2, 1, double.NaN, 1, double.NaN], moreOfThis);
        var right = new Column([1, 1, 1, double.NaN, double.NaN, 0, 0], moreOfThat);
        Assert.Equal(expected, left.Above(right).Value, 1e-15);
    }

    [Theory]
    [InlineData(0.1, 1_024)]
    [InlineData(1e300, 3_000)]
    [InlineData(-7.3, 5)]
    public void Draws_that_are_all_the_same_have_no_spread(double value, int count)
    {
        Column column = ColumnOf.Draws([.. Enumerable.Repeat(value, count)], 2, 4);
        Assert.Equal((value, 0, 0, 0), (column.Mean, column.MeanError, column.StandardDeviation, column.StandardDeviationError));
        Assert.Equal((value, 0), (column.Quantile(0.3), column.QuantileError(0.3)));
    }

    /// <summary>A mean of 1e9 beside a spread of 1: sums of squares would keep no digit.</summary>
    [Fact]
    public void Spread_survives_beside_a_large_mean()
    {
        double[] draws = [.. Enumerable.Range(0, 4_096).Select(i => 1e9 + i % 2)];
        Column column = ColumnOf.Draws(draws, 1_024, 4);
        Assert.Equal(1e9 + 0.5, column.Mean);
        Assert.Equal(0.500_061_046, column.StandardDeviation, 1e-9);
    }

    [Fact]
    public void Released_column_cannot_be_read()
    {
        Column column = ColumnOf.Draws([1, 2, 3], 2, 2);
        column.Release();
        column.Release();
        Assert.Contains("read its estimates before", Assert.Throws<ObjectDisposedException>(() => column.Quantile(0.5)).Message, StringComparison.Ordinal);
        Assert.Throws<ObjectDisposedException>(() => column.Mean);
    }

    private static void AgreesWithSorting(int seed)
    {
        var random = new Random(seed);
        double[] draws = Draws(random, random.Next(20) == 0 ? random.Next(4_097, 9_000) : random.Next(1, 400), shape: seed % 6);
        bool moreIsBetter = random.Next(2) == 0;
        Column column = ColumnOf.Draws(draws, 8 * random.Next(1, 20), 16, moreIsBetter);
        double[] sorted = [.. draws.Select(draw => !double.IsNaN(draw) ? draw : moreIsBetter ? double.NegativeInfinity : double.PositiveInfinity).Order()];
        double point = random.NextDouble();
        double expected = Type7(sorted, point);
        Assert.Equal(double.IsFinite(expected) ? expected : double.NaN, column.Quantile(point));
        double limit = draws[random.Next(draws.Length)];
        if (!double.IsNaN(limit))
            Assert.Equal(sorted.Count(draw => draw > limit), (int)Math.Round(column.Above(limit).Value * draws.Length));
    }

    /// <summary>Smooth, heavy-tailed, of few values, with infeasible ones, all but one the same, rising.</summary>
    private static double[] Draws(Random random, int count, int shape) => [.. Enumerable.Range(0, count).Select(i => shape switch
    {
        0 => random.NextDouble() - 0.5,
        1 => Math.Pow(random.NextDouble(), -3),
        2 => random.Next(4),
        3 => i == 0 ? 2 : 1,
        4 => i,
        _ => random.Next(3) == 0 ? double.NaN : random.NextDouble(),
    })];

    private static double Type7(double[] sorted, double probability)
    {
        double position = probability * (sorted.Length - 1), part = position - Math.Floor(position);
        double lower = sorted[(int)position];
        return part == 0 ? lower : lower + part * (sorted[(int)position + 1] - lower);
    }
}
