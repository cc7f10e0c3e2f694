namespace MlsdEstimator.Tests;

/// <summary>What an engineer writes, and what it says.</summary>
public class LatencyUsageTests
{
    [Fact]
    public void Store_behind_a_cache_and_hedged()
    {
        LatencyProfile store = LatencyProfile.LogNormal(p50: 8.Milliseconds, p99: 40.Milliseconds);
        LatencyProfile cached = store.WithCache(95.Percent, LatencyProfile.Constant(200.Microseconds));
        HedgedLatency hedged = store.Hedged(after: store.P95);

        Assert.Equal("14.3 ms", cached.P99.ToString());       // the p80 of the store
        Assert.Equal("33 ms", hedged.P99.ToString());       // was 40 ms
        Assert.Equal("5%", hedged.ExtraLoad.ToString());
        Assert.Equal("96.8 ms", store.FanOut(64).P99.ToString());
    }

    [Fact]
    public void Path_against_its_slo()
    {
        LatencyPath path = Feed(kernelShare: 60.Percent);

        Assert.Equal("p50 138 ms, p99 212 ms, 97.9% within 200 ms", $"p50 {path.P50}, p99 {path.P99}, {path.WithinSlo} within {path.Slo}");
        Assert.Equal("325 ms", path.Naive(0.99).ToString());  // what adding p99s would have said
        Assert.Equal("rank", path.Gains[0].Stage);
        Assert.Equal("174 ms", path.With("rank", LatencyProfile.LogNormal(20.Milliseconds, 50.Milliseconds)).P99.ToString());
    }

    [Fact]
    public void What_to_do_about_it()
    {
        LatencyTrial trial = Feed(kernelShare: 60.Percent).Try(
            LatencyChange.FasterModel("int8", "rank", kernelSpeedUp: 1.7) with { Quality = -0.001 },
            LatencyChange.FasterModel("distil 3x", "rank", kernelSpeedUp: 3) with { Quality = -0.01 },
            LatencyChange.Cache("cache items", "item features", 90.Percent, LatencyProfile.Constant(1.Milliseconds)) with { Cost = 4_000.DollarsPerMonth },
            LatencyChange.AtOnce("fetch at once", "user features", "item features"));

        Assert.Equal(["distil 3x", "int8", "cache items", "fetch at once"], trial.Ranked.Select(row => row.Change.Name));
        Assert.Equal(["int8"], trial.LeastSet!.Select(change => change.Name));
    }

    private static LatencyPath Feed(Fraction kernelShare) => new()
    {
        Title = "home feed",
        Stages = LatencyStage.Sequence(
            LatencyStage.Of("gateway", LatencyProfile.LogNormal(10.Milliseconds, 25.Milliseconds)),
            LatencyStage.Of("user features", LatencyProfile.LogNormal(5.Milliseconds, 12.5.Milliseconds)),
            LatencyStage.Of("retrieval", LatencyProfile.LogNormal(25.Milliseconds, 62.5.Milliseconds)),
            LatencyStage.Of("item features", LatencyProfile.LogNormal(20.Milliseconds, 50.Milliseconds)),
            LatencyStage.Of("rank", LatencyProfile.LogNormal(40.Milliseconds, 100.Milliseconds), kernelShare),
            LatencyStage.Of("re-rank", LatencyProfile.LogNormal(10.Milliseconds, 25.Milliseconds)),
            LatencyStage.Of("network", LatencyProfile.LogNormal(20.Milliseconds, 50.Milliseconds))),
        Slo = 200.Milliseconds,
        Target = 0.99,
    };
}
