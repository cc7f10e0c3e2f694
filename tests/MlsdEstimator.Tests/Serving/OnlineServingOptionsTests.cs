namespace MlsdEstimator.Tests;

/// <summary>What a fleet has beyond replicas in zones: regions, variants, shadow traffic, spares, a day to follow, other tiers.</summary>
public class OnlineServingOptionsTests
{
    private static readonly OnlineServing Zoned = ServingExamples.Zoned; // 11.1 needed, 12 covered, 3 zones of which 1 may fail, at least 2 in each: 18

    [Theory] // 11.11 / pools, rounded up, over the 2 zones that remain, at least 2, in 3 zones of each
    [InlineData(2, 1, 18)]
    [InlineData(4, 1, 24)]
    [InlineData(1, 3, 18)]
    [InlineData(2, 3, 36)]
    public void Regions_and_variants_are_fleets_of_their_own(int regions, int variants, double bought)
    {
        OnlineServing serving = Zoned with { Regions = PoolRegion.Even(regions), Variants = variants };

        Assert.Equal(bought, serving.Bought.Value);
        Assert.Equal(11.1111, serving.Needed.Value, 4);
        Assert.Equal((Zoned with { Regions = PoolRegion.Even(regions * variants) }).Bought.Value, bought);
        Assert.Equal((Zoned with { Variants = regions * variants }).Bought.Value, bought);
    }

    [Fact]
    public void Minimum_of_many_fleets_is_said() =>
        Assert.Equal("24 bought over 3 zones, of which 1 may fail; the load asks for 12.", Assert.Single((Zoned with { Regions = PoolRegion.Even(4) }).Findings).Message); // 4 x ceiling(2.78)

    [Fact]
    public void Shadow_of_all_requests_doubles_the_work()
    {
        OnlineServing serving = Zoned with { Shadow = Fraction.One };

        Assert.Equal(36, serving.Bought.Value); // 22.2: 23 over 2 zones
        Assert.Equal(2 * Zoned.BusyHours.Value, serving.BusyHours.Value, 9);
        Assert.Equal(11.1111 * 1.05, (Zoned with { Shadow = 5.Percent }).Needed.Value, 3);
    }

    [Theory]
    [InlineData(0, 18)]
    [InlineData(2, 21)] // (12 + 2) / 2
    public void Spare_replicas_are_bought_besides_lost_zones(int spare, double bought) => Assert.Equal(bought, (Zoned with { Spare = spare }).Bought.Value);

    [Theory] // hours of max(2, ceiling(12 x level / 2)) x 3 zones over a sine day of peak 2, summed by hand for each lead
    [InlineData(0, 270, 0.5)]
    [InlineData(30, 276, 0.520833333333333)]
    [InlineData(75, 285, 0.551905863678589)]
    [InlineData(1800, 432, 1)]
    public void Autoscaling_pays_for_the_hours_that_run(int leadMinutes, double hours, double level)
    {
        OnlineServing serving = Zoned with
        {
            ReplicaPrice = 2.DollarsPerHour,
            Autoscaling = new Autoscaling { Reaction = (leadMinutes / 3.0).Minutes, ColdStart = (leadMinutes * 2 / 3.0).Minutes },
        };

        Assert.Equal(18, serving.Bought.Value);
        Assert.Equal(hours, serving.RunningHours.Value, 6);
        Assert.Equal(hours / 24 * 2, serving.Cost!.DollarsPerHour, 6);
        Assert.Equal(11.11111111 * level * 3 / 2 * 2, serving.UnroundedCost!.DollarsPerHour, 6);
        Assert.Equal(432, serving.ProvisionedHours.Value);
        Assert.Contains("running replica-hours per day", serving.Results.Select(result => result.Name));
    }

    /// <summary>Nothing comes all day: two replicas in each of three zones run around the clock.</summary>
    [Fact]
    public void Autoscaling_of_a_fleet_without_requests_keeps_the_minimum()
    {
        OnlineServing idle = Zoned with { Requests = Load.Of(Rate.Zero, Rate.Zero, "requests"), Autoscaling = new Autoscaling { Reaction = 2.Minutes, ColdStart = 5.Minutes }, ReplicaPrice = 40.DollarsPerDay };
        Assert.Equal(6 * 24, idle.RunningHours.Value, 9);
        Assert.Equal(240, idle.Cost!.DollarsPerDay, 9);
        Assert.Equal(0, idle.UnroundedCost!.DollarsPerDay, 9);
    }

    [Fact]
    public void Autoscaling_follows_a_day_that_was_measured()
    {
        double[] night = [.. Enumerable.Repeat(1.0, 23), 100];
        OnlineServing serving = Zoned with { Autoscaling = new Autoscaling { Reaction = Duration.Zero, ColdStart = Duration.Zero, Day = DiurnalCurve.Measured(night) } };

        Assert.Equal(3 * (23 * 2 + 6), serving.RunningHours.Value, 9);
        Assert.Equal(432, Zoned.RunningHours.Value);
    }

    [Fact]
    public void Latency_of_a_measured_capacity_is_promised()
    {
        Assert.Equal("p99 response within 80 ms", Zoned.PromisedLatency!.ToString());
        Assert.Null((Zoned with { Replica = Capacity.StepTime(10.Milliseconds, 1, 60.Percent) }).PromisedLatency);
    }

    [Fact]
    public void Other_tiers_are_listed_priced_and_parts_of_the_sheet()
    {
        var gateway = new CpuTier { Title = "Gateway", Requests = Zoned.Requests, CpuTimePerRequest = 1.Milliseconds, CoresPerMachine = 4, Utilisation = 50.Percent, MachinePrice = 1.DollarsPerHour };
        OnlineServing serving = Zoned with { ReplicaPrice = 2.DollarsPerHour, OtherTiers = [new("gateway", gateway), new("retrieval", null)] };

        Assert.Equal(36, serving.Cost!.DollarsPerHour, 9);
        Assert.Equal(37, serving.WholeCost!.DollarsPerHour, 9); // 2 cores busy of 4 at 50 %
        Assert.Equal(37, new Worksheet("design") { Serve = [serving, gateway] }.Cost.DollarsPerHour, 9);
        Finding missing = Assert.Single(serving.Findings, finding => finding.Code == FindingCodes.TierNotEstimated);
        Assert.Equal((Severity.Note, "Not estimated: retrieval. 'OnlineServing' costs more by these; give OtherTiers their estimates, or leave out those that are not needed."), (missing.Severity, missing.Message));
        Assert.Same(serving.Cost, missing.Subject);
    }

    [Fact]
    public void Tiers_nobody_mentioned_are_a_finding()
    {
        var plain = new OnlineServing { Requests = Zoned.Requests, Replica = Zoned.Replica, Zones = 1, ZonesToSurvive = 0, MinimumPerZone = 1 };
        Assert.StartsWith("Not estimated: gateway, feature store, retrieval, network.", Assert.Single(plain.Findings).Message, StringComparison.Ordinal);
        Assert.Equal(FindingCodes.TierNotEstimated, Assert.Single((plain with { Replica = ServingExamples.Impossible }).Findings).Code);
        Assert.Empty((plain with { OtherTiers = [] }).Findings);
        Assert.Null(plain.WholeCost);
        Assert.Null(plain.UnroundedCost);
    }

    [Fact]
    public void Power_is_that_of_the_replicas_that_run()
    {
        Assert.Null(Zoned.PowerDrawn);
        Assert.Equal(18 * 700, (Zoned with { ReplicaPower = 700.Watts }).PowerDrawn!.Watts, 9);
    }

    [Fact]
    public void Inputs_out_of_range_are_refused_by_name()
    {
        Assert.Equal("regions", Assert.Throws<ArgumentNullException>(() => Zoned with { Regions = null! }).ParamName);
        Assert.Equal("count", Assert.Throws<ArgumentOutOfRangeException>(() => PoolRegion.Even(0)).ParamName);
        Assert.Equal("regions to survive", Assert.Throws<ArgumentOutOfRangeException>(() => Zoned with { RegionsToSurvive = -1 }).ParamName);
        Assert.Equal("variants of the model", Assert.Throws<ArgumentOutOfRangeException>(() => Zoned with { Variants = 1.5 }).ParamName);
        Assert.Equal("spare replicas", Assert.Throws<ArgumentOutOfRangeException>(() => Zoned with { Spare = -1 }).ParamName);
        Assert.Equal("replica power", Assert.Throws<ArgumentOutOfRangeException>(() => Zoned with { ReplicaPower = (-1).Watts }).ParamName);
        Assert.Equal("other tiers", Assert.Throws<ArgumentNullException>(() => Zoned with { OtherTiers = null! }).ParamName);
        Assert.Equal("other tiers", Assert.Throws<ArgumentNullException>(() => Zoned with { OtherTiers = [null!] }).ParamName);
        Assert.Equal("name of tier", Assert.Throws<ArgumentException>(() => new OtherTier(" ", null)).ParamName);
        Assert.Equal("cold start", Assert.Throws<ArgumentOutOfRangeException>(() => new Autoscaling { Reaction = Duration.Zero, ColdStart = (-1).Seconds }).ParamName);
        Assert.Equal("reaction of the autoscaler", Assert.Throws<ArgumentOutOfRangeException>(() => new Autoscaling { Reaction = (-1).Seconds, ColdStart = Duration.Zero }).ParamName);
    }
}
