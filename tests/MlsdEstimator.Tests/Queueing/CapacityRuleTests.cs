namespace MlsdEstimator.Tests;

public class CapacityRuleTests
{
    private static readonly Backlog Replay = new() { Items = 3.6.Million, Capacity = 1_500.PerSecond, Arrivals = 1_000.PerSecond };

    private static readonly Autoscaler Scaler = new() { Replicas = 10, Metric = 90, Target = 60 };

    [Fact]
    public void Backlog_drains_with_the_spare_capacity()
    {
        Assert.Equal(2, Replay.DrainTime.Hours, 1e-12);
        Assert.Equal(["time to drain"], Replay.Results.Select(result => result.Name));
        Assert.Empty(Replay.Findings);
    }

    [Theory]
    [InlineData(1_500)]
    [InlineData(1_600)]
    public void Backlog_without_spare_capacity_never_drains(double arrivals)
    {
        Backlog stuck = Replay with { Arrivals = arrivals.PerSecond };
        Assert.Equal("saturated", stuck.DrainTime.ToString());
        Assert.Contains("The backlog never drains", Assert.Single(stuck.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Autoscaler_asks_for_the_proportional_number_and_ignores_small_changes()
    {
        Assert.Equal((15, 15), (Scaler.Desired.Value, Scaler.Set.Value));
        Assert.Equal((11, 10), ((Scaler with { Metric = 65 }).Desired.Value, (Scaler with { Metric = 65 }).Set.Value));
        Assert.Equal((11, 11), ((Scaler with { Metric = 65, DeadBand = Fraction.Zero }).Desired.Value, (Scaler with { Metric = 65, DeadBand = Fraction.Zero }).Set.Value));
        Assert.Equal((5, 5), ((Scaler with { Metric = 30 }).Desired.Value, (Scaler with { Metric = 30 }).Set.Value));
        Assert.Equal(12, (Scaler with { Metric = 67 }).Set.Value);
        Assert.True(Scaler.DeadBand.IsDefault);
    }

    /// <summary>scipy.stats.poisson.ppf.</summary>
    [Theory]
    [InlineData(100, 0.999, 132)]
    [InlineData(100, 0.5, 100)]
    [InlineData(0.5, 0.9, 1)]
    [InlineData(0.5, 0.6, 0)]
    [InlineData(0, 0.999, 0)]
    [InlineData(5000, 0.9999, 5265)]
    [InlineData(1e6, 0.99, 1_002_327)]
    [InlineData(1e9, 0.99, 1_000_073_566)]
    public void Burst_is_the_Poisson_quantile(double mean, double level, double expected) =>
        Assert.Equal(expected, new PoissonBurst { Arrivals = mean.PerSecond }.At(level).Value);

    [Fact]
    public void Burst_counts_in_its_window()
    {
        var burst = new PoissonBurst { Arrivals = 1_000.PerSecond, Window = 100.Milliseconds };
        Assert.Equal(100, burst.Mean.Value, 1e-9);
        Assert.Equal(["requests in a window", "p99.9 of requests in a window"], burst.Results.Select(result => result.Name));
        Assert.Throws<ArgumentOutOfRangeException>(() => burst.At(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => burst with { Window = Duration.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => burst with { Arrivals = (-1).PerSecond });
    }

    [Fact]
    public void Bad_numbers_are_refused_by_name()
    {
        Assert.Contains("'backlog'", Assert.Throws<ArgumentOutOfRangeException>(() => Replay with { Items = -1 }).Message, StringComparison.Ordinal);
        Assert.Contains("'capacity'", Assert.Throws<ArgumentOutOfRangeException>(() => Replay with { Capacity = Rate.Zero }).Message, StringComparison.Ordinal);
        Assert.Contains("'arrivals'", Assert.Throws<ArgumentOutOfRangeException>(() => Replay with { Arrivals = (-1).PerSecond }).Message, StringComparison.Ordinal);
        Assert.Contains("'replicas'", Assert.Throws<ArgumentOutOfRangeException>(() => Scaler with { Replicas = 0 }).Message, StringComparison.Ordinal);
        Assert.Contains("'metric'", Assert.Throws<ArgumentOutOfRangeException>(() => Scaler with { Metric = -1 }).Message, StringComparison.Ordinal);
        Assert.Contains("'target'", Assert.Throws<ArgumentOutOfRangeException>(() => Scaler with { Target = 0 }).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => Scaler with { DeadBand = null! });
    }
}
