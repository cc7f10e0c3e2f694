namespace MlsdEstimator.Tests;

/// <summary>A path and a trace of it. The trace with a common load of 0.3 comes from NumPy; that with a missing stage from the eight-stage convolution.</summary>
public class LatencyTraceTests
{
    private static readonly LatencyPath Feed = new()
    {
        Stages = LatencyStage.Sequence(
            LatencyPathTests.Stage("gateway", 10),
            LatencyPathTests.Stage("user features", 5),
            LatencyPathTests.Stage("retrieval", 25),
            LatencyPathTests.Stage("item features", 20),
            LatencyPathTests.Stage("rank", 40),
            LatencyPathTests.Stage("re-rank", 10),
            LatencyPathTests.Stage("network", 20)),
        Slo = 200.Milliseconds,
        Target = 0.99,
    };

    [Theory]
    [InlineData(138, 212)]
    [InlineData(132, 203)]
    [InlineData(144, 222)]
    public void Trace_within_five_percent_agrees(double p50, double p99)
    {
        Reconciliation fit = Measured(p50, p99);
        Assert.Equal(ReconciliationKind.Agrees, fit.Kind);
        Assert.Equal(Feed.P99.Seconds, fit.Path!.P99.Seconds);
        Assert.Null(fit.CommonLoad);
        Assert.Null(fit.Unattributed);
    }

    [Fact]
    public void Long_tail_at_the_same_median_is_a_common_load()
    {
        Reconciliation fit = Measured(135.684818, 249.963913);
        Assert.Equal(ReconciliationKind.CommonLoad, fit.Kind);
        Assert.Equal(0.3, fit.CommonLoad!.Value, 1e-3);
        Assert.Equal(249.963913, fit.Path!.P99.Milliseconds, 0.01);
        Assert.Contains("correlation of 0.30", fit.Reason, StringComparison.Ordinal);
        Assert.Equal(fit.Reason, fit.ToString());
    }

    [Fact]
    public void Longer_median_and_tail_are_a_missing_stage()
    {
        LatencyProfile hidden = LatencyProfile.LogNormal(30.Milliseconds, 90.Milliseconds);
        LatencyPath whole = Feed with { Stages = LatencyStage.Sequence(Feed.Stages, LatencyStage.Of("hidden", hidden)) };
        Reconciliation fit = Feed.Measured(whole.P50, whole.P99);
        Assert.Equal(ReconciliationKind.UnattributedStage, fit.Kind);
        Assert.Equal(30, fit.Unattributed!.P50.Milliseconds, 0.3);
        Assert.Equal(90, fit.Unattributed.P99.Milliseconds, 2);
        Assert.Equal(whole.P99.Milliseconds, fit.Path!.P99.Milliseconds, 0.05);
        Assert.Contains("unattributed", fit.Path.Stages.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("A stage is missing: p50 ", fit.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Second_missing_stage_gets_another_name()
    {
        LatencyPath once = Feed.Measured(170.Milliseconds, 260.Milliseconds).Path!;
        LatencyPath twice = once.Measured(200.Milliseconds, 300.Milliseconds).Path!;
        Assert.EndsWith("unattributed, unattributed, again", twice.Stages.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, 212, "stages overlap that are modelled in sequence")]
    [InlineData(140, 170, "a timeout cuts the trace off")]
    [InlineData(140, 900, "look for rare events")]
    public void Contradiction_is_named(double p50, double p99, string reason)
    {
        Reconciliation fit = Measured(p50, p99);
        Assert.Equal(ReconciliationKind.Impossible, fit.Kind);
        Assert.Contains(reason, fit.Reason, StringComparison.Ordinal);
        Assert.Null(fit.Path);
    }

    [Fact]
    public void Common_load_set_before_is_fitted_anew() =>
        Assert.Equal(0.3, (Feed with { CommonLoad = 80.Percent }).Measured(135.684818.Milliseconds, 249.963913.Milliseconds).CommonLoad!.Value, 1e-3);

    [Fact]
    public void Bad_measurements_are_refused()
    {
        Assert.Equal("measured p50", Assert.Throws<ArgumentOutOfRangeException>(() => Measured(0, 1)).ParamName);
        Assert.Equal("p99", Assert.Throws<ArgumentOutOfRangeException>(() => Measured(2, 1)).ParamName);
        Assert.Contains("give one value", Assert.Throws<ArgumentException>(() => Feed.Measured(1.Seconds, 2.Seconds.To(3.Seconds))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => Feed.Measured(null!, 1.Seconds));
    }

    private static Reconciliation Measured(double p50, double p99) => Feed.Measured(p50.Milliseconds, p99.Milliseconds);
}
