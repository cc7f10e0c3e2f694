using FsCheck;
using FsCheck.Fluent;

namespace MlsdEstimator.Tests;

/// <summary>Online designs that serve from pools: replicas from step time and SLO, in one way. Values of the pools themselves: <see cref="ServerPoolTests"/>, <see cref="BatchingPoolTests"/>.</summary>
public class ServingFromPoolsTests
{
    /// <summary>M/M/c, 10 erlangs, 330 ms: 12 servers keep 94.7 %, 13 keep 95.8 %.</summary>
    private static readonly ServerPool Single = new()
    {
        Title = "Ranker",
        Requests = Load.Of(50.PerSecond, 100.PerSecond, "requests"),
        Service = LatencyProfile.Exponential(100.Milliseconds),
        Target = ServiceLevel.Response(0.95, 330.Milliseconds),
        MachineName = "L4",
        MachinePrice = 2.DollarsPerHour,
        Zones = 1,
        ZonesToSurvive = 0,
    };

    /// <summary>15 machines over three zones, 9 for the load.</summary>
    private static readonly ServerPool Batching = new()
    {
        Requests = Load.Of(5_000.PerSecond, 12_000.PerSecond, "requests"),
        Batches = new BatchedService { PerItem = 0.5.Milliseconds, PerBatch = 2.Milliseconds, MostPerBatch = 16, Variability = 0.1 },
        Target = ServiceLevel.Response(0.99, within: 25.Milliseconds),
        Zones = 3,
        ZonesToSurvive = 1,
        MachinePrice = 2.DollarsPerHour,
    };

    [Fact]
    public void Single_requests_buy_what_their_queue_needs()
    {
        OnlineServing serving = OnlineServing.From(Single) with { OtherTiers = [] };

        Assert.Equal(13, serving.Bought.Value);
        Assert.Equal(10, serving.Replica.Full.PerSecond, 9);
        Assert.Equal(5, serving.BusyHours.Value / 24, 6); // 50/s x 100 ms
        Assert.Equal(26, serving.Cost!.DollarsPerHour, 9);
        Assert.Equal(("Ranker", "L4"), (serving.Title, serving.Tiers[0].Machine));
        Assert.Equal("p95 response within 330 ms", serving.PromisedLatency!.ToString());
        Assert.Equal("keeps p95 response within 330 ms", serving.Replica.Basis);
        Assert.Equal(Single.InTime.Value, Assert.Single(serving.Pools).InTime.Value, 9);
        Assert.Equal(["utilisation at peak after losses", "head-room to the knee", "requests in time after losses"], serving.Results.Skip(5).Take(3).Select(result => result.Name));
    }

    [Fact]
    public void Batches_spare_and_zones_are_those_of_the_pool()
    {
        OnlineServing serving = OnlineServing.From(Batching with { Spare = 2, MinimumPerZone = 3 }) with { OtherTiers = [] };

        Assert.Equal(18, serving.Bought.Value); // 9 and 2 spare over 2 zones: 6 in each of 3
        Assert.Equal(2, serving.Spare!.Value);
        Assert.Equal(3, serving.MinimumPerZone.Value);
        Assert.Equal(1_600, serving.Replica.Full.PerSecond, 1e-9); // 16 / (2 + 8 ms)
        ServerPool pool = Assert.Single(serving.Pools);
        Assert.Equal(7.5 / 10, pool.UtilisationAfterLoss.Value, 1e-12); // 12 less 2 spare
        Assert.Contains("batch that forms", serving.Results.Select(result => result.Name));
        Assert.StartsWith("Batches of ", serving.Findings[0].Message, StringComparison.Ordinal);
        Assert.Equal("18 bought over 3 zones, of which 1 may fail, 2 of them spare, at least 3 in each; the load asks for 9.", pool.Findings[^1].Message);
        Assert.Equal(30, (Batching with { MinimumPerZone = 10 }).Bought.Value);
        Assert.Equal("minimum per zone", Assert.Throws<ArgumentOutOfRangeException>(() => Batching with { MinimumPerZone = 0 }).ParamName);
    }

    /// <summary>12, 12 and 6 machines: see <see cref="BatchingPoolTests"/>.</summary>
    [Fact]
    public void Regions_have_their_own_shares_peaks_and_room_for_the_lost()
    {
        var everywhere = new RegionalPools
        {
            Title = "Everywhere",
            Pool = Batching,
            Regions = [new("us", 50.Percent), new("eu", 30.Percent) { PeakFactor = 3 }, new("asia", 20.Percent)],
            RegionsToSurvive = 1,
        };
        OnlineServing serving = OnlineServing.From(everywhere) with { OtherTiers = [] };

        Assert.Equal(30, serving.Bought.Value);
        Assert.Equal(60, serving.Cost!.DollarsPerHour, 9);
        Assert.Equal(["us", "eu", "asia"], serving.Pools.Select(pool => pool.Title));
        Assert.Contains("batch that forms, eu", serving.Results.Select(result => result.Name));
        Assert.StartsWith("us: Batches of ", serving.Findings[0].Message, StringComparison.Ordinal);
        Assert.Equal("Everywhere", serving.Title);
    }

    [Fact]
    public void Regions_of_measured_replicas_are_sized_the_same_way() // peaks 2000 x .5 / .7 = 1429, 1000 x .3 x 3 / .5 = 1800, 2000 x .2 / .5 = 800; / 180 over 2 zones: 4, 5, 3
    {
        OnlineServing serving = ServingExamples.Zoned with
        {
            Regions = [new("us", 50.Percent), new("eu", 30.Percent) { PeakFactor = 3 }, new("asia", 20.Percent)],
            RegionsToSurvive = 1,
        };
        Assert.Equal(3 * (4 + 5 + 3), serving.Bought.Value);
        Assert.Equal((2000 * 0.5 / 0.7 + 1800 + 800) / 180, serving.Needed.Value, 1e-9);
        Assert.Empty(serving.Pools);
        Assert.Equal(1000 / 180.0 * 24, serving.BusyHours.Value, 1e-9);
    }

    [Fact]
    public void Regions_that_cannot_be_are_refused()
    {
        Refused("sum to 90 %, not to 100 %", ServingExamples.Zoned with { Regions = [new("us", 50.Percent), new("eu", 40.Percent)] });
        Refused("2 of 2 regions may be lost", ServingExamples.Zoned with { Regions = PoolRegion.Even(2), RegionsToSurvive = 2 });
        Refused("give Regions, or leave RegionsToSurvive out", ServingExamples.Zoned with { RegionsToSurvive = 1 });

        static void Refused(string expected, OnlineServing serving) => Assert.Contains(expected, Assert.Throws<EstimateException>(() => serving.Bought).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Path_is_promised_from_end_to_end()
    {
        var path = new LatencyPath
        {
            Stages = LatencyStage.Sequence(LatencyStage.Of("gateway", LatencyProfile.Constant(20.Milliseconds)), LatencyStage.Of("rank", LatencyProfile.Constant(1.Milliseconds))),
            Slo = 45.Milliseconds,
            Target = 0.99,
        };
        OnlineServing serving = OnlineServing.From(Batching with { Target = null, Path = path, Stage = "rank" });
        Assert.Equal(15, serving.Bought.Value);
        Assert.Equal("p99 response within 45 ms", serving.PromisedLatency!.ToString());
    }

    [Fact]
    public void Limit_that_no_number_keeps_is_an_error_and_no_number()
    {
        OnlineServing serving = OnlineServing.From(Batching with { Target = ServiceLevel.Response(0.99, within: 4.Milliseconds) }) with { OtherTiers = [] };
        Assert.False(serving.Bought.IsFeasible);
        Finding finding = Assert.Single(serving.Findings);
        Assert.Equal((Severity.Error, FindingCodes.Infeasible), (finding.Severity, finding.Code));
        Assert.False(serving.UnroundedCost!.IsFeasible);
    }

    [Fact]
    public void Nothing_to_serve_needs_the_minimum()
    {
        foreach (ServerPool pool in new[] { Single, Batching })
        {
            OnlineServing idle = OnlineServing.From(pool) with { Requests = Load.Of(Rate.Zero, Rate.Zero, "requests"), OtherTiers = [] };
            Assert.Equal(pool.Zones.Value, idle.Bought.Value);
            Assert.Equal(0, idle.UnroundedCost!.BaseValue);
            Assert.All(idle.Results.Where(result => result.Name!.StartsWith("requests in time", StringComparison.Ordinal)), result => Assert.InRange(result.BaseValue, 0.96, 1));
        }
    }

    /// <summary>At 30 of 100 requests/s: M/M/c needs 5 for 3 erlangs, where 0.3 x 13 would buy 4.</summary>
    [Fact]
    public void Head_room_of_a_queue_falls_slower_than_its_load()
    {
        double[] night = [.. Enumerable.Repeat(3.0, 12), .. Enumerable.Repeat(10.0, 12)];
        OnlineServing serving = OnlineServing.From(Single) with { Autoscaling = new Autoscaling { Reaction = Duration.Zero, ColdStart = Duration.Zero, Day = DiurnalCurve.Measured(night) } };
        ServerPool atNight = Single with { Requests = Load.Of(30.PerSecond, 30.PerSecond, "requests") };
        Assert.Equal(5, atNight.Bought.Value);
        Assert.Equal(12 * (13 + 5), serving.RunningHours.Value, 1e-9);
    }

    [Fact]
    public void What_is_missing_or_contradicts_is_refused()
    {
        Assert.Equal("pool", Assert.Throws<ArgumentNullException>(() => OnlineServing.From((ServerPool)null!)).ParamName);
        Assert.Equal("pools", Assert.Throws<ArgumentNullException>(() => OnlineServing.From((RegionalPools)null!)).ParamName);
        Assert.Throws<EstimateException>(() => OnlineServing.From(Single with { Service = null }));
    }

    [Fact]
    public void Serving_buys_what_its_pools_buy_for_any_pool() =>
        Prop.ForAll(Arb.From(from rate in AnyPositive.Decades(-1, 5) from zones in Gen.Choose(1, 4) from spare in Gen.Choose(0, 3) from regions in Gen.Choose(1, 4) from lost in Gen.Choose(0, regions - 1) select (rate, zones, spare, regions, lost)), drawn =>
        {
            ServerPool pool = Single with { Requests = Load.Of(drawn.rate.PerSecond, (2 * drawn.rate).PerSecond, "requests"), Zones = drawn.zones, ZonesToSurvive = drawn.zones - 1, Spare = drawn.spare };
            var everywhere = new RegionalPools { Pool = pool, Regions = PoolRegion.Even(drawn.regions), RegionsToSurvive = drawn.lost };
            return OnlineServing.From(pool).Bought.Value == pool.Bought.Value && OnlineServing.From(everywhere).Bought.Value == everywhere.Bought.Value;
        }).Check(AnyPositive.Laws);

    /// <summary>As if a replica always carried what it carries at the pool's own load.</summary>
    [Fact]
    public void Unrounded_cost_is_homogeneous_in_the_rate_and_is_that_of_the_need_for_any_pool() =>
        Prop.ForAll(Arb.From(from rate in AnyPositive.Decades(-1, 5) from factor in AnyPositive.Decades(0, 3) select (rate, factor)), drawn =>
        {
            OnlineServing serving = OnlineServing.From(Single with { Requests = Load.Of(drawn.rate.PerSecond, drawn.rate.PerSecond, "requests") }) with { OtherTiers = [] };
            OnlineServing grown = serving with { Requests = serving.Requests.Times(drawn.factor, "requests") };
            return Near(serving.UnroundedCost!.DollarsPerHour, serving.Needed.Value * 2) && Near(grown.UnroundedCost!.DollarsPerHour, serving.Needed.Value * 2 * drawn.factor);
        }).Check(AnyPositive.Laws);

    private static bool Near(double one, double other) => Math.Abs(one - other) <= 1e-9 * Math.Max(one, other);
}
