namespace MlsdEstimator.Tests;

public class QueueTests
{
    private static readonly Queue Ten = new() { Arrivals = 8.PerSecond, Service = 1.Seconds, Servers = 10 };

    private static readonly Queue Full = Ten with { Arrivals = 10.PerSecond };

    /// <summary>Numbers of R queueing 0.2.12 and mpmath (formula_vectors q.mmc.8.1.10.*).</summary>
    [Fact]
    public void Ten_servers_read_as_in_the_tables()
    {
        Assert.Equal(8, Ten.OfferedLoad.Value);
        Assert.Equal(10, Ten.Capacity.PerSecond);
        Assert.Equal(0.8, Ten.Utilisation.Value, 1e-12);
        Assert.Equal(0.409180150796, Ten.WaitProbability.Value, 1e-11);
        Assert.Equal(0.2045900754, Ten.MeanWait.Seconds, 1e-9);
        Assert.Equal(1.2045900754, Ten.MeanResponse.Seconds, 1e-9);
        Assert.Equal(1.636720603, Ten.Waiting.Value, 1e-8);
        Assert.Equal(9.636720603, Ten.Inside.Value, 1e-8);
        Assert.Equal(19.5512905121, Ten.PoolingGain.Value, 1e-9);
        Assert.Equal(1.855785216, Ten.WaitAt(0.99).Seconds, 1e-8);
    }

    /// <summary>mpmath roots of the textbook tail; 8 of 9 servers is its 0/0 case.</summary>
    [Theory]
    [InlineData(8, 9, 0.99, 6.22834207311235)]
    [InlineData(8, 9.0000001, 0.99, 6.22834174501951)]
    [InlineData(8, 8.5, 0.99, 10.176371142946)]
    [InlineData(8, 10, 0.99, 4.94611132761145)]
    [InlineData(0.9, 1, 0.999, 69.0775527898214)]
    [InlineData(2, 30, 0.95, 2.99573227355399)]
    public void Response_percentile_matches_high_precision(double load, double servers, double level, double expected)
    {
        var queue = new Queue { Arrivals = load.PerSecond, Service = 1.Seconds, Servers = servers };
        Assert.Equal(expected, queue.ResponseAt(level).Seconds, 1e-11 * expected);
        Assert.Equal(level, queue.ResponseWithin(expected.Seconds).Value, 1e-12);
    }

    [Theory]
    [InlineData(0.2, 0)]
    [InlineData(0.59, 0)]
    [InlineData(0.95, 1.05106626007)]
    public void Wait_percentile_is_zero_for_those_who_do_not_wait(double level, double expected) => Assert.Equal(expected, Ten.WaitAt(level).Seconds, 1e-10);

    /// <summary>1 - 0.409180150796 e^(-2 x 0.5) by hand.</summary>
    [Fact]
    public void Wait_within_a_limit_counts_those_who_do_not_wait()
    {
        Assert.Equal(0.849471034787, Ten.WaitWithin(0.5.Seconds).Value, 1e-9);
        Assert.Equal(0.590819849204, Ten.WaitWithin(Duration.Zero).Value, 1e-11);
        Assert.Equal(0, Ten.ResponseWithin(Duration.Zero).Value);
    }

    [Fact]
    public void No_arrivals_wait_for_nothing()
    {
        Queue idle = Ten with { Arrivals = Rate.Zero };
        Assert.Equal(0, idle.MeanWait.Seconds);
        Assert.Equal(1, idle.MeanResponse.Seconds);
        Assert.Equal(0, idle.WaitAt(0.99).Seconds);
        Assert.Equal(4.60517018599, idle.ResponseAt(0.99).Seconds, 1e-10); // ln 100 service times
        Assert.Equal(1, idle.WaitWithin(Duration.Zero).Value);
        Assert.Empty(idle.Findings);
    }

    [Fact]
    public void At_capacity_nothing_has_a_number_and_a_finding_says_what_is_needed()
    {
        Assert.Equal(10, Full.OfferedLoad.Value);
        IQuantity[] times = [Full.Utilisation, Full.WaitProbability, Full.MeanWait, Full.MeanResponse, Full.Waiting, Full.Inside, Full.PoolingGain, Full.WaitAt(0.5), Full.ResponseAt(0.99), Full.WaitWithin(1.Hours), Full.ResponseWithin(1.Hours)];
        Assert.All(times, time => Assert.Equal("saturated", time.ToString()));
        Finding finding = Assert.Single(Full.Findings);
        Assert.Equal((Severity.Error, FindingCodes.Infeasible), (finding.Severity, finding.Code));
        Assert.Equal("Saturated: 10 x 1 s carry 10 /s, but 10 /s arrive; at least 11 servers are needed, or a service time below 1 s.", finding.Message);
        Assert.Same(Full.OfferedLoad, finding.Subject);
    }

    [Fact]
    public void Overload_names_the_servers_that_carry_it() =>
        Assert.Contains("at least 26 servers", Assert.Single((Ten with { Arrivals = 25.5.PerSecond }).Findings).Message, StringComparison.Ordinal);

    [Fact]
    public void Past_the_knee_is_a_warning_only_where_waiting_is_long()
    {
        Queue one = Ten with { Servers = 1, Arrivals = 0.9.PerSecond };
        Finding finding = Assert.Single(one.Findings);
        Assert.Equal((Severity.Warning, FindingCodes.Consequence), (finding.Severity, finding.Code));
        Assert.Contains("At 90% of capacity a request waits 9 s for a service of 1 s: past the knee", finding.Message, StringComparison.Ordinal);
        Assert.Empty((one with { Arrivals = 0.8.PerSecond }).Findings);
        Assert.Empty((Ten with { Arrivals = 85.PerSecond, Servers = 100 }).Findings);
    }

    [Fact]
    public void Results_are_in_the_order_of_a_reader()
    {
        string[] names = ["offered load", "utilisation", "probability of waiting", "mean wait", "mean response", "requests waiting", "requests inside", "p99 wait", "p99 response"];
        Assert.Equal(names, Ten.Results.Select(result => result.Name));
        Assert.Equal(names[..^1], (Ten with { Model = QueueModel.AllenCunneen(1, 4) }).Results.Select(result => result.Name));
        Assert.Equal([Aspect.Mean], Ten.MeanWait.Aspects);
        Assert.Equal([Aspect.Mean], Ten.MeanResponse.Aspects);
        Assert.Equal([Aspect.Percentile(0.99)], Ten.ResponseAt(0.99).Aspects);
        Assert.Contains(Aspect.Percentile(0.9), Ten.WaitAt(0.9).Aspects);
        Assert.Contains(Aspect.MoreIsBetter, Ten.ResponseWithin(1.Seconds).Aspects);
        Assert.Contains(Aspect.MoreIsBetter, Ten.WaitWithin(1.Seconds).Aspects);
    }

    [Fact]
    public void Results_are_made_once_for_each_level()
    {
        Assert.Same(Ten.WaitAt(0.9), Ten.WaitAt(0.9));
        Assert.NotSame(Ten.WaitAt(0.9), Ten.WaitAt(0.95));
        Assert.Same(Ten.ResponseAt(0.9), Ten.ResponseAt(0.9));
    }

    [Fact]
    public void Every_input_changes_a_result() => Assert.Empty(EveryInput.WithoutEffect(() => new Queue { Arrivals = 8.PerSecond, Service = 1.Seconds, Servers = 10 }, new Dictionary<string, object>
    {
        [nameof(Queue.Arrivals)] = 7.PerSecond,
        [nameof(Queue.Service)] = 0.9.Seconds,
        [nameof(Queue.Servers)] = (Scalar)11,
        [nameof(Queue.Model)] = QueueModel.Sakasegawa(1, 1),
    }));

    [Theory]
    [InlineData(-1, 1, 1, "'arrivals' is -1 /s, but must not be negative")]
    [InlineData(1, 0, 1, "'service time' is 0 s, but must be above 0")]
    [InlineData(1, 1, 0.9, "'servers' is 0.9, but must be at least 1")]
    public void Bad_numbers_are_refused_by_name(double arrivals, double service, double servers, string message) =>
        Assert.Contains(message, Assert.Throws<ArgumentOutOfRangeException>(() => new Queue { Arrivals = arrivals.PerSecond, Service = service.Seconds, Servers = servers }).Message, StringComparison.Ordinal);

    [Fact]
    public void Nulls_and_levels_outside_the_unit_interval_are_refused()
    {
        Assert.Throws<ArgumentNullException>(() => Ten with { Arrivals = null! });
        Assert.Throws<ArgumentNullException>(() => Ten with { Service = null! });
        Assert.Throws<ArgumentNullException>(() => Ten with { Servers = null! });
        Assert.Throws<ArgumentNullException>(() => Ten with { Model = null! });
        Assert.Throws<ArgumentNullException>(() => Ten.ResponseWithin(null!));
        Assert.Throws<ArgumentNullException>(() => Ten.WaitWithin(null!));
        foreach (double level in new[] { 0, 1, -0.1, 99, double.NaN })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => Ten.WaitAt(level));
            Assert.Throws<ArgumentOutOfRangeException>(() => Ten.ResponseAt(level));
        }
        Assert.Contains("longest wait", Assert.Throws<ArgumentOutOfRangeException>(() => Ten.WaitWithin((-1).Seconds)).Message, StringComparison.Ordinal);
        Assert.Contains("longest response", Assert.Throws<ArgumentOutOfRangeException>(() => Ten.ResponseWithin((-1).Seconds)).Message, StringComparison.Ordinal);
    }
}
