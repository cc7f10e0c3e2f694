namespace MlsdEstimator.Tests;

/// <summary>Mistakes that are made with tails. Expected values: formula_vectors t.*, SciPy and mpmath.</summary>
public class TailTrapTests
{
    private static readonly LatencyProfile Ten = LatencyProfile.Exponential(10.Milliseconds);

    [Theory]
    [InlineData(0.01, 100, 0.633967658727)]
    [InlineData(0.0001, 2000, 0.181277434734)]
    [InlineData(0.001, 1000, 0.632304575229)]
    public void Fan_out_makes_rare_slowness_common(double slow, double calls, double expected)
    {
        Duration limit = Ten.Percentile(1 - slow);
        Assert.Equal(expected, Ten.FanOut(calls).Exceeding(limit).Value, expected * 1e-9);
    }

    [Fact]
    public void Cancellation_does_not_swallow_the_tail_of_a_fan_out()
    {
        double time = -Math.Log(1e-17) * 10;
        Assert.Equal(1e-14, Ten.FanOut(1000).Exceeding(time.Milliseconds).Value, 1e-14 * 1e-9);
        Assert.Equal(0, 1 - Math.Pow(1 - 1e-17, 1000));
    }

    [Fact]
    public void P99_of_a_hundred_calls_is_the_p99_99_of_one() =>
        Assert.Equal(Ten.Percentile(0.999899501692).Seconds, Ten.FanOut(100).P99.Seconds, 1e-10);

    [Fact]
    public void Percentiles_do_not_add()
    {
        Assert.Equal(92.1034037198, (Ten.P99 + Ten.P99).Milliseconds, 1e-9);
        Assert.Equal(66.3835206799, Ten.Then(Ten).P99.Milliseconds, 66 * 1e-3);
        LatencyProfile heavy = LatencyProfile.LogNormal(10.Milliseconds, 50.Milliseconds);
        Assert.Equal(74.4870507818, heavy.Then(heavy).P99.Milliseconds, 74 * 2e-4);
        Assert.Equal(133.90239993, heavy.Repeated(5).P99.Milliseconds, 134 * 2e-4);
    }

    [Fact]
    public void P99_behind_a_cache_is_the_p80_of_the_misses()
    {
        LatencyProfile miss = LatencyProfile.LogNormal(20.Milliseconds, 80.Milliseconds);
        LatencyProfile cached = miss.WithCache(95.Percent, LatencyProfile.Constant(0.1.Milliseconds));
        Assert.Equal(miss.Percentile(0.8).Seconds, cached.P99.Seconds, 1e-10);
    }

    [Fact]
    public void Two_copies_turn_the_p90_into_the_p99() => Assert.Equal(Ten.P90.Seconds, Ten.FastestOf(2).P99.Seconds, 1e-15);

    /// <summary>r + 1 attempts in each of L layers: (3 + 1)^3 = 64.</summary>
    [Fact]
    public void Retries_in_layers_multiply_in_an_outage()
    {
        RetriedLatency layer = LatencyProfile.Constant(1.Seconds).WithRetries(100.Milliseconds, 4);
        Assert.Equal(64, layer.Amplification.Pow(3).Value, 1e-12);
    }

    [Fact]
    public void Hedging_at_the_p95_costs_five_percent_more_load() => Assert.Equal(0.05, Ten.Hedged(Ten.P95).ExtraLoad.Value, 1e-12);

    [Fact]
    public void Mean_law_fed_with_a_percentile_is_an_upper_bound_and_says_so()
    {
        Load load = Load.Of(50.PerSecond, 100.PerSecond, "requests");
        LatencyProfile profile = Ten.Then(Ten);
        Assert.Empty(new InFlight { Requests = load, Latency = profile.Mean }.Findings);
        Finding finding = Assert.Single(new InFlight { Requests = load, Latency = profile.P99 }.Findings);
        Assert.Equal(FindingCodes.PercentileInLittlesLaw, finding.Code);
    }

    /// <summary>Concurrency divided by latency again is a rate, not a count: 100/s x 10 ms = 1 in flight.</summary>
    [Fact]
    public void Littles_law_keeps_rates_times_and_counts_apart()
    {
        Scalar inFlight = 100.PerSecond * Ten.Mean;
        Rate back = inFlight / Ten.Mean;
        Assert.Equal((1.0, 100.0), (Math.Round(inFlight.Value, 9), Math.Round(back.PerSecond, 9)));
    }

    [Fact]
    public void Reading_keys_one_by_one_is_far_slower_than_one_bundle()
    {
        LatencyProfile read = LatencyProfile.LogNormal(1.Milliseconds, 5.Milliseconds);
        Assert.InRange(read.Repeated(50).P50.Milliseconds, 60, 66);
        Assert.Equal(1, read.P50.Milliseconds);
    }
}
