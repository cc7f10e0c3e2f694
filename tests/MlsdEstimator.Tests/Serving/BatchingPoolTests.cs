namespace MlsdEstimator.Tests;

/// <summary>Pools whose servers work in batches, alone, in a path, and over regions. The rates at which one instance keeps its SLO are confirmed by simulated events.</summary>
public class BatchingPoolTests
{
    private static readonly BatchedService Sixteen = new() { PerItem = 0.5.Milliseconds, PerBatch = 2.Milliseconds, MostPerBatch = 16, Variability = 0.1 };

    private static readonly ServerPool Pool = new()
    {
        Requests = Load.Of(5_000.PerSecond, 12_000.PerSecond, "requests"),
        Batches = Sixteen,
        Target = ServiceLevel.Response(0.99, within: 25.Milliseconds),
        Zones = 3,
        ZonesToSurvive = 1,
        MachinePrice = 2.DollarsPerHour,
    };

    private static readonly LatencyPath Path = new()
    {
        Stages = LatencyStage.Sequence(LatencyStage.Of("gateway", LatencyProfile.Constant(20.Milliseconds)), LatencyStage.Of("rank", LatencyProfile.Constant(1.Milliseconds))),
        Slo = 45.Milliseconds,
        Target = 0.99,
    };

    /// <summary>At the rate of one instance, 1 % of 400,000 simulated requests is late.</summary>
    [Fact]
    public void Instance_carries_what_keeps_the_slo_as_simulated()
    {
        double rate = 12_000 / Pool.ServersNeeded.Value;
        Assert.InRange(rate, 1_300, 1_450);
        var events = new EventQueue(41);
        double spread = Math.Sqrt(Math.Log(1.1));
        double Factor() => Math.Exp(spread * Math.Sqrt(2 * events.Exponential(1)) * Math.Cos(2 * Math.PI * Math.Exp(-events.Exponential(1))) - spread * spread / 2);
        double[] simulated = events.BatchResponses(rate / 1000, 0.5, 2, 16, 400_000, Factor);
        Assert.Equal(0.01, simulated.Count(response => response > 25) / 4e5, 1.5e-3);
    }

    /// <summary>A search over loads buys the pool anew at each: chains of batches are solved at the first only.</summary>
    [Fact]
    public void Pools_under_other_loads_share_what_an_instance_carries()
    {
        IFunction RateIn(ServerPool pool) => Assert.Single(GraphWalk.OperandsFirst([pool.ServersNeeded.Node]).OfType<FunctionNode>()).Function;
        ServerPool busier = Pool with { Requests = Load.Of(6_000.PerSecond, 14_000.PerSecond, "requests") };
        Assert.Same(RateIn(Pool), RateIn(busier));
        Assert.Equal(14.0 / 12, busier.ServersNeeded.Value / Pool.ServersNeeded.Value, 1e-12);
        Assert.NotEqual(RateIn(Pool), RateIn(Pool with { Target = ServiceLevel.Response(0.95, within: 25.Milliseconds) }));
        Assert.Equal(RateIn(Pool), RateIn(Pool with { Batches = Sixteen with { PerItem = 0.4.Milliseconds } }));
    }

    [Fact]
    public void Machines_batch_and_head_room_follow()
    {
        Assert.Equal(7.5, Pool.OfferedLoad.Value, 1e-12);
        Assert.Equal(15, Pool.Bought.Value);
        Assert.Equal(0.5, Pool.Utilisation.Value, 1e-12);
        Assert.Equal(0.75, Pool.UtilisationAfterLoss.Value, 1e-12);
        Assert.Equal(0.8 / 0.75, Pool.HeadRoomToKnee.Value, 1e-12);
        Assert.Equal(new GreedyBatching { Arrivals = 1_200.PerSecond, PerItem = 0.5.Milliseconds, PerBatch = 2.Milliseconds, MostPerBatch = 16 }.MeanBatch.Value, Pool.MeanBatch!.Value);
        Assert.InRange(Pool.InTime.Value, 0.999, 0.9999);
        Assert.Equal(Pool.InTime.Value, Pool.Response.Within(25.Milliseconds).Value, 1e-9);
        Assert.True(Pool.Response.IncludesWaiting);
        Assert.Equal(
            ["offered load", "servers needed", "machines needed", "machines bought", "batch that forms", "utilisation at peak", "utilisation at peak after losses", "head-room to the knee", "requests in time after losses", "pool cost"],
            Pool.Results.Select(result => result.Name));
        Assert.Equal(
            [
                "Batches of 6.02 form, not of 16: throughput and cost per item at this load are those of the batch that forms.",
                "15 bought over 3 zones, of which 1 may fail, 0 of them spare; the load asks for 9.",
            ],
            Pool.Findings.Select(finding => finding.Message));
    }

    /// <summary>A gateway that always takes 20 of 45 ms leaves 25.</summary>
    [Fact]
    public void Path_counts_its_other_stages()
    {
        ServerPool inPath = Pool with { Target = null, Path = Path, Stage = "rank" };
        Assert.Equal(Pool.ServersNeeded.Value, inPath.ServersNeeded.Value, 1e-4 * Pool.ServersNeeded.Value);
        Assert.Equal(Pool.InTime.Value, inPath.InTime.Value, 1e-6);
        Assert.True((inPath with { Path = Path with { Slo = 40.Milliseconds } }).ServersNeeded.Value > 1.05 * inPath.ServersNeeded.Value);
    }

    [Fact]
    public void Limit_below_a_lone_request_has_no_servers_but_a_finding()
    {
        ServerPool pool = Pool with { Target = ServiceLevel.Response(0.99, within: 4.Milliseconds) };
        Assert.False(pool.Bought.IsFeasible);
        Finding finding = Assert.Single(pool.Findings);
        Assert.Equal((Severity.Error, FindingCodes.Infeasible), (finding.Severity, finding.Code));
        Assert.Equal("No number of servers keeps the p99 of the stage within 4 ms: without any wait it is 4.89 ms. Make a stage faster or steadier, or relax the limit.", finding.Message);
    }

    [Fact]
    public void Generous_limit_ends_below_the_capacity_and_warns_beyond_the_knee()
    {
        ServerPool pool = Pool with { Target = ServiceLevel.Response(0.99, within: 10.Seconds), Zones = 1, ZonesToSurvive = 0 };
        Assert.InRange(pool.ServersNeeded.Value, 7.5, 7.5 / 0.98);
        Assert.Equal(8, pool.Bought.Value);
        Assert.StartsWith("After the losses it survives the pool carries 93.8% of its capacity at peak, in batches of ", pool.Findings[0].Message, StringComparison.Ordinal);
        Assert.Equal(13, (pool with { MostUtilisation = 60.Percent }).Bought.Value);
    }

    [Fact]
    public void What_cannot_all_be_true_is_refused()
    {
        Contradicts("give either the Service of one request or the Batches", Pool with { Service = LatencyProfile.Exponential(1.Milliseconds) });
        Contradicts("give either the Service of one request or the Batches", Pool with { Batches = null });
        Contradicts("give the Target for the response", Pool with { Target = ServiceLevel.Wait(0.99, 5.Milliseconds) });
        Contradicts("leave ArrivalScv out", Pool with { ArrivalScv = 2 });

        static void Contradicts(string expected, ServerPool pool) => Assert.Contains(expected, Assert.Throws<EstimateException>(() => pool.Bought).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Regions_are_sized_for_their_own_peak_and_for_the_lost()
    {
        var everywhere = new RegionalPools
        {
            Pool = Pool,
            Regions = [new("us", 50.Percent), new("eu", 30.Percent) { PeakFactor = 3 }, new("asia", 20.Percent)],
            RegionsToSurvive = 1,
        };
        Assert.Equal(["us", "eu", "asia"], everywhere.Pools.Select(pool => pool.Title));
        double[] peaks = [12_000 * 0.5 / 0.7, 5_000 * 0.3 * 3 / 0.5, 12_000 * 0.2 / 0.5];
        Assert.All(everywhere.Pools.Zip(peaks), pair => Assert.Equal(pair.Second, pair.First.Requests.Peak.PerSecond, 1e-6));
        Assert.Equal([12.0, 12, 6], everywhere.Pools.Select(pool => pool.Bought.Value));
        Assert.Equal((30.0, 15.0), (everywhere.Bought.Value, everywhere.BoughtAsOne.Value));
        Assert.Equal(60.DollarsPerHour, everywhere.Cost);
        Assert.Equal(3, everywhere.Tiers.Count);
        Assert.Equal("3 regions need 30 machines where one pool would need 15: each has its own peak, its own spare machines, and room for the load of 1 lost.", everywhere.Findings[^1].Message);
        Assert.StartsWith("us: Batches of ", everywhere.Findings[0].Message, StringComparison.Ordinal);
        Assert.Equal(["machines bought, us", "machines bought, eu", "machines bought, asia", "machines bought, all regions", "machines bought as one pool", "cost, all regions"], everywhere.Results.Select(result => result.Name));
    }

    [Fact]
    public void One_region_is_one_pool()
    {
        var alone = new RegionalPools { Pool = Pool, Regions = [new("us", 100.Percent)], RegionsToSurvive = 0 };
        Assert.Equal(Pool.Bought.Value, alone.Bought.Value);
        Assert.DoesNotContain(alone.Findings, finding => finding.Message.Contains("one pool", StringComparison.Ordinal));
    }

    [Fact]
    public void Regions_that_do_not_add_up_are_refused()
    {
        RegionalPools two = new() { Pool = Pool, Regions = [new("us", 60.Percent), new("eu", 40.Percent)], RegionsToSurvive = 0 };
        Contradicts("sum to 90 %, not to 100 %", two with { Regions = [new("us", 50.Percent), new("eu", 40.Percent)] });
        Contradicts("2 of 2 regions may be lost", two with { RegionsToSurvive = 2 });
        Contradicts("two regions have the same name", two with { Regions = [new("us", 60.Percent), new("us", 40.Percent)] });
        Assert.Throws<ArgumentException>(() => two with { Regions = [] });
        Assert.Equal("peak factor of a region", Assert.Throws<ArgumentOutOfRangeException>(() => new PoolRegion("us", 1.Percent) { PeakFactor = 0.5 }).ParamName);
        Assert.Throws<ArgumentException>(() => new PoolRegion(" ", 1.Percent));

        static void Contradicts(string expected, RegionalPools pools) => Assert.Contains(expected, Assert.Throws<EstimateException>(() => pools.Bought).Message, StringComparison.Ordinal);
    }
}
