namespace MlsdEstimator.Tests;

/// <summary>
/// Sums of unequal stages. Expected: NumPy, FFT convolution on 2^21 linear cells (2^20 cells agree to 1e-9), p50, p90, p95, p99, p99.9 in milliseconds.
/// </summary>
public class LatencyChainTests
{
    private static readonly double[] Levels = [0.5, 0.9, 0.95, 0.99, 0.999];

    private static readonly double[] Medians = [10, 5, 25, 20, 40, 10, 20];

    private static readonly LatencyProfile[] SevenStages = [.. Medians.Select(median => LogNormal(median, 2.5))];

    [Fact]
    public void Seven_stages_of_the_video_example_match_numpy() =>
        Within(5e-4, [137.88327766, 173.56095184, 185.73638671, 211.84047703, 247.75130529], Chain(SevenStages));

    [Fact]
    public void Stage_that_waits_for_64_shards_matches_numpy() =>
        Within(5e-4, [174.78300416, 211.16142871, 223.59084687, 250.23871590, 286.78780027], Chain(Instead(2, SevenStages[2].FanOut(64))));

    [Fact]
    public void Stage_behind_a_cache_matches_numpy() =>
        Within(5e-4, [117.73371915, 152.23870701, 164.21882066, 190.09806437, 225.93696507], Chain(Instead(3, SevenStages[3].WithCache(95.Percent, LogNormal(0.5, 4)))));

    [Fact]
    public void Heavy_tails_match_numpy() =>
        Within(1e-3, [184.29579956, 348.54446500, 425.81048123, 643.45698127, 1104.28480586], Chain([.. Medians.Select(median => LogNormal(median, 10))]));

    [Fact]
    public void Stages_of_very_different_length_match_numpy() =>
        Within(1e-3, [174.56625680, 449.41866693, 604.58506756, 1092.24625444, 2215.16493547], Chain([.. new[] { 0.1, 0.3, 1, 3, 10, 30, 100 }.Select(median => LogNormal(median, 10))]));

    [Fact]
    public void Rare_slow_misses_match_numpy() =>
        Within(1e-3, [116.96069552, 153.53666059, 169.65853230, 419.71927582, 773.21185096], Chain(Instead(3, LogNormal(300, 3).WithCache(98.Percent, LatencyProfile.Constant(0.2.Milliseconds)))));

    [Fact]
    public void Very_heavy_tails_match_numpy() =>
        Within(1e-3, [264.08971355, 728.04889567, 1011.19894725, 2011.56694088, 4913.03302770], Chain([.. Medians.Select(median => LogNormal(median, 30))]));

    [Fact]
    public void Narrow_stages_match_numpy() =>
        Within(1e-4, [130.02197723, 131.56551023, 132.00709808, 132.84029265, 133.78181337], Chain([.. Medians.Select(median => LogNormal(median, 1.05))]));

    [Fact]
    public void Fan_out_over_a_chain_matches_numpy()
    {
        LatencyProfile shard = LogNormal(5, 4).Then(LogNormal(2, 5)).Then(LogNormal(8, 3));
        Within(1e-3, [36.8030096, 46.7217997, 50.7625521, 60.6062689, 76.7066078], shard.FanOut(64));
    }

    [Fact]
    public void Chain_behind_a_cache_inside_a_chain_matches_numpy()
    {
        LatencyProfile miss = LogNormal(5, 4).Then(LogNormal(2, 5)).Then(LogNormal(8, 3));
        LatencyProfile whole = miss.WithCache(80.Percent, LogNormal(0.5, 4)).Then(LogNormal(10, 2.5));
        Within(1e-3, [11.94368262, 27.65395332, 32.72653443, 42.34163068, 54.82255388], whole);
    }

    /// <summary>1 or 9 ms twice, each half of the time: 2, 10 or 18 ms with 1/4, 1/2, 1/4.</summary>
    [Fact]
    public void Sums_of_laws_that_jump_are_known_to_half_a_percent()
    {
        LatencyProfile coin = LatencyProfile.Constant(1.Milliseconds).WithCache(50.Percent, LatencyProfile.Constant(9.Milliseconds));
        LatencyProfile both = coin.Then(coin);
        Assert.Equal(2, both.Percentile(0.2).Milliseconds, 0.01);
        Assert.Equal(10, both.P50.Milliseconds, 0.05);
        Assert.Equal(18, both.P90.Milliseconds, 0.09);
        Assert.Equal(10, both.Mean.Milliseconds, 1e-12);
    }

    [Fact]
    public void Sum_that_mostly_takes_no_time_has_a_median_of_zero()
    {
        LatencyProfile wait = LatencyProfile.Waiting(10.Percent, 5.Milliseconds);
        Assert.Equal(0, wait.Then(wait).P50.Seconds, 1e-12);
        Assert.InRange(wait.Then(wait).P99.Milliseconds, wait.P99.Milliseconds, 2 * wait.P99.Milliseconds);
    }

    [Fact]
    public void Sum_of_what_is_certain_in_disguise_is_certain()
    {
        LatencyProfile same = LatencyProfile.Constant(3.Milliseconds).KOfN(2, 5);
        Assert.Equal(6, same.Then(same).P99.Milliseconds, 1e-9);
        Assert.Equal(6, same.Repeated(2).P50.Milliseconds, 1e-9);
    }

    /// <summary>24 times the slowest of three uniform calls of 10 to 20 ms: a sum whose tail is on the left. NumPy, FFT of 65,536 cells a part.</summary>
    [Theory]
    [InlineData(0.5, 420.28061)]
    [InlineData(0.9, 431.99279)]
    [InlineData(0.99, 440.72830)]
    [InlineData(0.999, 446.59027)]
    public void Long_sums_may_be_skewed_to_the_left(double level, double milliseconds) =>
        Assert.Equal(milliseconds, LatencyProfile.FromSamples([10.Milliseconds, 20.Milliseconds]).FanOut(3).Repeated(24).Percentile(level).Milliseconds, milliseconds * 1e-3);

    /// <summary>1 ms or 10 ms with even odds, a second copy after 2 ms: 1 ms in half, 3 in a quarter, 10 in a quarter. Two of them: 2, 4, 6, 11, 13, 20 ms with 1/4, 1/4, 1/16, 1/4, 1/8, 1/16.</summary>
    [Theory]
    [InlineData(0.2, 2)]
    [InlineData(0.4, 4)]
    [InlineData(0.53, 6)]
    [InlineData(0.7, 11)]
    [InlineData(0.9, 13)]
    [InlineData(0.97, 20)]
    public void Hedged_steps_add_up(double level, double milliseconds)
    {
        LatencyProfile hedged = Steps(1, 10).Hedged(2.Milliseconds);
        Assert.Equal(3.75, hedged.Mean.Milliseconds, 1e-9);
        Assert.Equal(milliseconds, hedged.Repeated(2).Percentile(level).Milliseconds, milliseconds * 5e-3);
    }

    /// <summary>Means by hand. Of two with steps at 1 and 10 ms the slower takes 1 ms in a quarter; of three the second takes 1 ms in half; attempts of 1 ms that time out at 4: 1, 5, 9 and given up at 12. A fan-out to one leaves the time as it is, and integrates it anew.</summary>
    [Fact]
    public void Means_of_steps_are_exact()
    {
        Assert.Equal(7.75, Steps(1, 10).FanOut(2).Mean.Milliseconds, 1e-9);
        Assert.Equal(3.25, Steps(1, 10).FastestOf(2).Mean.Milliseconds, 1e-9);
        Assert.Equal(5.5, Steps(1, 10).KOfN(2, 3).Mean.Milliseconds, 1e-9);
        Assert.Equal(7.75, LatencyProfile.Parallel(Steps(1, 10), Steps(1, 10).Scaled(1)).Mean.Milliseconds, 1e-9);
        Assert.Equal(0.5 + 1.25 + 1.125 + 1.5, Steps(1, 10).WithRetries(4.Milliseconds, 3).FanOut(1).Mean.Milliseconds, 1e-9);
        Assert.Equal(15.5, Steps(1, 10).FanOut(2).Scaled(2).Mean.Milliseconds, 1e-9);
    }

    [Fact]
    public void Percentile_that_rounding_hides_has_no_number()
    {
        Duration hidden = SevenStages[0].Then(SevenStages[1]).Percentile(1 - 1e-15);
        Assert.True(!hidden.IsFeasible || hidden.Milliseconds > 60);
    }

    private static LogNormalLatency LogNormal(double median, double ratio) => LatencyProfile.LogNormal(median.Milliseconds, (median * ratio).Milliseconds);

    /// <summary>One time or the other with even odds.</summary>
    private static LatencyProfile Steps(double few, double many) => LatencyProfile.Mix((1, LatencyProfile.Constant(few.Milliseconds)), (1, LatencyProfile.Constant(many.Milliseconds)));

    private static LatencyProfile[] Instead(int stage, LatencyProfile other) => [.. SevenStages.Select((profile, index) => index == stage ? other : profile)];

    private static LatencyProfile Chain(LatencyProfile[] stages) => stages.Aggregate((whole, stage) => whole.Then(stage));

    private static void Within(double relative, double[] expected, LatencyProfile actual)
    {
        for (int i = 0; i < Levels.Length; i++)
            Assert.Equal(expected[i], actual.Percentile(Levels[i]).Milliseconds, expected[i] * relative);
    }
}
