namespace MlsdEstimator.Tests;

public class LoadTests
{
    private static readonly Load Web = Load.Of(100.PerSecond, 300.PerSecond, "requests");

    [Fact]
    public void Load_keeps_average_peak_and_what_it_counts()
    {
        Assert.Equal((100, 300, "requests"), (Web.Average.PerSecond, Web.Peak.PerSecond, Web.Counts));
        Assert.Equal([Aspect.Average, Aspect.Counts("requests")], Web.Average.Aspects);
        Assert.Equal([Aspect.Peak, Aspect.Counts("requests")], Web.Peak.Aspects);
        Assert.Equal(("average requests", "peak requests"), (Web.Average.Name, Web.Peak.Name));
        Assert.Equal("100 /s on average, 300 /s at peak (requests)", Web.ToString());
    }

    [Fact]
    public void Load_refuses_what_is_none()
    {
        ArgumentOutOfRangeException crossed = Assert.Throws<ArgumentOutOfRangeException>("peak", () => Load.Of(300.PerSecond, 100.PerSecond, "requests"));
        Assert.StartsWith("The peak of requests is 100 /s, but must not be below the average of 300 /s; swap them.", crossed.Message, StringComparison.Ordinal);
        Assert.Equal(5, Load.Of(5.PerSecond, 5.PerSecond, "reads").Peak.PerSecond);
        Assert.Throws<ArgumentOutOfRangeException>("average requests", () => Load.Of(-1.PerSecond, 1.PerSecond, "requests"));
        Assert.Throws<ArgumentOutOfRangeException>("peak requests", () => Load.Of(0.PerSecond, -1.PerSecond, "requests"));
        Assert.Throws<ArgumentException>("counts", () => Load.Of(1.PerSecond, 1.PerSecond, " "));
        Assert.Throws<ArgumentException>("counts", () => Load.Of(-1.PerSecond, 1.PerSecond, " "));
        Assert.Throws<ArgumentNullException>("share", () => Web.Part(null!));
        Assert.Throws<ArgumentOutOfRangeException>("predictions per request", () => Web.Times(-1, "predictions"));
    }

    [Fact]
    public void Factor_makes_another_load()
    {
        Load predictions = Web.Times(500, "predictions");
        Assert.Equal((50_000, 150_000, "predictions"), (predictions.Average.PerSecond, predictions.Peak.PerSecond, predictions.Counts));
        Assert.Equal(("average predictions", "peak predictions"), (predictions.Average.Name, predictions.Peak.Name));
        Assert.Equal([Aspect.Average, Aspect.Counts("predictions")], predictions.Average.Aspects);
        Assert.Equal([Aspect.Peak, Aspect.Counts("predictions")], predictions.Peak.Aspects);
        Assert.Throws<ArgumentOutOfRangeException>("x per click stream", () => Load.Of(1.PerSecond, 1.PerSecond, "click stream").Times(-1, "x"));
    }

    [Fact]
    public void Part_of_a_load_counts_the_same()
    {
        Load misses = Web.Part(20.Percent);
        Assert.Equal((20, 60, "requests"), (misses.Average.PerSecond, misses.Peak.PerSecond, misses.Counts));
    }

    /// <summary>Little: 115,741 requests a second x 0.2 s = 23,148 in flight.</summary>
    [Fact]
    public void Littles_law_counts_what_is_in_flight()
    {
        Load requests = Load.Of(57_870.PerSecond, 115_741.PerSecond, "requests");
        var inFlight = new InFlight { Requests = requests, Latency = 200.Milliseconds };
        Assert.Equal(23_148.2, inFlight.AtPeak.Value, 1e-6);
        Assert.Contains(Aspect.Counts("requests in flight"), inFlight.AtPeak.Aspects);
        Assert.Equal(["in flight at peak"], inFlight.Results.Select(result => result.Name));
        Assert.Empty(inFlight.Findings);
        Assert.Empty((inFlight with { Latency = 200.Milliseconds.Marked(Aspect.Mean) }).Findings);
        Assert.Throws<ArgumentOutOfRangeException>("latency", () => inFlight with { Latency = -1.Seconds });
        Assert.Throws<ArgumentNullException>("requests", () => inFlight with { Requests = null! });
    }

    [Fact]
    public void Percentile_in_littles_law_is_a_note()
    {
        var inFlight = new InFlight { Requests = Web, Latency = 200.Milliseconds.Marked(Aspect.Percentile(0.99)) };
        Finding finding = Assert.Single(inFlight.Findings);
        Assert.Equal((Severity.Note, FindingCodes.PercentileInLittlesLaw), (finding.Severity, finding.Code));
        Assert.Equal("In flight at most 60: an upper bound, because it takes the p99 of 200 ms for the mean.", finding.Message);
        Assert.Same(inFlight.AtPeak, finding.Subject);
    }

    [Fact]
    public void Funnel_multiplies_requests()
    {
        var funnel = new Funnel { Requests = Web, Retrieved = 1000, Ranked = 500, Shown = 20 };
        Assert.Equal((150_000, 300_000, 0.04), (funnel.PeakPredictions.PerSecond, funnel.PeakCandidates.PerSecond, funnel.ShownShare.Value));
        Assert.Equal((2_000, "impressions"), (funnel.Impressions.Average.PerSecond, funnel.Impressions.Counts));
        Assert.Equal(("predictions", "candidates"), (funnel.Predictions.Counts, funnel.Candidates.Counts));
        Assert.Equal(["ranked predictions at peak", "candidates retrieved at peak", "shown of ranked"], funnel.Results.Select(result => result.Name));
        Assert.Same(funnel.Predictions, funnel.Predictions);
    }

    [Fact]
    public void Funnel_that_widens_is_a_contradiction()
    {
        var funnel = new Funnel { Requests = Web, Retrieved = 100, Ranked = 500, Shown = 600 };
        EstimateException problem = Assert.Throws<EstimateException>(() => funnel.PeakPredictions);
        Assert.Equal(["500 candidates are ranked, but only 100 retrieved", "600 items are shown, but only 500 ranked"], problem.Contradictions);
        Assert.Equal(1, new Funnel { Requests = Web, Retrieved = 5, Ranked = 5, Shown = 5 }.ShownShare.Value);
        Assert.Throws<ArgumentOutOfRangeException>("candidates retrieved", () => funnel with { Retrieved = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("candidates ranked", () => funnel with { Ranked = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("items shown", () => funnel with { Shown = 0 });
        Assert.Throws<ArgumentNullException>("requests", () => funnel with { Requests = null! });
    }
}
