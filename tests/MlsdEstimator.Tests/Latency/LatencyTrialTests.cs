namespace MlsdEstimator.Tests;

/// <summary>Changes to a path, ranked. Expected values: Amdahl's law on the stage, then the compositions tested elsewhere.</summary>
public class LatencyTrialTests
{
    private static readonly LatencyChange Int8 = LatencyChange.FasterModel("int8", "rank", 1.7);

    private static readonly LatencyChange Distilled = LatencyChange.FasterModel("distil 3x", "rank", 3);

    private static readonly LatencyChange Cache = LatencyChange.Cache("cache items", "item features", 90.Percent, LatencyProfile.Constant(1.Milliseconds));

    private static readonly LatencyChange AtOnce = LatencyChange.AtOnce("fetch at once", "user features", "item features");

    private static readonly LatencyChange Hedge = LatencyChange.Hedge("hedge retrieval", "retrieval", 45.Milliseconds);

    private static readonly LatencyPath Profiled = Feed(80.Percent);

    [Fact]
    public void Changes_are_ranked_by_what_they_give_alone()
    {
        LatencyTrial trial = Profiled.Try(Hedge, AtOnce, Cache, Int8, Distilled);
        Assert.Equal(["distil 3x", "int8", "cache items", "fetch at once", "hedge retrieval"], trial.Ranked.Select(row => row.Change.Name));
        Assert.Equal("distil 3x", trial.Best.Change.Name);
        Assert.Same(Profiled, trial.Before);
        Assert.Empty(trial.Findings);
    }

    [Fact]
    public void Text_holds_a_line_for_each_change_and_what_follows()
    {
        string[] lines = Profiled.Try(Hedge, Distilled).ToString().Split('\n');
        Assert.Equal(4, lines.Length);
        Assert.StartsWith("before: p50 ", lines[0], StringComparison.Ordinal);
        Assert.EndsWith($"SLO {Profiled.Slo} at 99 %", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("distil 3x: p50 ", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("hedge retrieval: p50 ", lines[2], StringComparison.Ordinal);
        Assert.Equal("Least set that meets the SLO: distil 3x.", lines[3]);
        Assert.EndsWith("\nThe SLO is met without a change.", (Profiled with { Slo = 1.Seconds }).Try(Int8).ToString(), StringComparison.Ordinal);
        Assert.EndsWith("\nAll together do not meet the SLO.", (Profiled with { Slo = 50.Milliseconds }).Try(Int8).ToString(), StringComparison.Ordinal);
    }

    /// <summary>Share 0.8 three times as fast: 0.2 + 0.8 / 3 = 0.46667 of 40 ms is 18.6667 ms; then int8 on top: (0.2 + 0.8 / 5.1) x 40 = 14.2745 ms.</summary>
    [Fact]
    public void Faster_kernel_acts_through_its_share_and_compounds_on_the_kernel_only()
    {
        LatencyTrial trial = Profiled.Try(Distilled, Int8);
        double alone = Profiled.With("rank", LatencyPathTests.Stage("x", 18.666666667).Profile).P99.Milliseconds;
        double both = Profiled.With("rank", LatencyPathTests.Stage("x", 14.274509804).Profile).P99.Milliseconds;
        Assert.Equal(alone, trial.Ranked[0].Alone.P99.Milliseconds, 1e-5);
        Assert.Equal(both, trial.Ranked[1].AfterBetter.P99.Milliseconds, 1e-5);
    }

    [Fact]
    public void Rows_hold_the_path_alone_and_after_the_better_ones()
    {
        LatencyTrialRow second = Profiled.Try(Hedge, Cache, Distilled).Ranked[1];
        Assert.Equal("cache items", second.Change.Name);
        LatencyPath cached = Profiled.With("item features", stage => stage.Cached(90.Percent, LatencyProfile.Constant(1.Milliseconds)));
        Assert.Equal(cached.P99.Seconds, second.Alone.P99.Seconds);
        Assert.True(second.AfterBetter.P99.Seconds < second.Alone.P99.Seconds);
        Assert.StartsWith("cache items: p50 119 ms, p99 193 ms alone; p99 ", second.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Hedge_replace_and_at_once_do_what_they_say()
    {
        Assert.Equal(Profiled.With("retrieval", stage => stage.Hedged(45.Milliseconds)).P99.Seconds, Profiled.Try(Hedge).Best.Alone.P99.Seconds);
        Assert.Equal(Profiled.Without("network").P99.Seconds, Profiled.Try(LatencyChange.Replace("co-locate", "network", LatencyProfile.Constant(Duration.Zero))).Best.Alone.P99.Seconds);
        LatencyStage stages = Profiled.Try(AtOnce).Best.Alone.Stages;
        Assert.Equal("gateway, user features, item features, retrieval, rank, re-rank, network", stages.ToString());
        Assert.Equal(6, stages.Parts.Count);
        Assert.Equal(["user features", "item features"], stages.Parts[1].Parts.Select(part => part.Name));
        Assert.Equal(["user features", "item features"], AtOnce.Stages);
    }

    [Fact]
    public void Least_set_is_the_fewest_then_the_cheapest_then_the_best()
    {
        Assert.Equal(["distil 3x"], Names(Profiled.Try(Int8, Distilled, Cache)));
        Assert.Equal(["int8"], Names(Profiled.Try(Int8 with { Cost = (-100).DollarsPerMonth }, Distilled, Cache)));
        Assert.Equal(["cache items"], Names(Profiled.Try(Int8 with { Quality = -0.001 }, Distilled with { Quality = -0.01 }, Cache)));
        Assert.Equal(["cache items", "hedge retrieval"], Names((Profiled with { Slo = 192.Milliseconds }).Try(Hedge, Cache)).Order());
    }

    [Fact]
    public void Least_set_is_empty_when_met_and_null_when_nothing_helps()
    {
        Assert.Empty((Profiled with { Slo = 1.Seconds }).Try(Int8).LeastSet!);
        Assert.Null((Profiled with { Slo = 50.Milliseconds }).Try(Int8, Distilled, Cache).LeastSet);
    }

    [Fact]
    public void Unknown_kernel_share_is_assumed_wide_and_the_winner_flips_on_it()
    {
        LatencyTrial trial = Feed(null).Try(Distilled, Cache, Int8);
        Assert.Equal([FindingCodes.KernelShareUnknown, FindingCodes.WinnerFlips], trial.Findings.Select(finding => finding.Code));
        Assert.Contains("Nobody said how much of 'rank' its kernels take", trial.Findings[0].Message, StringComparison.Ordinal);
        Assert.Contains("'cache items' gives more, above it 'distil 3x'", trial.Findings[1].Message, StringComparison.Ordinal);
        Assert.False(trial.Best.Alone.P99.IsCertain);
    }

    /// <summary>The winner changes where distilling saves as much as the cache: read at that share, both give the same p99.</summary>
    [Fact]
    public void Flip_is_where_both_changes_give_the_same()
    {
        string message = Feed((0.2, 0.8)).Try(Distilled, Cache).Findings.Single().Message;
        double share = double.Parse(message.Split("below ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture) / 100;
        LatencyTrial at = Feed(Fraction.FromRatio(share)).Try(Distilled, Cache);
        Assert.Equal(at.Ranked[0].Alone.P99.Milliseconds, at.Ranked[1].Alone.P99.Milliseconds, 0.6);
        Assert.StartsWith("Which change is best depends on the kernel share of rank: ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_range_that_does_not_flip_is_silent() => Assert.Empty(Feed((0.6, 0.8)).Try(Distilled, Cache).Findings);

    [Fact]
    public void Bad_trials_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Profiled.Try());
        Assert.Contains("Two changes have the same name", Assert.Throws<ArgumentException>(() => Profiled.Try(Int8, Int8)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => Profiled.Try(Int8, null!));
        Assert.Contains("at most 12", Assert.Throws<ArgumentException>(() => Profiled.Try([.. Enumerable.Range(0, 13).Select(number => LatencyChange.FasterModel($"{number}", "rank", 2))])).Message, StringComparison.Ordinal);
        Assert.StartsWith("No stage is called 'ranker'", Assert.Throws<ArgumentException>(() => Profiled.Try(LatencyChange.FasterModel("int8", "ranker", 2))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_changes_are_refused()
    {
        Assert.Equal("kernel speed-up", Assert.Throws<ArgumentOutOfRangeException>(() => LatencyChange.FasterModel("a", "rank", 0)).ParamName);
        Assert.Equal("hedge delay", Assert.Throws<ArgumentOutOfRangeException>(() => LatencyChange.Hedge("a", "rank", (-1).Seconds)).ParamName);
        Assert.Throws<ArgumentException>(() => LatencyChange.FasterModel(" ", "rank", 2));
        Assert.Throws<ArgumentException>(() => LatencyChange.FasterModel("a", " ", 2));
        Assert.Throws<ArgumentNullException>(() => LatencyChange.Cache("a", "rank", null!, LatencyProfile.Constant(1.Seconds)));
        Assert.Throws<ArgumentNullException>(() => LatencyChange.Replace("a", "rank", null!));
        Assert.Throws<ArgumentException>(() => LatencyChange.AtOnce("a", "rank"));
        Assert.Throws<ArgumentException>(() => LatencyChange.AtOnce("a", "rank", "rank"));
    }

    [Fact]
    public void Stages_of_different_sequences_cannot_be_made_at_once()
    {
        LatencyPath path = Profiled with { Stages = LatencyStage.Parallel(LatencyStage.Sequence(LatencyPathTests.Stage("a", 1), LatencyPathTests.Stage("b", 1)), LatencyPathTests.Stage("c", 1)) };
        Assert.Contains("are not steps of one sequence", Assert.Throws<ArgumentException>(() => path.Try(LatencyChange.AtOnce("x", "a", "c"))).Message, StringComparison.Ordinal);
        Assert.Equal("a, b, c", path.Try(LatencyChange.AtOnce("x", "a", "b")).Best.Alone.Stages.ToString());
    }

    /// <summary>M/M/1 service of 10 ms at 75/s waits 30 ms on average, with four times the room next to nothing: 10 + 0 instead of 10 + 30 ms of mean.</summary>
    [Fact]
    public void More_replicas_keep_the_service_and_shorten_the_wait()
    {
        LatencyProfile service = LatencyProfile.Exponential(10.Milliseconds);
        LatencyPath crowded = Profiled.With("rank", service.WithQueue(LatencyProfile.Waiting(75.Percent, 40.Milliseconds), 75.PerSecond));
        LatencyChange more = LatencyChange.MoreReplicas("4 replicas", "rank", service, LatencyProfile.Waiting(1.Percent, 3.Milliseconds), 75.PerSecond);
        LatencyPath after = crowded.Try(more).Best.Alone;
        Assert.Equal(29.97, crowded.Mean.Milliseconds - after.Mean.Milliseconds, 1e-9);
        Assert.Throws<EstimateException>(() => LatencyChange.MoreReplicas("again", "rank", service.MeasuredUnder(1.PerSecond), LatencyProfile.Waiting(1.Percent, 3.Milliseconds), 75.PerSecond));
    }

    private static IEnumerable<string> Names(LatencyTrial trial) => trial.LeastSet!.Select(change => change.Name);

    private static LatencyPath Feed(Fraction? kernelShare) => new()
    {
        Stages = LatencyStage.Sequence(
            LatencyPathTests.Stage("gateway", 10),
            LatencyPathTests.Stage("user features", 5),
            LatencyPathTests.Stage("retrieval", 25),
            LatencyPathTests.Stage("item features", 20),
            LatencyPathTests.Stage("rank", 40, kernelShare),
            LatencyPathTests.Stage("re-rank", 10),
            LatencyPathTests.Stage("network", 20)),
        Slo = 200.Milliseconds,
        Target = 0.99,
    };
}
