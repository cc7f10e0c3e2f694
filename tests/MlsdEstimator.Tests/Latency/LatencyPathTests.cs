namespace MlsdEstimator.Tests;

/// <summary>The seven stages of the video recommendation example. Expected: NumPy, FFT convolution on 2^21 cells, unless said.</summary>
public class LatencyPathTests
{
    private static readonly LatencyPath Feed = new()
    {
        Title = "home feed",
        Stages = LatencyStage.Sequence(
            Stage("gateway", 10),
            Stage("user features", 5),
            Stage("retrieval", 25),
            Stage("item features", 20),
            Stage("rank", 40),
            Stage("re-rank", 10),
            Stage("network", 20)),
        Slo = 200.Milliseconds,
        Target = 0.99,
    };

    [Fact]
    public void Seven_stages_give_138_186_and_212_ms()
    {
        Close(137.88327766, Feed.P50);
        Close(173.56095184, Feed.P90);
        Close(185.73638671, Feed.P95);
        Close(211.84047703, Feed.P99);
        Close(247.75130529, Feed.P999);
        Close(211.84047703, Feed.AtTarget);
        Assert.Equal(-11.84, Feed.HeadRoom.Milliseconds, 0.05);
    }

    /// <summary>130 ms of medians x 2.5.</summary>
    [Fact]
    public void Naive_addition_says_325_ms()
    {
        Assert.Equal(325, Feed.Naive(0.99).Milliseconds, 1e-9);
        Assert.Equal(130, Feed.Naive(0.5).Milliseconds, 1e-9);
        Assert.Equal("percentiles added", Feed.Naive(0.99).Name);
    }

    /// <summary>Mean of a log-normal stage with p99 = 2.5 p50: e^(0.3939^2 / 2) = 1.0806 medians; the means add.</summary>
    [Fact]
    public void Mean_of_the_path_is_the_sum_of_means() => Assert.Equal(130 * 1.0806433, Feed.Mean.Milliseconds, 0.01);

    [Fact]
    public void Part_within_the_slo_belongs_to_the_percentile()
    {
        Assert.InRange(Feed.WithinSlo.Value, 0.978, 0.980);
        Assert.Equal(1 - Feed.WithinSlo.Value, Feed.Late.Value, 1e-12);
        Assert.False(Feed.MeetsSlo.Nominally);
        Assert.True((Feed with { Slo = 213.Milliseconds }).MeetsSlo.Nominally);
        Assert.Equal(0.99, (Feed with { Slo = 211.84047703.Milliseconds }).WithinSlo.Value, 1e-4);
    }

    /// <summary>The retrieval stage alone goes from 25 to 62 ms at p50 and from 62 to 103 ms at p99.</summary>
    [Fact]
    public void Waiting_for_64_shards_lengthens_the_path()
    {
        LatencyPath wide = Feed.With("retrieval", stage => stage.FanOut(64));
        Close(174.78300416, wide.P50);
        Close(250.23871590, wide.P99);
        LatencyProfile retrieval = Stage("retrieval", 25).Profile.FanOut(64);
        Assert.Equal((61.81365945981923, 103.35571277384655), (Math.Round(retrieval.P50.Milliseconds, 14), Math.Round(retrieval.P99.Milliseconds, 14)), new Near(1e-9));
        Assert.Equal(325, wide.Naive(0.99).Milliseconds, 1e-9);
    }

    [Fact]
    public void Stages_at_once_are_as_slow_as_the_slowest()
    {
        LatencyPath path = Feed with { Stages = LatencyStage.Parallel(Stage("a", 10), Stage("b", 20)) };
        Close(LatencyProfile.Parallel(Stage("a", 10).Profile, Stage("b", 20).Profile).P99.Milliseconds, path.P99, 1e-9);
        Assert.Equal(50, path.Naive(0.99).Milliseconds, 1e-9);
    }

    [Fact]
    public void Cached_and_hedged_stages_compose_as_profiles_do()
    {
        LatencyProfile own = Stage("a", 20).Profile, hit = LatencyProfile.Constant(1.Milliseconds);
        LatencyPath cached = Feed with { Stages = Stage("a", 20).Cached(90.Percent, hit) }, hedged = Feed with { Stages = Stage("a", 20).Hedged(30.Milliseconds) };
        Close(own.WithCache(90.Percent, hit).P99.Milliseconds, cached.P99, 1e-9);
        Close(own.Hedged(30.Milliseconds).P99.Milliseconds, hedged.P99, 1e-9);
        Assert.Equal(0.9 * 1 + 0.1 * 50, cached.Naive(0.99).Milliseconds, 1e-9);
        Assert.Equal(50, hedged.Naive(0.99).Milliseconds, 1e-9);
    }

    [Fact]
    public void Other_levels_are_read_too()
    {
        LatencyPath tight = Feed with { Target = 0.98 };
        Assert.True(tight.AtTarget.Seconds > tight.P95.Seconds && tight.AtTarget.Seconds < tight.P99.Seconds);
        Assert.Equal(tight.AtTarget.Seconds, tight.Percentile(0.98).Seconds);
        Assert.Throws<ArgumentOutOfRangeException>(() => Feed.Percentile(1));
    }

    /// <summary>Expected: NumPy, 113 conditional convolutions over the common load.</summary>
    [Theory]
    [InlineData(0.1, 137.213425, 194.193200, 225.242048, 267.249729)]
    [InlineData(0.3, 135.684818, 208.778290, 249.963913, 306.287729)]
    [InlineData(0.6, 133.263948, 227.302552, 283.659067, 363.672035)]
    [InlineData(0.9, 130.815206, 243.467681, 314.935901, 420.262066)]
    public void Common_load_lengthens_the_tail_and_shortens_the_median(double correlation, double p50, double p95, double p99, double p999)
    {
        LatencyPath loaded = Feed with { CommonLoad = Fraction.FromRatio(correlation) };
        Close(p50, loaded.P50, 1e-3);
        Close(p95, loaded.P95, 1e-3);
        Close(p99, loaded.P99, 1e-3);
        Close(p999, loaded.P999, 1e-3);
    }

    [Fact]
    public void No_common_load_is_independence() => Assert.Equal(Feed.P99.Seconds, (Feed with { CommonLoad = Fraction.Zero }).P99.Seconds);

    [Fact]
    public void Gains_are_ranked_and_say_what_a_stage_costs()
    {
        Assert.Equal(["rank", "retrieval"], Feed.Gains.Take(2).Select(gain => gain.Stage));
        StageGain rank = Feed.Gains[0];
        Assert.Equal(Feed.Without("rank").P99.Seconds, rank.Without.Seconds);
        Assert.Equal(Feed.With("rank", Stage("rank", 20).Profile).P99.Seconds, rank.TwiceAsFast.Seconds, 1e-6);
        Assert.Equal(Feed.P99.Seconds - rank.Without.Seconds, rank.Saved.Seconds, 1e-12);
        Assert.Equal(Feed.P99.Seconds - rank.TwiceAsFast.Seconds, rank.SavedByHalf.Seconds, 1e-12);
        Assert.Equal(7, Feed.Gains.Count);
    }

    [Fact]
    public void Stages_are_edited_by_name_and_nothing_else_changes()
    {
        LatencyPath faster = Feed.With("rank", LatencyProfile.LogNormal(20.Milliseconds, 50.Milliseconds));
        Assert.True(faster.P99.Seconds < Feed.P99.Seconds);
        Assert.Equal((Feed.Title, Feed.Slo, Feed.Target), (faster.Title, faster.Slo, faster.Target));
        Assert.Equal(Feed.Stages.ToString(), faster.Stages.ToString());
        Assert.Equal("gateway, user features, retrieval, item features, rank, re-rank, network", Feed.Stages.ToString());
    }

    [Fact]
    public void Unknown_stage_is_refused_with_the_nearest_names()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Feed.With("ranker", LatencyProfile.Constant(1.Seconds)));
        Assert.StartsWith("No stage is called 'ranker'; the nearest are 'rank'", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Feed.Without("item"));
        Assert.Throws<ArgumentException>(() => Feed.Without(" "));
    }

    [Fact]
    public void Bad_paths_are_refused()
    {
        Assert.Contains("Two stages are called 'a'", Assert.Throws<ArgumentException>(() => Feed with { Stages = LatencyStage.Sequence(Stage("a", 1), Stage("a", 2)) }).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Feed with { Slo = Duration.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => Feed with { Target = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Feed with { CommonLoad = Fraction.One });
        Assert.Throws<ArgumentNullException>(() => Feed with { Stages = null! });
        Assert.Throws<ArgumentNullException>(() => Feed.With("rank", (LatencyProfile)null!));
        Assert.Throws<ArgumentNullException>(() => Feed.With("rank", (Func<LatencyStage, LatencyStage>)null!));
    }

    [Fact]
    public void Bad_stages_are_refused()
    {
        Assert.Throws<ArgumentException>(() => LatencyStage.Of(" ", LatencyProfile.Constant(1.Seconds)));
        Assert.Throws<ArgumentNullException>(() => LatencyStage.Of("a", null!));
        Assert.Equal("kernel share of a", Assert.Throws<ArgumentOutOfRangeException>(() => LatencyStage.Of("a", LatencyProfile.Constant(1.Seconds), Fraction.Zero)).ParamName);
        Assert.Throws<ArgumentException>(() => LatencyStage.Sequence());
        Assert.Throws<ArgumentNullException>(() => LatencyStage.Parallel(Stage("a", 1), null!));
        Assert.Equal("fan-out", Assert.Throws<ArgumentOutOfRangeException>(() => Stage("a", 1).FanOut(0)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => Stage("a", 1).Hedged((-1).Seconds));
        Assert.Throws<ArgumentNullException>(() => Stage("a", 1).Cached(50.Percent, null!));
    }

    [Fact]
    public void Inputs_of_stages_are_named_after_them()
    {
        string[] inputs = [.. Feed.P99.Sensitivities().Select(sensitivity => sensitivity.Input.Name!)];
        Assert.Contains("rank p99", inputs);
        Assert.Contains("gateway p50", inputs);
        LatencyPath named = Feed.With("rank", LatencyProfile.LogNormal(40.Milliseconds.Named("my median"), 100.Milliseconds));
        Assert.Contains("my median", named.P99.Sensitivities().Select(sensitivity => sensitivity.Input.Name));
    }

    [Fact]
    public void Ranges_flow_through_a_path()
    {
        Duration median = ((30, 40, 55) * Duration.Millisecond).Named("rank median");
        LatencyPath doubtful = Feed.With("rank", LatencyProfile.LogNormal(median, median * 2.5));
        Estimate<Duration> belief = doubtful.P99.Simulate();
        Assert.Equal(Feed.With("rank", Stage("rank", 30).Profile).P99.Milliseconds, belief.Low.Milliseconds, 1.5);
        Assert.Equal(Feed.With("rank", Stage("rank", 55).Profile).P99.Milliseconds, belief.High.Milliseconds, 1.5);
        Assert.Equal(40, doubtful.P99.SolveFor(median, 211.84047703.Milliseconds).Value.Milliseconds, 0.02);
        Assert.InRange(doubtful.MeetsSlo.Probability().True.Value, 0.05, 0.25);
    }

    [Fact]
    public void Results_come_in_order_and_every_input_changes_one()
    {
        Assert.Equal(["path p50", "path p95", "path p99", "path p99.9", "path at target", "within SLO", "latency head-room"], Feed.Results.Select(result => result.Name));
        Assert.Empty(EveryInput.WithoutEffect(() => Feed with { Target = 0.98 }, new Dictionary<string, object>
        {
            ["Stages"] = Stage("one", 3),
            ["Slo"] = 300.Milliseconds,
            ["Target"] = 0.97,
            ["CommonLoad"] = 20.Percent,
        }));
    }

    [Fact]
    public void Missed_slo_and_added_percentiles_are_found()
    {
        Assert.Equal([FindingCodes.SloMissed, FindingCodes.PercentilesAdded], Feed.Findings.Select(finding => finding.Code));
        Assert.Contains("The p99 is 212 ms, above the SLO of 200 ms", Feed.Findings[0].Message, StringComparison.Ordinal);
        Assert.Contains("Most is in 'rank'", Feed.Findings[0].Message, StringComparison.Ordinal);
        Assert.Contains("would have said 325 ms, 53 % too high", Feed.Findings[1].Message, StringComparison.Ordinal);
        Assert.DoesNotContain((Feed with { Slo = 1.Seconds }).Findings, finding => finding.Code == FindingCodes.SloMissed);
        Assert.Empty((Feed with { Slo = 1.Seconds, Stages = Stage("one", 20) }).Findings);
    }

    [Fact]
    public void Fan_out_cold_cache_and_hedge_are_found()
    {
        LatencyPath path = Feed.With("retrieval", stage => stage.FanOut(64)).With("item features", stage => stage.Cached(95.Percent, LatencyProfile.Constant(1.Milliseconds)))
            .With("gateway", stage => stage.Hedged(25.Milliseconds));
        string[] said = [.. path.Findings.Select(finding => finding.ToString())];
        Assert.Contains(said, text => text.StartsWith("note MLSD", StringComparison.Ordinal) && text.Contains("'retrieval' waits for the slowest of 64 calls: 47 % of the requests", StringComparison.Ordinal) && text.Contains("p99.9843 of one call", StringComparison.Ordinal));
        Assert.Contains(said, text => text.StartsWith("warning", StringComparison.Ordinal) && text.Contains("While the cache before 'item features' is cold", StringComparison.Ordinal));
        Assert.Contains(said, text => text.Contains("Hedging 'gateway' after 25 ms sends 1% more calls", StringComparison.Ordinal));
        Assert.Equal(
            [FindingCodes.HedgingLoad, FindingCodes.FanOutTail, FindingCodes.ColdCache],
            path.Findings.Select(finding => finding.Code).Where(code => code is not (FindingCodes.SloMissed or FindingCodes.PercentilesAdded)));
    }

    internal static LatencyStage Stage(string name, double median, Fraction? kernelShare = null) =>
        LatencyStage.Of(name, LatencyProfile.LogNormal(median.Milliseconds, (median * 2.5).Milliseconds), kernelShare);

    private static void Close(double milliseconds, Duration actual, double relative = 5e-4) =>
        Assert.Equal(milliseconds, actual.Milliseconds, milliseconds * relative);

    private sealed class Near(double relative) : IEqualityComparer<(double One, double Other)>
    {
        public bool Equals((double One, double Other) x, (double One, double Other) y) =>
            Math.Abs(x.One - y.One) <= relative * x.One && Math.Abs(x.Other - y.Other) <= relative * x.Other;

        public int GetHashCode((double One, double Other) obj) => 0;
    }
}
