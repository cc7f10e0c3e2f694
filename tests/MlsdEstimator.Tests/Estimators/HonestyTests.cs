namespace MlsdEstimator.Tests;

/// <summary>No plausible number from an impossible input, and no total that hides something.</summary>
public class HonestyTests
{
    private static OnlineServing Fleet => new()
    {
        Title = "Fleet",
        Requests = Load.Of(1000.PerSecond, 2000.PerSecond, "requests"),
        Replica = Capacity.Measured(180.PerSecond, 0.99, 80.Milliseconds),
        Zones = 3,
        ZonesToSurvive = 1,
        MinimumPerZone = 2,
        ReplicaPrice = 100.DollarsPerMonth,
    };

    [Fact]
    public void Worksheet_inside_a_worksheet_is_counted_once()
    {
        var inner = new Worksheet("inner") { Serve = [Fleet] };
        var outer = new Worksheet("outer") { Serve = [inner] };
        Assert.Equal(1800, inner.Cost.DollarsPerMonth, 6); // 18 replicas
        Assert.Equal(1800, outer.Cost.DollarsPerMonth, 6);
        Assert.Equal(inner.Results.Count, outer.Results.Count);
        Assert.Single(outer.Tiers);
    }

    [Fact]
    public void Tier_without_a_price_is_named()
    {
        Finding finding = Assert.Single(new Worksheet("w") { Serve = [Fleet with { ReplicaPrice = null }] }.Findings, finding => finding.Code == FindingCodes.TierWithoutPrice);
        Assert.Equal("No price is given for 'Fleet': the total is too low by what they cost.", finding.Message);
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.DoesNotContain(new Worksheet("w") { Serve = [Fleet] }.Findings, finding => finding.Code == FindingCodes.TierWithoutPrice);
    }

    [Fact]
    public void Two_results_of_one_path_are_refused()
    {
        var sheet = new Worksheet("w") { Serve = [Fleet, Fleet with { Zones = 4 }] };
        Assert.Contains("estimators titles of their own", Assert.Throws<ArgumentException>(() => sheet["Fleet / replicas bought"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Funnel_scores_no_more_than_it_retrieved()
    {
        var funnel = new Funnel { Requests = Load.Of(1.PerSecond, 1.PerSecond, "requests"), Retrieved = (300, 1000, 2000), Ranked = (100, 500, 1500), Shown = 20 };
        Assert.Equal(0, (funnel.Scored > funnel.Retrieved).Probability().True.Value);
        Assert.Equal(500, funnel.Scored.Value);
        Assert.True((funnel.Ranked > funnel.Retrieved).Probability().True.Value > 0.2);
        Funnel sure = funnel with { Ranked = 100 };
        Assert.Same(sure.Ranked, (sure with { Retrieved = 200 }).Scored);
    }

    [Fact]
    public void Peak_below_its_average_is_infeasible_in_those_draws()
    {
        Load load = Load.Of(100.PerSecond.To(400.PerSecond), 150.PerSecond.To(600.PerSecond), "requests");
        Assert.InRange(load.Peak.Simulate().ProbabilityInfeasible.Value, 0.2, 0.4);
        Assert.True(load.Peak.IsFeasible);
        Rate average = 100.PerSecond.To(400.PerSecond).Named("average");
        Assert.Equal(0, Load.Of(average, average * 2, "requests").Peak.Simulate().ProbabilityInfeasible.Value);
    }

    [Fact]
    public void Tail_below_the_median_is_infeasible_in_those_draws()
    {
        LatencyProfile stage = LatencyProfile.LogNormal(4.Milliseconds.To(60.Milliseconds, best: 8.Milliseconds), 20.Milliseconds.To(60.Milliseconds, best: 40.Milliseconds));
        Assert.InRange(stage.Percentile(0.95).Simulate().ProbabilityInfeasible.Value, 0.05, 0.2);
        Assert.Equal(0, LatencyProfile.LogNormal(8.Milliseconds, 40.Milliseconds).Sigma.Simulate().ProbabilityInfeasible.Value);
    }

    [Theory]
    [InlineData("rows")]
    [InlineData("part")]
    public void Peak_rate_in_storage_is_found_behind_a_factor(string change)
    {
        Rate peak = 100.PerSecond.Marked(Aspect.Peak);
        Load load = Load.Of(peak, peak, "requests");
        var data = new RetainedData { Rows = change == "rows" ? load.Times(20, "rows") : load.Part(50.Percent), RowSize = 1.Bytes, Retention = 1.Days, Copies = 1 };
        Assert.Contains(data.Findings, finding => finding.Code == FindingCodes.PeakRateInStorage);
    }

    [Fact]
    public void Nobody_buys_less_than_nothing()
    {
        Assert.False(Scalar.FromNumber(-5.5).ProvisionFor().Bought.IsFeasible);
        Assert.Contains("nobody buys less than nothing", Assert.Throws<EstimateException>(() => Uncertain.Normal(-10, 1).AsScalar().ProvisionFor().Bought.Value).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Quantile_that_overflows_is_refused_and_never_infinite()
    {
        Assert.Contains("too large for a number", Assert.Throws<EstimateException>(() => Uncertain.LogNormal(1, 1e6).Quantile(0.99)).Message, StringComparison.Ordinal);
        Assert.Throws<EstimateException>(() => Uncertain.Range(1e-300, 1e300).Quantile(0.999_999_99));
    }

    [Fact]
    public void Null_aspect_and_null_formula_are_refused_where_they_are_given()
    {
        Assert.Throws<ArgumentNullException>(() => 1.Bytes.Marked([null!]));
        Assert.Contains("'a' in 'Broken' gives null", Assert.Throws<InvalidOperationException>(() => new Broken().A).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Estimator_reads_as_its_title_even_when_it_contradicts_itself()
    {
        var funnel = new Funnel { Requests = Load.Of(1.PerSecond, 1.PerSecond, "requests"), Retrieved = 10, Ranked = 500, Shown = 20 };
        Assert.Equal("Funnel", funnel.ToString());
    }

    [Fact]
    public void Index_laid_out_for_other_nodes_contradicts_its_serving()
    {
        var index = new VectorIndex { Items = 1.Million, Dimensions = 256, Layout = VectorLayout.OpenSearchHnsw(2.Bytes), Copies = 1, NodeMemory = 10.Gigabytes };
        var serving = new AnnServing { Queries = Load.Of(1.PerSecond, 1.PerSecond, "requests"), Node = Capacity.Measured(180.PerSecond, 0.99, 80.Milliseconds), Index = index, NodeMemory = 20.Gigabytes, MinimumReplicas = 1 };
        Assert.Contains("a node has 20 GB, but the index is laid out for nodes of 10 GB", Assert.Throws<EstimateException>(() => serving.Nodes).Message, StringComparison.Ordinal);
    }

    private sealed record Broken : Estimator
    {
        public Scalar A => Result<Scalar>("a", () => null!);

        public override IReadOnlyList<IQuantity> Results => [A];
    }
}
