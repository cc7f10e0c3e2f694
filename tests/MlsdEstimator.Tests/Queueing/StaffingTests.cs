namespace MlsdEstimator.Tests;

public class StaffingTests
{
    private static readonly Staffing Calls = new()
    {
        Arrivals = Rate.FromPerMinute(10 / 3.0),
        Service = 3.Minutes,
        Target = ServiceLevel.Wait(0.8, within: 0.33.Minutes),
        MostUtilisation = 85.Percent,
        Shrinkage = 30.Percent,
    };

    /// <summary>pyworkforce: 14 positions, 0.888 in time, 20 with shrinkage; 13.043 by mpmath on the continuous Erlang C.</summary>
    [Fact]
    public void Call_centre_example_is_met()
    {
        Assert.Equal(13.0429721596221, Calls.Needed.Value, 1e-9);
        Assert.Equal(14, Calls.Servers.Value);
        Assert.Equal(20, Calls.Positions.Value);
        Assert.Equal(0.887852692691, Calls.Achieved.Value, 1e-9);
        Assert.Equal(10, Calls.OfferedLoad.Value, 1e-12);
        Assert.Equal("Staffing: queue", Calls.Queue.Title);
        Assert.Equal(["offered load", "servers needed", "servers", "positions", "requests in time"], Calls.Results.Select(result => result.Name));
        Assert.Empty(Calls.Findings);
    }

    [Fact]
    public void Utilisation_cap_asks_for_more_where_the_level_asks_for_less()
    {
        Assert.Equal(20, (Calls with { MostUtilisation = 50.Percent }).Servers.Value);
        Assert.Equal(13.0429721596221, (Calls with { MostUtilisation = null }).Needed.Value, 1e-9);
    }

    [Theory]
    [InlineData(8, 0.99, 4.94612, 10)] // p99 of 10 servers is 4.946111: formula_vectors q.mmc.8.1.10
    [InlineData(8, 0.99, 4.9461, 11)]
    [InlineData(0, 0.99, 4.7, 1)]
    public void Response_target_takes_the_least_servers_that_meet_it(double load, double level, double limit, double servers)
    {
        var staffing = new Staffing { Arrivals = load.PerSecond, Service = 1.Seconds, Target = ServiceLevel.Response(level, limit.Seconds) };
        Assert.Equal(servers, staffing.Servers.Value);
        Assert.True(staffing.Achieved.Value >= level);
    }

    [Fact]
    public void Response_below_the_service_alone_cannot_be_met_by_any_number()
    {
        var hopeless = new Staffing { Arrivals = 8.PerSecond, Service = 1.Seconds, Target = ServiceLevel.Response(0.99, within: 4.6.Seconds) };
        Assert.False(hopeless.Needed.IsFeasible);
        Assert.False(hopeless.Servers.IsFeasible);
        Finding finding = Assert.Single(hopeless.Findings);
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Contains("No number of servers keeps a p99 response within 4.6 s: the service time alone, 1 s on average and exponential, takes 4.61 s at p99", finding.Message, StringComparison.Ordinal);
        Assert.Equal(3, hopeless.Results.Count);
        Assert.True((hopeless with { Target = ServiceLevel.Response(0.99, within: 4.61.Seconds) }).Servers.IsFeasible);
    }

    /// <summary>Above 1.3 s the service alone misses 6 s: a third of the belief, more than a confidence of 90 % leaves.</summary>
    [Fact]
    public void Response_that_doubt_makes_impossible_is_found()
    {
        var doubtful = new Staffing { Arrivals = 8.PerSecond, Service = (0.5, 1, 3) * Duration.Second, Target = ServiceLevel.Response(0.99, within: 6.Seconds) };
        Assert.True(doubtful.Needed.IsFeasible);
        Assert.False(doubtful.Servers.IsFeasible);
        Assert.Contains("No number of servers keeps a p99 response within 6 s with 90% confidence", Assert.Single(doubtful.Findings).Message, StringComparison.Ordinal);
        Assert.Empty((doubtful with { Confidence = 0.5 }).Findings);
    }

    /// <summary>A target that a saturated queue would meet still needs a stable one.</summary>
    [Fact]
    public void Soft_target_still_needs_more_servers_than_load()
    {
        var soft = new Staffing { Arrivals = 10.PerSecond, Service = 1.Seconds, Target = ServiceLevel.Wait(0.01, within: 1e12.Seconds) };
        Assert.Equal(11, soft.Servers.Value);
        Assert.True(soft.Queue.MeanWait.IsFeasible);
    }

    [Fact]
    public void Range_of_service_times_is_bought_for_with_confidence()
    {
        Staffing doubtful = Calls with { Service = (2, 3, 4) * Duration.Minute };
        Assert.Equal(13.0429721596221, doubtful.Needed.Value, 1e-9);
        Assert.True(doubtful.Servers.Value > 14);
        Assert.True((doubtful with { Confidence = 0.5 }).Servers.Value < doubtful.Servers.Value);
        Assert.InRange(doubtful.Purchase.Shortfall.True.Value, 0.02, 0.1);
    }

    /// <summary>Halfin and Whitt 1981; SciPy for the normal law (formula_vectors q.sqrt.*, q.hw.*).</summary>
    [Fact]
    public void Square_root_rule_follows_the_normal_law()
    {
        Assert.Equal(110, SquareRootStaffing.Servers(100, 1).Value);
        Assert.Equal(111, SquareRootStaffing.Servers(100, SquareRootStaffing.BetaFor(20.Percent)).Value);
        Assert.Equal(0.223361274798, SquareRootStaffing.WaitProbability(1).Value, 1e-11);
        Assert.Equal(1.06151627542, SquareRootStaffing.BetaFor(20.Percent).Value, 1e-10);
        Assert.Equal(0, SquareRootStaffing.WaitProbability(100).Value);
        Assert.Equal(0, SquareRootStaffing.Servers(0, 1).Value);
        Assert.Equal(10, SquareRootStaffing.Servers(9.5, 0).Value);
        Assert.Equal(1, SquareRootStaffing.WaitProbability(0).Value);
    }

    [Fact]
    public void Bad_numbers_are_refused_by_name()
    {
        Assert.Contains("'beta'", Assert.Throws<ArgumentOutOfRangeException>(() => SquareRootStaffing.Servers(100, -0.1)).Message, StringComparison.Ordinal);
        Assert.Contains("'beta'", Assert.Throws<ArgumentOutOfRangeException>(() => SquareRootStaffing.WaitProbability(-1)).Message, StringComparison.Ordinal);
        Assert.Contains("'offered load'", Assert.Throws<ArgumentOutOfRangeException>(() => SquareRootStaffing.Servers(-1, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("'probability of waiting'", Assert.Throws<ArgumentOutOfRangeException>(() => SquareRootStaffing.BetaFor(Fraction.One)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => SquareRootStaffing.BetaFor(Fraction.Zero));
        Assert.Contains("'arrivals'", Assert.Throws<ArgumentOutOfRangeException>(() => Calls with { Arrivals = (-1).PerSecond }).Message, StringComparison.Ordinal);
        Assert.Contains("'service time'", Assert.Throws<ArgumentOutOfRangeException>(() => Calls with { Service = Duration.Zero }).Message, StringComparison.Ordinal);
        Assert.Contains("'highest utilisation'", Assert.Throws<ArgumentOutOfRangeException>(() => Calls with { MostUtilisation = Fraction.Zero }).Message, StringComparison.Ordinal);
        Assert.Contains("'shrinkage' is 100%, but must be below 100 %", Assert.Throws<ArgumentOutOfRangeException>(() => Calls with { Shrinkage = Fraction.One }).Message, StringComparison.Ordinal);
        Assert.Contains("'confidence'", Assert.Throws<ArgumentOutOfRangeException>(() => Calls with { Confidence = 1 }).Message, StringComparison.Ordinal);
        Assert.Contains("service level", Assert.Throws<ArgumentNullException>(() => Calls with { Target = null! }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Service_levels_are_checked_and_read_as_text()
    {
        Assert.Equal("p80 wait within 20 s", ServiceLevel.Wait(0.8, 20.Seconds).ToString());
        Assert.Equal("p99 response within 120 ms", ServiceLevel.Response(0.99, 120.Milliseconds).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => ServiceLevel.Wait(0, 1.Seconds));
        Assert.Throws<ArgumentOutOfRangeException>(() => ServiceLevel.Wait(0.9, (-1).Seconds));
        Assert.Throws<ArgumentOutOfRangeException>(() => ServiceLevel.Response(1, 1.Seconds));
        Assert.Throws<ArgumentOutOfRangeException>(() => ServiceLevel.Response(0.9, Duration.Zero));
        Assert.Throws<ArgumentNullException>(() => ServiceLevel.Wait(0.9, 1.Seconds).MetBy(null!));
        Assert.True(ServiceLevel.Response(0.9, 1.Seconds).IsResponse);
        Assert.Equal(0.9, ServiceLevel.Wait(0.9, 1.Seconds).Level);
    }

    [Fact]
    public void Every_input_changes_a_result() => Assert.Empty(EveryInput.WithoutEffect(() => Calls with { Service = (2, 3, 4) * Duration.Minute }, new Dictionary<string, object>
    {
        [nameof(Staffing.Arrivals)] = 9.PerSecond,
        [nameof(Staffing.Service)] = 1.Seconds,
        [nameof(Staffing.Target)] = ServiceLevel.Wait(0.99, Duration.Second),
        [nameof(Staffing.MostUtilisation)] = 40.Percent,
        [nameof(Staffing.Shrinkage)] = 10.Percent,
        [nameof(Staffing.Confidence)] = 0.5,
    }));
}
