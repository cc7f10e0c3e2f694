namespace MlsdEstimator.Tests;

public class HistogramTests
{
    [Fact]
    public void Skewed_positive_values_have_bins_of_equal_ratio()
    {
        Rate rate = (Scalar)(1, 3, 20) * (Scalar)(1, 3, 20) / Duration.Second;
        Histogram<Rate> histogram = rate.Simulate().Histogram(20);
        Assert.True(histogram.IsLogarithmic);
        Assert.Equal(20, histogram.Bins.Count);
        double[] ratios = [.. histogram.Bins.Skip(1).SkipLast(1).Select(bin => bin.To / bin.From).Select(ratio => ratio.Value)];
        Assert.All(ratios, ratio => Assert.Equal(ratios[0], ratio, 1e-9));
        Assert.InRange(ratios[0], 1.1, 2);
    }

    [Fact]
    public void Symmetric_values_have_bins_of_equal_width()
    {
        Histogram<Scalar> histogram = (Uncertain.Normal(100, 5).AsScalar() * 1).Simulate().Histogram(10);
        Assert.False(histogram.IsLogarithmic);
        double[] widths = [.. histogram.Bins.Skip(1).SkipLast(1).Select(bin => bin.To.Value - bin.From.Value)];
        Assert.All(widths, width => Assert.Equal(widths[0], width, 1e-9));
        Assert.False((Uncertain.Normal(0, 5).AsScalar() * (Scalar)(1, 3, 20)).Simulate().Histogram().IsLogarithmic);
    }

    /// <summary>Normal(0, 1): the share of a bin is the difference of the distribution function at its ends.</summary>
    [Fact]
    public void Shares_are_those_of_the_distribution_within_their_errors()
    {
        Histogram<Scalar> histogram = (Uncertain.Normal(0, 1).AsScalar() + Uncertain.Normal(0, 1).AsScalar()).Simulate(new SimulationOptions { Samples = 65_536 }).Histogram(12);
        double sum = 0;
        foreach (HistogramBin<Scalar> bin in histogram.Bins)
        {
            double exact = MathNet.Numerics.Distributions.Normal.CDF(0, Math.Sqrt(2), bin.To.Value);
            Assert.Equal(exact, bin.Cumulative.Value.Value, 5.5 * bin.Cumulative.StandardError.Value + 1e-4);
            sum += bin.Share.Value.Value;
            Assert.Equal(sum, bin.Cumulative.Value.Value, 1e-12);
        }
        Assert.Equal(1, sum, 1e-12);
        Assert.Equal(histogram.Bins.Skip(1).Select(bin => bin.From), histogram.Bins.SkipLast(1).Select(bin => bin.To));
        Assert.Equal(0, histogram.Infeasible.Value.Value);
    }

    /// <summary>0 .. 999 once each: 10 bins between 0 and 998, the last of which reaches on to 999.</summary>
    [Fact]
    public void Every_draw_is_in_one_bin()
    {
        Column column = ColumnOf.Draws([.. Enumerable.Range(0, 1_000).Select(i => (double)i)], 100, 2);
        double[] edges = BinEdges.Of(column, 10, isLogarithmic: false);
        Assert.Equal([0, 99.8, 199.6, 299.4, 399.2, 499, 598.8, 698.6, 798.4, 898.2, 999], edges.Select(edge => Math.Round(edge, 6)));
        Assert.Equal([0.1, 0.1, 0.1, 0.1, 0.1, 0.099, 0.1, 0.1, 0.1, 0.101], column.Shares(edges).Select(share => share.Value));
        Assert.Equal([0.2, 0.8], column.Shares([-1, 199, 999]).Select(share => share.Value));
    }

    [Fact]
    public void Values_that_are_all_the_same_have_one_bin()
    {
        HistogramBin<Duration> bin = Assert.Single(3.Seconds.Simulate().Histogram().Bins);
        Assert.Equal((3, 3, 1, 0), (bin.From.Seconds, bin.To.Seconds, bin.Share.Value.Value, bin.Share.StandardError.Value));
        Assert.Equal("3 s to 3 s: 100%", bin.ToString());
    }

    [Fact]
    public void Infeasible_draws_are_in_no_bin()
    {
        Scalar load = Uncertain.Uniform(0, 1).AsScalar();
        Histogram<Scalar> histogram = load.FeasibleWhen(load < 0.8, "overload").Simulate().Histogram(4);
        Assert.Equal(0.2, histogram.Infeasible.Value.Value, 0.001);
        Assert.Equal(0.8, histogram.Bins[^1].Cumulative.Value.Value, 0.001);
        IHistogram none = Quantity.Infeasible<Scalar>("overload").Simulate().Histogram();
        Assert.Empty(none.Bins);
        Assert.Equal((1, false), (none.Infeasible.Value.Value, none.IsLogarithmic));
    }

    [Fact]
    public void Reading_by_interface_is_the_typed_one()
    {
        Histogram<Scalar> histogram = ((Scalar)(1, 2, 4)).Simulate().Histogram(3);
        IHistogramBin bin = ((IHistogram)histogram).Bins[1];
        Assert.Equal((histogram.Bins[1].From, histogram.Bins[1].To), (bin.From, bin.To));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_001)]
    public void Number_of_bins_has_limits(int bins) => Assert.Throws<ArgumentOutOfRangeException>(nameof(bins), () => Scalar.One.Simulate().Histogram(bins));
}
