namespace MlsdEstimator.Tests;

/// <summary>How calls compose. Expected values: SciPy (brentq, quad, beta), unless said.</summary>
public class LatencyCombinatorTests
{
    private static readonly LogNormalLatency Store = LatencyProfile.LogNormal(5.Milliseconds, 50.Milliseconds);

    private static readonly LogNormalLatency One = LatencyProfile.LogNormal(10.Milliseconds, 25.Milliseconds);

    private static readonly LogNormalLatency Other = LatencyProfile.LogNormal(8.Milliseconds, 80.Milliseconds);

    [Fact]
    public void Slowest_and_fastest_of_two_match_scipy()
    {
        Close(16.84118516368875, LatencyProfile.Parallel(One, Other).Mean, 1e-8);
        Close(40.817753850039544, LatencyProfile.Parallel(One, Other).P95, 1e-9);
        Close(18.95928696145591, LatencyProfile.FastestOf(One, Other).P99, 1e-9);
    }

    [Fact]
    public void Quorum_of_a_thousand_matches_the_beta_law()
    {
        LatencyProfile quorum = LatencyProfile.Exponential(10.Milliseconds).KOfN(950, 1000);
        Close(33.207216577311904, quorum.P99, 1e-8);
        Close(29.82812860952314, quorum.P50, 1e-8);
        Assert.Equal(0.998841875, LatencyProfile.Exponential(1.Seconds).KOfN(3, 5).Within((Math.Log(20)).Seconds).Value, 1e-9);
    }

    [Fact]
    public void K_of_n_ends_are_fastest_and_slowest()
    {
        Close(Store.FanOut(7).P95.Milliseconds, Store.KOfN(7, 7).P95, 1e-9);
        Close(Store.FastestOf(7).P95.Milliseconds, Store.KOfN(1, 7).P95, 1e-9);
    }

    [Fact]
    public void Mean_of_a_hedge_matches_scipy()
    {
        HedgedLatency hedged = Store.Hedged(Store.P95);
        Close(7.589993193902603, hedged.Mean, 1e-8);
        Assert.Equal(0.05, hedged.ExtraLoad.Value, 1e-12);
        Close(Store.P95.Milliseconds, hedged.After, 1e-12);
        Close(Store.P90.Milliseconds, hedged.P90, 1e-9);
    }

    [Fact]
    public void Tied_requests_have_the_tail_of_a_hedge_and_hardly_its_load()
    {
        HedgedLatency tied = Store.Tied(1.Milliseconds);
        Assert.Equal(Store.Hedged(1.Milliseconds).P99.Seconds, tied.P99.Seconds);
        Assert.Equal(0.01, tied.ExtraLoad.Value);
        Assert.True(tied.ExtraLoad.Value < Store.Hedged(1.Milliseconds).ExtraLoad.Value);
    }

    [Fact]
    public void Retries_match_scipy()
    {
        RetriedLatency retried = Store.WithRetries(20.Milliseconds, 3, Backoff.Exponential(10.Milliseconds));
        Close(33.696949733804104, retried.P95, 1e-9);
        Close(72.41905841139165, retried.Percentile(0.995), 1e-9);
        Close(8.540693551505548, retried.Mean, 1e-9);
        Assert.Equal(0.9994750921180892, retried.SuccessRate.Value, 1e-12);
        Assert.Equal(1.087173832446388, retried.Amplification.Value, 1e-12);
        Assert.Equal((3, 20, 90), (retried.Attempts, retried.Timeout.Milliseconds, Math.Round(retried.WorstCase.Milliseconds, 9)));
    }

    [Theory]
    [InlineData(25, 0.08066671374066897)]
    [InlineData(49.9, 0.0065684506335641395)]
    [InlineData(60, 0.006507118705719032)]
    [InlineData(75, 0.003253559352859516)]
    [InlineData(89.9, 0.0005298553269774341)]
    [InlineData(90.001, 0)]
    public void Tail_of_retries_matches_scipy(double time, double expected) =>
        Assert.Equal(expected, Store.WithRetries(20.Milliseconds, 3, Backoff.Exponential(10.Milliseconds)).Exceeding(time.Milliseconds).Value, 1e-12);

    [Fact]
    public void One_attempt_is_the_law_cut_at_its_timeout()
    {
        RetriedLatency once = Store.WithRetries(20.Milliseconds, 1);
        Close(20, once.P99, 1e-12);
        Close(5, once.P50, 1e-9);
        Assert.Equal((1.0, 1), (once.Amplification.Value, once.Attempts));
    }

    [Fact]
    public void Backoff_is_capped()
    {
        Assert.Equal([50, 100, 150], Backoff.Exponential(50.Milliseconds, 150.Milliseconds).Pauses(3).Select(pause => Math.Round(pause.Milliseconds, 9)));
        Assert.Equal([7, 7], Backoff.Constant(7.Milliseconds).Pauses(2).Select(pause => Math.Round(pause.Milliseconds, 9)));
        Assert.Equal([0, 0], Backoff.None.Pauses(2).Select(pause => pause.Milliseconds));
    }

    /// <summary>Mixture of two constants: 3 of 4 take 1 ms, 1 of 4 takes 9 ms; mean 3 ms.</summary>
    [Fact]
    public void Mix_weights_are_shares()
    {
        LatencyProfile mix = LatencyProfile.Mix((3, LatencyProfile.Constant(1.Milliseconds)), (1, LatencyProfile.Constant(9.Milliseconds)), (0, Store));
        Close(3, mix.Mean, 1e-12);
        Assert.Equal(0.25, mix.Exceeding(1.Milliseconds).Value, 1e-15);
        Assert.Equal([1, 9], new[] { mix.P50, mix.P90 }.Select(time => Math.Round(time.Milliseconds, 9)));
    }

    [Fact]
    public void Certain_parts_of_a_sum_only_delay_it()
    {
        LatencyProfile delayed = LatencyProfile.Constant(1.Milliseconds).Then(Store).Then(LatencyProfile.Constant(2.Milliseconds));
        Close(53, delayed.P99, 1e-12);
        Close(8, delayed.P50, 1e-12);
        Close(6, LatencyProfile.Constant(2.Milliseconds).Repeated(3).P99, 1e-12);
    }

    [Fact]
    public void Scaling_scales_every_percentile()
    {
        Close(100, Store.Scaled(2).P99, 1e-12);
        Close(2.5, Store.Scaled(0.5).P50, 1e-12);
        Assert.Equal(0, Store.Scaled(0).P99.Seconds);
        Close(Store.Mean.Milliseconds * 3, Store.Scaled(3).Mean, 1e-12);
    }

    /// <summary>M/M/1 at 75/s of 100/s: C = 0.75, those who wait wait 1 / 25 s; response is exponential, formula_vectors q.mm1: p50, p99, p99.9.</summary>
    [Fact]
    public void Queue_before_exponential_service_is_the_response_of_mm1()
    {
        LatencyProfile queued = LatencyProfile.Exponential(10.Milliseconds).WithQueue(LatencyProfile.Waiting(75.Percent, 40.Milliseconds), 75.PerSecond);
        Close(27.72588722, queued.P50, 1e-3);
        Close(184.2068074, queued.P99, 1e-3);
        Close(276.3102112, queued.P999, 1e-3);
        Close(40, queued.Mean, 1e-12);
        Assert.True(queued.IncludesWaiting);
        Assert.Equal(75.PerSecond, queued.MeasuredAt);
    }

    [Fact]
    public void Profile_with_waiting_is_not_queued_again()
    {
        LatencyProfile measured = Store.MeasuredUnder(800.PerSecond);
        EstimateException error = Assert.Throws<EstimateException>(() => measured.WithQueue(LatencyProfile.Waiting(10.Percent, 1.Milliseconds), 900.PerSecond));
        Assert.Contains("already includes waiting, at 800 /s", error.Message.Replace("800/s", "800 /s", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Throws<EstimateException>(() => measured.Then(Store).WithQueue(LatencyProfile.Waiting(10.Percent, 1.Milliseconds), 900.PerSecond));
        Assert.Throws<EstimateException>(() => measured.Hedged(Duration.Zero).WithQueue(LatencyProfile.Waiting(10.Percent, 1.Milliseconds), 900.PerSecond));
    }

    [Fact]
    public void Compositions_remember_waiting_and_one_load()
    {
        LatencyProfile measured = Store.MeasuredUnder(800.PerSecond);
        Assert.False(Store.Then(One).IncludesWaiting);
        Assert.True(LatencyProfile.Parallel(Store, measured).IncludesWaiting);
        Assert.Equal(800.PerSecond, measured.FanOut(3).MeasuredAt);
        Assert.Null(measured.Then(Store.MeasuredUnder(700.PerSecond)).MeasuredAt);
        Assert.Equal(800.PerSecond, measured.WithRetries(1.Seconds, 2).MeasuredAt);
        Assert.Null(Store.MeasuredAt);
    }

    [Fact]
    public void Counts_are_rounded_up()
    {
        Assert.Equal(Store.FanOut(3).P99.Seconds, Store.FanOut(2.2).P99.Seconds);
        Assert.Equal(Store.FastestOf(3).P99.Seconds, Store.FastestOf(2.2).P99.Seconds);
        Assert.Equal(Store.KOfN(2, 3).P99.Seconds, Store.KOfN(1.5, 2.5).P99.Seconds);
        Assert.Equal(Store.P99.Seconds, Store.FanOut(1).P99.Seconds, 1e-15);
        Assert.Equal(Store.P99.Seconds, Store.FastestOf(1).P99.Seconds, 1e-15);
    }

    [Fact]
    public void Profiles_are_equal_by_shape_and_parameters()
    {
        Assert.Equal(Store.Then(One).FanOut(3), Store.Then(One).FanOut(3));
        Assert.Equal(Store.Then(One).GetHashCode(), Store.Then(One).GetHashCode());
        Assert.NotEqual(Store.Then(One), One.Then(Store));
        Assert.NotEqual<LatencyProfile>(Store.FanOut(3), Store.FanOut(4));
        Assert.NotEqual(Store, Store.MeasuredUnder(1.PerSecond));
        Assert.Equal(LatencyProfile.FromSamples([1.Seconds, 2.Seconds]), LatencyProfile.FromSamples([2.Seconds, 1.Seconds]));
        Assert.NotEqual(LatencyProfile.FromPercentiles((0.5, 1.Seconds), (0.9, 2.Seconds)), LatencyProfile.FromPercentiles((0.5, 1.Seconds), (0.95, 2.Seconds)));
        Assert.False(Store.Equals(null));
    }

    [Fact]
    public void Bad_arguments_are_refused_by_name()
    {
        Refused("fan-out", () => Store.FanOut(0.5));
        Refused("copies", () => Store.FastestOf(0));
        Refused("answers needed", () => Store.KOfN(0, 3));
        Refused("needed", () => Store.KOfN(4, 3));
        Refused("hedge delay", () => Store.Hedged((-1).Seconds));
        Refused("tied delay", () => Store.Tied((-1).Seconds));
        Refused("timeout", () => Store.WithRetries(Duration.Zero, 2));
        Refused("attempts", () => Store.WithRetries(1.Seconds, 0));
        Refused("attempts", () => Store.WithRetries(1.Seconds, 21));
        Refused("latency factor", () => Store.Scaled(-1));
        Refused("repetitions", () => Store.Repeated(-1));
        Refused("weight", () => LatencyProfile.Mix((-1, Store)));
        Refused("ways", () => LatencyProfile.Mix((0, Store), (0, One)));
        Refused("measured load", () => Store.MeasuredUnder(Rate.Zero));
        Refused("backoff", () => Store.WithRetries(1.Seconds, 2, Backoff.Constant((-1).Seconds)));
        Assert.Equal(6, Store.WithRetries(2.Seconds, 3, Backoff.Exponential(1.Seconds, Duration.Zero)).WorstCase.Seconds);
        Refused("backoff cap", () => Store.WithRetries(1.Seconds, 2, Backoff.Exponential(1.Seconds, (-1).Seconds)));
    }

    [Fact]
    public void Nothing_and_null_are_refused()
    {
        Assert.Throws<ArgumentException>(() => LatencyProfile.Parallel());
        Assert.Throws<ArgumentException>(() => LatencyProfile.Mix());
        Assert.Throws<ArgumentNullException>(() => Store.Then(null!));
        Assert.Throws<ArgumentNullException>(() => LatencyProfile.Parallel(Store, null!));
        Assert.Throws<ArgumentNullException>(() => Store.WithCache(null!, One));
        Assert.Throws<ArgumentNullException>(() => Store.WithCache(50.Percent, null!));
        Assert.Throws<ArgumentNullException>(() => Store.Within(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => Store.Within((-1).Seconds));
        Assert.Throws<ArgumentOutOfRangeException>(() => Store.FanOut(3).Percentile(0));
    }

    private static void Close(double milliseconds, Duration actual, double relative) =>
        Assert.Equal(milliseconds, actual.Milliseconds, milliseconds * relative);

    private static void Refused(string parameter, Func<LatencyProfile> make) => Assert.Equal(parameter, Assert.Throws<ArgumentOutOfRangeException>(make).ParamName);

    /// <summary>Half of the samples answer within 168 ms, before the second copy is sent; what follows takes 0.2 ms on average. Half a percent is promised.</summary>
    [Fact]
    public void Something_short_after_a_law_with_corners_hardly_moves_it()
    {
        LatencyProfile hedged = LatencyProfile.FromSamples(new[] { 46, 153, 168, 624, 655 }.Select(time => time.Milliseconds)).Hedged(271.Milliseconds);
        Assert.InRange(hedged.Then(LatencyProfile.LogNormal(0.175.Milliseconds, 0.509.Milliseconds)).P50.Milliseconds, 168 * 0.995, 168.2 * 1.005);
    }
}
