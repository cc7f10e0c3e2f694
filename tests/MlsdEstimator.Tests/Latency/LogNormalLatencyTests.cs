namespace MlsdEstimator.Tests;

public class LogNormalLatencyTests
{
    private static readonly LogNormalLatency Store = LatencyProfile.LogNormal(10.Milliseconds, 100.Milliseconds);

    /// <summary>Expected values: formula_vectors t.ln.* (scipy and mpmath).</summary>
    [Fact]
    public void Log_normal_through_p50_and_p99_matches_scipy()
    {
        Assert.Equal(0.989785370747, Store.Sigma.Value, 1e-11);
        Assert.Equal(16.3205105552, Store.Mean.Milliseconds, 1e-9);
        Assert.Equal(50.9394233838, Store.Percentile(0.95).Milliseconds, 1e-9);
        Assert.Equal(212.991406931, Store.Percentile(0.999).Milliseconds, 1e-8);
        Assert.Equal(10, Store.Percentile(0.5).Milliseconds, 1e-12);
        Assert.Equal(100, Store.Percentile(0.99).Milliseconds, 1e-9);
    }

    [Theory]
    [InlineData(2, 9, 0.646540190124)]
    [InlineData(50, 400, 0.893865257593)]
    public void Sigma_matches_mpmath(double p50, double p99, double expected) =>
        Assert.Equal(expected, LatencyProfile.LogNormal(p50.Milliseconds, p99.Milliseconds).Sigma.Value, 1e-11);

    [Fact]
    public void Percentiles_and_mean_say_what_they_are()
    {
        Assert.Contains(Aspect.Percentile(0.5), Store.P50.Aspects);
        Assert.Contains(Aspect.Percentile(0.99), Store.P99.Aspects);
        Assert.Contains(Aspect.Percentile(0.95), Store.Percentile(0.95).Aspects);
        Assert.Contains(Aspect.Mean, Store.Mean.Aspects);
        Assert.DoesNotContain(Aspect.Percentile(0.5), Store.Mean.Aspects);
        Assert.Equal(("latency p50", "latency p99"), (Store.P50.Name, Store.P99.Name));
    }

    [Fact]
    public void Text_shows_both_percentiles() => Assert.Equal("p50 10 ms, p99 100 ms", Store.ToString());

    [Fact]
    public void Stages_are_equal_by_their_percentiles()
    {
        Assert.Equal(Store, LatencyProfile.LogNormal(10.Milliseconds, 100.Milliseconds));
        Assert.NotEqual(Store, LatencyProfile.LogNormal(10.Milliseconds, 101.Milliseconds));
    }

    [Fact]
    public void Tail_below_the_median_is_refused()
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => LatencyProfile.LogNormal(10.Milliseconds, 9.Milliseconds));
        Assert.Equal("p99", error.ParamName);
        Assert.StartsWith("The p99 is 9 ms, but must be above the p50 of 10 ms; swap them, measure the tail, or use Constant.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => LatencyProfile.LogNormal(10.Milliseconds, 10.Milliseconds));
    }

    [Fact]
    public void Times_out_of_range_are_refused_by_name()
    {
        Assert.Equal("latency p50", Assert.Throws<ArgumentOutOfRangeException>(() => LatencyProfile.LogNormal(Duration.Zero, 9.Milliseconds)).ParamName);
        Assert.Equal("latency p99", Assert.Throws<ArgumentOutOfRangeException>(() => LatencyProfile.LogNormal(1.Milliseconds, (-9).Milliseconds)).ParamName);
        Assert.Equal("latency p50", Assert.Throws<ArgumentNullException>(() => LatencyProfile.LogNormal(null!, 9.Milliseconds)).ParamName);
        Assert.Equal("latency p99", Assert.Throws<ArgumentNullException>(() => LatencyProfile.LogNormal(9.Milliseconds, null!)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => Store.Percentile(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Store.Percentile(double.NaN));
    }
}
