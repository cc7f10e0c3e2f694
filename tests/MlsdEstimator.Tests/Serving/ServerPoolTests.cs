namespace MlsdEstimator.Tests;

/// <summary>Servers for an SLO. Values: SciPy quadrature of service and wait with the continuous Erlang C, and a simulation of events.</summary>
public class ServerPoolTests
{
    private static readonly LatencyProfile Ranker = LatencyProfile.LogNormal(12.Milliseconds, 40.Milliseconds);

    private static readonly ServerPool Pool = new()
    {
        Requests = Load.Of(300.PerSecond, 900.PerSecond, "requests"),
        Service = Ranker,
        Target = ServiceLevel.Response(0.99, within: 60.Milliseconds),
        Zones = 1,
        ZonesToSurvive = 0,
    };

    [Fact]
    public void Servers_keep_the_percentile_of_wait_and_service()
    {
        Close(12.347687351386037, Pool.OfferedLoad, 1e-9);
        Close(13.292351013752004, Pool.ServersNeeded, 1e-4);
        Assert.Equal(14, Pool.Bought.Value);
        Assert.Equal(0.998089314806271, Pool.InTime.Value, 1e-5);
        Close(12.347687351386037 / 14, Pool.Utilisation.AsScalar(), 1e-9);
        Assert.Equal(Pool.Utilisation.Value, Pool.UtilisationAfterLoss.Value);
        Close(0.8 * 14 / 12.347687351386037, Pool.HeadRoomToKnee, 1e-9);
    }

    /// <summary>The need rises with the peak: the 90 % point of one belongs to the 90 % point of the other, 1,800 /s x exp(1.2816 x ln 2 / 1.6449) = 3,089 /s.</summary>
    [Fact]
    public void Uncertain_peak_buys_what_its_quantile_needs()
    {
        ServerPool uncertain = Pool with { Requests = Load.Of(300.PerSecond, 900.PerSecond.To(3600.PerSecond), "requests") };
        ServerPool atQuantile = Pool with { Requests = Load.Of(300.PerSecond, 3089.PerSecond, "requests") };
        Assert.Equal(atQuantile.Bought.Value, uncertain.Bought.Value);
        Assert.Equal(uncertain.Needed.ProvisionFor(0.9).Bought.Value, uncertain.Bought.Value); // drawn
        Assert.Equal((uncertain.Needed.ProvisionFor(0.99).Bought).Value, (uncertain with { Confidence = 0.99 }).Bought.Value);
        Assert.Contains("least whole number that covers 90% of the belief about", uncertain.Bought.Explain().ToString(), StringComparison.Ordinal);
    }

    /// <summary>A service of 6 to 24 ms is as uncertain as the peak: both together decide, and their 90 % points at once would be too many.</summary>
    [Fact]
    public void Uncertain_service_is_drawn_with_the_peak()
    {
        Load requests = Load.Of(300.PerSecond, 900.PerSecond.To(3600.PerSecond), "requests");
        ServerPool both = Pool with { Requests = requests, Service = LatencyProfile.Exponential(6.Milliseconds.To(24.Milliseconds)), Target = ServiceLevel.Response(0.99, within: 300.Milliseconds) };
        Assert.Equal(both.Needed.ProvisionFor(0.9).Bought.Value, both.Bought.Value);
        Assert.True(both.Bought.Value < (both with { Requests = Load.Of(300.PerSecond, 3089.PerSecond, "requests"), Service = LatencyProfile.Exponential(20.6.Milliseconds) }).Bought.Value);
    }

    [Fact]
    public void Burstier_arrivals_need_more_servers() => Close(14.939426342485687, (Pool with { ArrivalScv = 4 }).ServersNeeded, 1e-4);

    /// <summary>M/M/c, where the law is exact: 7.5 erlangs of 10 ms, p99 within 60 ms.</summary>
    [Fact]
    public void Exponential_service_needs_what_mmc_needs()
    {
        ServerPool pool = Pool with { Requests = Load.Of(750.PerSecond, 750.PerSecond, "requests"), Service = LatencyProfile.Exponential(10.Milliseconds) };
        Close(8.572392648885023, pool.ServersNeeded, 1e-4);
        Close(8.572392648885023, new Staffing { Arrivals = 750.PerSecond, Service = 10.Milliseconds, Target = pool.Target! }.Needed, 1e-6);
    }

    [Theory]
    [InlineData(5, 17.13918092540749)]
    [InlineData(0, 21.855883791910017)]
    public void Level_of_the_wait_leaves_the_service_out(double within, double servers) =>
        Close(servers, (Pool with { Target = ServiceLevel.Wait(0.99, within.Milliseconds) }).ServersNeeded, 1e-6);

    /// <summary>200,000 simulated requests with log-normal service at 14 servers: the exponential wait is an approximation there.</summary>
    [Fact]
    public void Requests_are_in_time_as_simulated()
    {
        var events = new EventQueue(21);
        double sigma = Math.Log(40.0 / 12) / 2.3263478740408408;
        double Service() => 0.012 * Math.Exp(sigma * Math.Sqrt(2 * events.Exponential(1)) * Math.Cos(2 * Math.PI * (1 - Math.Exp(-events.Exponential(1)))));
        SimulatedWaits run = events.Run(900, Service, 14, 200_000);
        double[] responses = [.. run.Waits.Select(wait => wait + Service()).Order()];
        Assert.Equal(Pool.InTime.Value, responses.Count(response => response <= 0.060) / 200_000.0, 1e-3);
        Assert.Equal(Pool.Response.P99.Seconds, responses[(int)(0.99 * responses.Length)], 0.05 * 0.045);
    }

    /// <summary>A gateway that always takes 20 ms leaves 60 of 80 ms.</summary>
    [Fact]
    public void Path_counts_its_other_stages()
    {
        ServerPool inPath = Pool with { Target = null, Path = Path(80), Stage = "rank" };
        Close(13.292351013752004, inPath.ServersNeeded, 1e-3);
        Assert.Equal(0.998089314806271, inPath.InTime.Value, 1e-4);
        Assert.True((inPath with { Path = Path(70) }).ServersNeeded.Value > 13.5);
    }

    [Fact]
    public void Machines_hold_servers_and_zones_may_fail()
    {
        ServerPool pool = Pool with { ServersPerMachine = 2, Zones = 3, ZonesToSurvive = 1, Spare = 2, MachinePrice = 1.DollarsPerHour, MachineName = "c7i.large" };
        Close(13.292351013752004 / 2, pool.Needed, 1e-4);
        Assert.Equal(15, pool.Bought.Value);                                    // 7 and 2 spare over 2 zones: 5 in each of 3
        Close(12.347687351386037 / 16, pool.UtilisationAfterLoss.AsScalar(), 1e-9);  // 10 less 2 spare, 2 servers each
        Close(12.347687351386037 / 30, pool.Utilisation.AsScalar(), 1e-9);
        Assert.Equal(0.9989768924393071, pool.InTime.Value, 1e-5);
        Assert.Equal(15.DollarsPerHour, pool.Cost);
        Tier tier = Assert.Single(pool.Tiers);
        Assert.Equal(("ServerPool", "c7i.large", pool.Purchase, pool.Cost), (tier.Name, tier.Machine, tier.Purchase, tier.Cost));
        Assert.Equal("15 bought over 3 zones, of which 1 may fail, 2 of them spare; the load asks for 7.", Assert.Single(pool.Findings).Message);
        Assert.Equal(["offered load", "servers needed", "machines needed", "machines bought", "utilisation at peak", "utilisation at peak after losses", "head-room to the knee", "requests in time after losses", "pool cost"], pool.Results.Select(result => result.Name));
    }

    [Fact]
    public void Highest_utilisation_decides_where_it_asks_for_more()
    {
        Close(12.347687351386037 / 0.6, (Pool with { MostUtilisation = 60.Percent }).ServersNeeded, 1e-9);
        Close(13.292351013752004, (Pool with { MostUtilisation = 99.Percent }).ServersNeeded, 1e-4);
    }

    [Fact]
    public void Limit_below_the_service_has_no_servers_but_a_finding()
    {
        ServerPool pool = Pool with { Target = ServiceLevel.Response(0.99, within: 39.Milliseconds) };
        Assert.False(pool.ServersNeeded.IsFeasible);
        Assert.False(pool.Bought.IsFeasible);
        Assert.Equal(4, pool.Results.Count);
        Finding finding = Assert.Single(pool.Findings);
        Assert.Equal((Severity.Error, FindingCodes.Infeasible), (finding.Severity, finding.Code));
        Assert.StartsWith("No number of servers keeps the p99 of the stage within 39 ms: without any wait it is 40 ms.", finding.Message, StringComparison.Ordinal);
        Assert.StartsWith("No number of servers keeps the p99 of the path within 50 ms", Assert.Single((Pool with { Target = null, Path = Path(50), Stage = "rank" }).Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Service_that_may_be_too_slow_is_named()
    {
        ServerPool pool = Pool with { Service = LatencyProfile.LogNormal(12.Milliseconds, (30, 45, 75) * Duration.Millisecond) };
        Assert.True(pool.ServersNeeded.IsFeasible);
        Assert.Contains("with 90% confidence", Assert.Single(pool.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ranges_of_load_are_covered_with_confidence()
    {
        ServerPool pool = Pool with { Requests = Load.Of(300.PerSecond, (600, 900, 1300) * 1.PerSecond, "requests") };
        Assert.InRange(pool.Bought.Value, 16, 20);
        Assert.InRange(pool.Purchase.Shortfall.True.Value, 0.02, 0.1);
        Assert.True(pool.Bought.IsCertain);
    }

    [Fact]
    public void Pool_beyond_its_knee_says_so()
    {
        ServerPool pool = Pool with { Requests = Load.Of(60.PerSecond, 60.PerSecond, "requests"), Target = ServiceLevel.Response(0.99, within: 400.Milliseconds), ServersPerMachine = 1 };
        Assert.Equal(1, pool.Bought.Value);
        Finding finding = Assert.Single(pool.Findings);
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.StartsWith("After the losses it survives the pool is 82.3% busy", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_all_be_true_is_refused()
    {
        Contradicts("already includes waiting", Pool with { Service = Ranker.MeasuredUnder(10.PerSecond) });
        Contradicts("give either the Service", Pool with { Service = null });
        Contradicts("give either the Target", Pool with { Target = null });
        Contradicts("give either the Target", Pool with { Path = Path(80), Stage = "rank" });
        Contradicts("a Path needs the name", Pool with { Target = null, Path = Path(80) });
        Contradicts("a Path needs the name", Pool with { Stage = "rank" });
        Contradicts("1 of 1 zones may fail", Pool with { ZonesToSurvive = 1 });
        Contradicts("share a load", Pool with { Target = null, Path = Path(80) with { CommonLoad = 30.Percent }, Stage = "rank" });
        Contradicts("not a step of the path's sequence", Pool with { Target = null, Path = Path(80).With("rank", stage => stage.FanOut(4)), Stage = "rank" });
        Assert.Throws<ArgumentException>(() => (Pool with { Target = null, Path = Path(80), Stage = "rnak" }).Bought);

        static void Contradicts(string expected, ServerPool pool) => Assert.Contains(expected, Assert.Throws<EstimateException>(() => pool.Bought).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_inputs_are_refused_by_name()
    {
        Refused("scv of arrivals", () => Pool with { ArrivalScv = -1 });
        Refused("highest utilisation", () => Pool with { MostUtilisation = Fraction.Zero });
        Refused("servers per machine", () => Pool with { ServersPerMachine = 0 });
        Refused("machine price", () => Pool with { MachinePrice = (-1).DollarsPerHour });
        Refused("zones", () => Pool with { Zones = 0 });
        Refused("zones to survive", () => Pool with { ZonesToSurvive = -1 });
        Refused("spare machines", () => Pool with { Spare = 0.5 });
        Refused("confidence", () => Pool with { Confidence = 1 });
        Assert.Throws<ArgumentNullException>(() => Pool with { Requests = null! });
        Assert.Throws<ArgumentException>(() => Pool with { MachineName = "" });

        static void Refused(string parameter, Func<ServerPool> make) => Assert.Equal(parameter, Assert.Throws<ArgumentOutOfRangeException>(make).ParamName);
    }

    /// <summary>10 ms with scv 1 is log-normal with sigma^2 = ln 2: p50 = 10 / sqrt 2, p99 = p50 e^(2.3263 x 0.83255).</summary>
    [Fact]
    public void Service_is_known_from_mean_and_variability()
    {
        LogNormalLatency service = LatencyProfile.FromMoments(10.Milliseconds, 1);
        Assert.Equal(10, service.Mean.Milliseconds, 1e-10);
        Assert.Equal(1, service.Scv.Value, 1e-10);
        Assert.Equal(7.0710678118654755, service.P50.Milliseconds, 1e-10);
        Assert.Equal(49.04916450865852, service.P99.Milliseconds, 1e-8);
        Assert.Equal("latency mean", Assert.Throws<ArgumentOutOfRangeException>(() => LatencyProfile.FromMoments(Duration.Zero, 1)).ParamName);
        Assert.Equal("latency scv", Assert.Throws<ArgumentOutOfRangeException>(() => LatencyProfile.FromMoments(1.Seconds, 0)).ParamName);
    }

    private static LatencyPath Path(double slo) => new()
    {
        Stages = LatencyStage.Sequence(LatencyStage.Of("gateway", LatencyProfile.Constant(20.Milliseconds)), LatencyStage.Of("rank", LatencyProfile.Constant(1.Milliseconds))),
        Slo = slo.Milliseconds,
        Target = 0.99,
    };

    private static void Close(double expected, Scalar actual, double relative) => Assert.Equal(expected, actual.Value, expected * relative);
}
