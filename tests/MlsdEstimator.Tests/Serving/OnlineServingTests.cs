namespace MlsdEstimator.Tests;

public class OnlineServingTests
{
    private static readonly OnlineServing Zoned = ServingExamples.Zoned;

    [Fact]
    public void Bought_over_three_zones_of_which_one_may_fail_is_18() // 2000 / 180 = 11.1; per zone ceiling(11.1 / 2) = 6
    {
        Assert.Equal(11.1111, Zoned.Needed.Value, 4);
        Assert.Equal(18, Zoned.Bought.Value);
        Assert.True(Zoned.Bought.IsCertain);
        Assert.Equal("need 11.1, bought 18", Zoned.Purchase.ToString());
        Assert.Equal(0.9, Zoned.Confidence);
    }

    [Fact]
    public void Bought_to_survive_one_of_three_zones_is_half_more() // static stability, AWS Builders' Library: 9000/s over 3 zones is 4500 a zone
    {
        OnlineServing serving = Zoned with { Requests = Load.Of(9000.PerSecond, 9000.PerSecond, "requests"), Replica = Capacity.Measured(1.PerSecond, 0.99, 1.Seconds) };
        Assert.Equal(13_500, serving.Bought.Value);
    }

    [Fact]
    public void Bought_forgives_rounding_noise() // 700 x 0.03 / 0.7 is 30; IEEE arithmetic gives 30.000000000000004
    {
        var load = Load.Of(700.PerSecond, 700.PerSecond, "requests");
        Assert.Equal(30, ServingExamples.OneZone(load, Capacity.StepTime(30.Milliseconds, 1, 70.Percent)).Bought.Value);
    }

    [Fact]
    public void Hours_and_utilisation_read_the_average() // 1000 / 180 = 5.556 busy of 18
    {
        Assert.Equal(133.33, Zoned.BusyHours.Value, 2);
        Assert.Equal(432, Zoned.ProvisionedHours.Value);
        Assert.Equal(0.308642, Zoned.Utilisation.Value, 6);
        Assert.Equal("30.9%", Zoned.Utilisation.ToString());
    }

    [Fact]
    public void Cost_is_bought_times_price()
    {
        OnlineServing priced = Zoned with { ReplicaPrice = 2.DollarsPerHour };

        Assert.Equal(36, priced.Cost!.DollarsPerHour, 9);
        Assert.Equal(10, priced.CostPerMillion!.Dollars, 9); // $36 for 3.6M requests
    }

    [Fact]
    public void Results_are_named_and_in_order_with_and_without_a_price()
    {
        string[] always = ["replicas needed", "replicas bought", "busy replica-hours per day", "provisioned replica-hours per day", "utilisation at average"];

        Assert.Equal(always, Zoned.Results.Select(result => result.Name));
        Assert.Null(Zoned.Cost);
        Assert.Null(Zoned.CostPerMillion);
        Assert.Equal([.. always, "online cost", "cost per million requests"], (Zoned with { ReplicaPrice = 1.DollarsPerHour }).Results.Select(result => result.Name));
    }

    [Fact]
    public void Tier_is_the_purchase()
    {
        OnlineServing serving = Zoned with { Title = "Ranker", ReplicaName = "L4", ReplicaPrice = 1.DollarsPerHour };
        Assert.Equal(new Tier("Ranker", "L4", serving.Purchase, serving.Cost), Assert.Single(serving.Tiers));
        Assert.Equal("replica", Zoned.Tiers[0].Machine);
    }

    [Fact]
    public void Zones_beyond_the_load_are_said()
    {
        Finding finding = Assert.Single(Zoned.Findings);
        Assert.Equal((Severity.Note, FindingCodes.MinimumDecides), (finding.Severity, finding.Code));
        Assert.Equal("18 bought over 3 zones, of which 1 may fail; the load asks for 12.", finding.Message);
        Assert.Same(Zoned.Bought, finding.Subject);
    }

    [Fact]
    public void Minimum_that_decides_is_said()
    {
        OnlineServing small = Zoned with { Requests = Load.Of(10.PerSecond, 200.PerSecond, "requests") };

        Assert.Equal(6, small.Bought.Value);
        Finding finding = Assert.Single(small.Findings);
        Assert.Equal((Severity.Note, FindingCodes.MinimumDecides), (finding.Severity, finding.Code));
        Assert.Equal("6 bought because each of 3 zones has at least 2; the load asks for 2.", finding.Message);
    }

    [Fact]
    public void Minimum_that_the_load_just_reaches_is_not_said() // 720 / 180 = 4 over 2 remaining zones: 2 a zone, as the minimum
    {
        OnlineServing serving = Zoned with { Requests = Load.Of(10.PerSecond, 720.PerSecond, "requests") };
        Assert.Equal("6 bought over 3 zones, of which 1 may fail; the load asks for 4.", Assert.Single(serving.Findings).Message);
    }

    [Fact]
    public void Findings_of_a_plain_fleet_are_none() =>
        Assert.Empty((Zoned with { Zones = 1, ZonesToSurvive = 0, MinimumPerZone = 1 }).Findings);

    [Fact]
    public void Load_and_capacity_that_count_different_things_are_a_warning()
    {
        OnlineServing serving = ServingExamples.OneZone(Load.Of(1.PerSecond, 2.PerSecond, "predictions"), Capacity.Measured(180.PerSecond, 0.99, 80.Milliseconds));

        Finding finding = Assert.Single(serving.Findings);
        Assert.Equal((Severity.Warning, FindingCodes.CountsDiffer), (finding.Severity, finding.Code));
        Assert.Equal("A load of predictions is divided by a capacity in requests; convert the load with Times, or give the capacity in predictions.", finding.Message);
    }

    [Fact]
    public void Capacity_of_the_model_alone_is_a_lower_bound_and_marked()
    {
        var capacity = Capacity.FlopConvention(312.TeraflopsPerSecond, 20.Percent, 60.Percent, 10.Gigaflops);
        OnlineServing serving = ServingExamples.OneZone(Load.Of(57_870.PerSecond, 115_741.PerSecond, "requests"), capacity) with { ReplicaName = "A100" };

        Finding finding = Assert.Single(serving.Findings);
        Assert.Equal((Severity.Warning, FindingCodes.ModelOnly), (finding.Severity, finding.Code));
        Assert.Equal("31 x A100, model only: a lower bound; fetching features, retrieval, serialisation and waiting come on top.", finding.Message);
        IQuantity[] machines = [serving.Needed, serving.Bought, serving.BusyHours, serving.ProvisionedHours];
        Assert.All(machines, result => Assert.Contains(Aspect.ModelOnly, result.Aspects));
        Assert.All(Zoned.Results, result => Assert.DoesNotContain(Aspect.ModelOnly, result.Aspects));
    }

    [Fact]
    public void Results_say_what_they_count()
    {
        Assert.Contains(Aspect.Counts("replicas"), Zoned.Needed.Aspects);
        Assert.Contains(Aspect.Counts("replicas"), Zoned.Bought.Aspects);
        Assert.Contains(Aspect.Counts("replica-hours"), Zoned.BusyHours.Aspects);
        Assert.Contains(Aspect.Counts("replica-hours"), Zoned.ProvisionedHours.Aspects);
    }

    [Fact]
    public void Uncertain_need_buys_what_the_confidence_covers() // peak 1,000 to 4,000, best 2,000: the 95 % point of the need is 4000 / 180 = 22.2
    {
        Rate peak = 1000.PerSecond.To(4000.PerSecond, 2000.PerSecond);
        OnlineServing serving = ServingExamples.OneZone(Load.Of(500.PerSecond, peak, "requests"), Capacity.Measured(180.PerSecond, 0.99, 80.Milliseconds)) with { Confidence = 0.95 };

        Assert.Equal(11.1111, serving.Needed.Value, 4);
        Assert.Equal(23, serving.Bought.Value);
        Assert.Equal(12, (serving with { Confidence = 0.5 }).Bought.Value);
        Assert.Equal(0.043, serving.Purchase.Shortfall.True.Value, 0.01); // beyond 23 x 180 = 4,140
        Finding finding = Assert.Single(serving.Findings);
        Assert.Equal((Severity.Note, FindingCodes.ShortfallPossible), (finding.Severity, finding.Code));
        Assert.Equal("23 bought cover 95% of the belief about the need with 0 of 1 zones lost; in the rest more is needed.", finding.Message);
    }

    [Fact]
    public void Shortfall_that_the_minimum_excludes_is_not_said()
    {
        OnlineServing serving = Zoned with { Requests = Load.Of(1.PerSecond, 10.PerSecond.To(20.PerSecond), "requests"), MinimumPerZone = 9 };
        Assert.Equal([FindingCodes.MinimumDecides], serving.Findings.Select(finding => finding.Code));
    }

    [Fact]
    public void Replica_that_cannot_be_makes_the_fleet_infeasible()
    {
        OnlineServing serving = Zoned with { Replica = ServingExamples.Impossible };

        Assert.False(serving.Bought.IsFeasible);
        Assert.Empty(serving.Findings);
        Assert.Contains("the device does not exist", Assert.Throws<EstimateException>(() => serving.Bought.Value).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Zones_that_all_fail_are_a_contradiction()
    {
        OnlineServing serving = Zoned with { ZonesToSurvive = 3 };
        var error = Assert.Throws<EstimateException>(() => serving.Bought);
        Assert.Equal("The inputs of 'OnlineServing' contradict each other: 3 of 3 zones may fail, which leaves none; survive fewer zones or buy more", error.Message);
        Assert.Equal(36, (Zoned with { ZonesToSurvive = 2 }).Bought.Value);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1.5)]
    public void Decisions_that_are_no_whole_positive_number_are_refused(double number)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Zoned with { Zones = number });
        Assert.Equal(FormattableString.Invariant($"'zones' is {number}, but must be a whole number of at least 1, and certain: it is a decision. (Parameter 'zones')"), error.Message);
        Assert.Equal("minimum per zone", Assert.Throws<ArgumentOutOfRangeException>(() => Zoned with { MinimumPerZone = number }).ParamName);
    }

    [Fact]
    public void Decisions_that_are_ranges_or_negative_are_refused()
    {
        Assert.Equal("zones", Assert.Throws<ArgumentOutOfRangeException>(() => Zoned with { Zones = (2, 4, 8) }).ParamName);
        Assert.Equal("zones to survive", Assert.Throws<ArgumentOutOfRangeException>(() => Zoned with { ZonesToSurvive = -1 }).ParamName);
        Assert.Equal("zones to survive", Assert.Throws<ArgumentOutOfRangeException>(() => Zoned with { ZonesToSurvive = Quantity.Infeasible<Scalar>("none") }).ParamName);
        Assert.Equal("confidence", Assert.Throws<ArgumentOutOfRangeException>(() => Zoned with { Confidence = 1 }).ParamName);
        Assert.Equal("replica price", Assert.Throws<ArgumentOutOfRangeException>(() => Zoned with { ReplicaPrice = (-1).DollarsPerHour }).ParamName);
    }

    [Fact]
    public void Inputs_that_are_null_or_empty_are_refused()
    {
        Assert.Equal("requests", Assert.Throws<ArgumentNullException>(() => Zoned with { Requests = null! }).ParamName);
        Assert.Equal("replica", Assert.Throws<ArgumentNullException>(() => Zoned with { Replica = null! }).ParamName);
        Assert.Equal("zones", Assert.Throws<ArgumentNullException>(() => Zoned with { Zones = null! }).ParamName);
        Assert.Equal("replica name", Assert.Throws<ArgumentException>(() => Zoned with { ReplicaName = " " }).ParamName);
        Assert.Null((Zoned with { ReplicaPrice = null }).Cost);
    }
}
