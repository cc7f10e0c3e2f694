namespace MlsdEstimator.Tests;

public class ClosedSystemTests
{
    private static readonly ClosedSystem Test = new() { Users = 400, Think = 1.Seconds, Service = 100.Milliseconds, Servers = 16 };

    private static readonly ClosedNetwork Site = new() { Users = 10, Think = 500.Milliseconds, Demands = [5.Milliseconds, 30.Milliseconds, 27.Milliseconds] };

    /// <summary>Birth-death chains in mpmath, 40 digits: servers busy, response in service times.</summary>
    [Theory]
    [InlineData(20, 10, 1, 0.998130950147646, 10.0374509948234)]
    [InlineData(1000, 5, 100, 100, 5)]
    [InlineData(1, 3, 1, 0.25, 1)]
    [InlineData(400, 0, 300, 300, 1.33333333333333)]
    [InlineData(200, 0, 300, 200, 1)]
    public void Chain_matches_high_precision(double users, double think, double servers, double busy, double response)
    {
        var system = new ClosedSystem { Users = users, Think = think.Seconds, Service = 1.Seconds, Servers = servers };
        Assert.Equal(busy, system.Throughput.PerSecond, 1e-11 * busy);
        Assert.Equal(response, system.MeanResponse.Seconds, 1e-11 * response);
        Assert.Equal(busy / servers, system.Utilisation.Value, 1e-11);
    }

    [Fact]
    public void Users_between_whole_numbers_are_interpolated()
    {
        double At(double users) => (Test with { Users = users }).Throughput.PerSecond;
        Assert.Equal(0.75 * At(150) + 0.25 * At(151), At(150.25), 1e-9);
        Assert.True(At(151) > At(150));
    }

    [Fact]
    public void Knee_warns_that_more_users_only_wait()
    {
        Assert.Equal(176, Test.Knee.Value, 1e-9); // 16 x 1.1 / 0.1
        Finding finding = Assert.Single(Test.Findings);
        Assert.Equal((Severity.Warning, FindingCodes.Consequence), (finding.Severity, finding.Code));
        Assert.Contains("400 users are past the knee of 176: throughput stays near 160 /s, and each further user only adds 6.25 ms", finding.Message, StringComparison.Ordinal);
        Assert.Empty((Test with { Users = 176 }).Findings);
        Assert.Equal(["throughput", "mean response", "utilisation", "requests inside", "users at the knee"], Test.Results.Select(result => result.Name));
        Assert.Equal(240, Test.Inside.Value, 1e-6); // 160/s x 1.5 s
    }

    [Fact]
    public void Interactive_law_reads_the_response_of_a_measured_throughput()
    {
        ClosedSystem users = Test with { Users = 5000, Think = 10.Seconds };
        Assert.Equal(2.5, users.ResponseAt(400.PerSecond).Seconds, 1e-12);
        Assert.Equal(0, users.ResponseAt(500.PerSecond).Seconds, 1e-12);
        Assert.Contains("more than 5000 users can ask for", Assert.Throws<EstimateException>(() => users.ResponseAt(501.PerSecond).Seconds).Message.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => users.ResponseAt(Rate.Zero));
    }

    /// <summary>Exact recursion in mpmath.</summary>
    [Theory]
    [InlineData(1, 1.77935943060498, 0.062)]
    [InlineData(2, 3.54017978066004, 0.0649430604982206)]
    [InlineData(10, 16.6329149421134, 0.101217527703498)]
    [InlineData(50, 33.2178970223612, 1.00521268598869)]
    public void Network_matches_mean_value_analysis(double users, double throughput, double response)
    {
        ClosedNetwork site = Site with { Users = users };
        Assert.Equal(throughput, site.Throughput.PerSecond, 1e-11 * throughput);
        Assert.Equal(response, site.MeanResponse.Seconds, 1e-10);
    }

    [Fact]
    public void Network_knows_its_bottleneck()
    {
        Assert.Equal(100 / 3.0, Site.MostThroughput.PerSecond, 1e-9);
        Assert.Equal(18.7333333333, Site.Knee.Value, 1e-9); // 562 ms / 30 ms
        Assert.Empty(Site.Findings);
        Assert.Contains("20 users are past the knee of 18.7: the station of 30 ms is the bottleneck and holds throughput at 33.3 /s", Assert.Single((Site with { Users = 20 }).Findings).Message, StringComparison.Ordinal);
        double At(double users) => (Site with { Users = users }).Throughput.PerSecond;
        Assert.Equal((At(10) + At(11)) / 2, At(10.5), 1e-12);
        Assert.Equal(["throughput", "mean response", "most throughput", "users at the knee"], Site.Results.Select(result => result.Name));
    }

    [Fact]
    public void Bad_numbers_are_refused_by_name()
    {
        Assert.Contains("'users' is 0", Assert.Throws<ArgumentOutOfRangeException>(() => Test with { Users = 0 }).Message, StringComparison.Ordinal);
        Assert.Contains("'think time'", Assert.Throws<ArgumentOutOfRangeException>(() => Test with { Think = (-1).Seconds }).Message, StringComparison.Ordinal);
        Assert.Contains("'service time'", Assert.Throws<ArgumentOutOfRangeException>(() => Test with { Service = Duration.Zero }).Message, StringComparison.Ordinal);
        Assert.Contains("'servers'", Assert.Throws<ArgumentOutOfRangeException>(() => Test with { Servers = 0 }).Message, StringComparison.Ordinal);
        Assert.Contains("'demand of station 2' is 0 s", Assert.Throws<ArgumentOutOfRangeException>(() => Site with { Demands = [1.Seconds, Duration.Zero] }).Message, StringComparison.Ordinal);
        Assert.Contains("'demands' is empty", Assert.Throws<ArgumentException>(() => Site with { Demands = [] }).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => Site with { Demands = null! });
        Assert.Throws<ArgumentNullException>(() => Site with { Demands = [null!] });
        Assert.Throws<ArgumentOutOfRangeException>(() => Site with { Users = 0.5 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Site with { Think = (-1).Seconds });
        Assert.Contains("more than a million", Assert.Throws<EstimateException>(() => (Site with { Users = 1_000_001 }).Throughput).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_input_changes_a_result()
    {
        Assert.Empty(EveryInput.WithoutEffect(() => Test with { }, new Dictionary<string, object> { ["Users"] = (Scalar)100, ["Think"] = 2.Seconds, ["Service"] = 1.Seconds, ["Servers"] = (Scalar)3 }));
        Assert.Empty(EveryInput.WithoutEffect(() => Site with { }, new Dictionary<string, object> { ["Users"] = (Scalar)100, ["Think"] = 2.Seconds, ["Demands"] = new[] { 1.Seconds } }));
    }
}
