namespace MlsdEstimator.Tests;

public class FeatureServerTests
{
    private static readonly FeatureServer Server = new()
    {
        Name = "ours", Fixed = 10.Milliseconds, PerView = 2.Milliseconds, PerValue = 20.Microseconds, Capacity = 8, Spread = 0.1, ArrivalScv = 0, Source = "made up",
    };

    [Fact]
    public void Service_is_linear_in_views_and_values()
    {
        Assert.Equal(120, Server.Service(views: 5, values: 5_000).Milliseconds, 1e-9); // 10 + 5 x 2 + 5,000 x 0.02
        Assert.Equal(10, Server.Service(0, 0).Milliseconds, 1e-9);
        Assert.Equal(66.6666667, Server.Knee(5, 5_000).PerSecond, 1e-6); // 8 / 0.12 s
    }

    [Fact]
    public void Idle_server_shows_its_service_and_spread()
    {
        LatencyProfile idle = Server.Under(0.001.PerSecond, 1, 5, 5_000);
        Assert.Equal(120, idle.P50.Milliseconds, 1e-6);
        Assert.Equal(132, idle.P99.Milliseconds, 1e-3);
        Assert.True(idle.IncludesWaiting);
        Assert.Equal(0.001, idle.MeasuredAt!.PerSecond);
    }

    /// <summary>50/s x 0.12 s / 8 = 0.75 busy; Sakasegawa: 0.75^(sqrt(18) - 1) / (8 x 0.25) / 2 = 0.09835775 services, 11.80293 ms (SciPy).</summary>
    [Fact]
    public void Load_makes_all_wait_alike()
    {
        LatencyProfile busy = Server.Under(50.PerSecond, 1, 5, 5_000);
        Assert.Equal(131.80293, busy.P50.Milliseconds, 1e-3);
        Assert.Equal(143.80293, busy.P99.Milliseconds, 1e-3);
        Assert.Equal(131.80293, Server.Under(150.PerSecond, 3, 5, 5_000).P50.Milliseconds, 1e-3);
        Assert.Equal(2 * 11.80293, (Server with { ArrivalScv = 1 }).Under(50.PerSecond, 1, 5, 5_000).P50.Milliseconds - 120, 1e-3);
    }

    /// <summary>Trap: a feature server is linear in rows, and then falls off a cliff: 8 / 0.12 s is 66.7/s, however many processes it has.</summary>
    [Fact]
    public void Server_beyond_its_measured_capacity_is_saturated()
    {
        Assert.True(Server.Under(66.PerSecond, 1, 5, 5_000).P99.IsFeasible);
        Assert.False(Server.Under(67.PerSecond, 1, 5, 5_000).P50.IsFeasible);
        Assert.False(Server.Under(67.PerSecond, 1, 5, 5_000).P99.IsFeasible);
    }

    /// <summary>Published: Feast Python over Redis, 100 rows x 50 features, answers 60/s with a p50 of 184 ms, and fails at 70/s.</summary>
    [Fact]
    public void Feast_python_has_its_published_cliff()
    {
        FeatureServer feast = FeatureServers.FeastPython with { ArrivalScv = 0 };
        Assert.InRange(feast.Knee(5, 5_000).PerSecond, 60, 75);
        Assert.InRange(feast.Under(60.PerSecond, 1, 5, 5_000).P50.Milliseconds, 140, 240);
        Assert.False(feast.Under(80.PerSecond, 1, 5, 5_000).P50.IsFeasible);
    }

    [Fact]
    public void Pause_is_met_by_long_requests_only()
    {
        FeatureServer collected = Server with { Pause = 40.Milliseconds, PauseFrom = 30.Milliseconds };
        Assert.Equal(11 + 40 / (1 + 81.0), collected.Under(0.001.PerSecond, 1, 0, 0).P99.Milliseconds, 1e-3); // (30 / 10)^4 = 81
        Assert.Equal(132 + 40 / (1 + 0.00390625), collected.Under(0.001.PerSecond, 1, 5, 5_000).P99.Milliseconds, 1e-3); // (30 / 120)^4
    }

    [Fact]
    public void Load_and_doubt_widen_the_tail()
    {
        FeatureServer wide = Server with { LoadSpread = 0.5, TailFactor = 2 };
        Assert.Equal(131.80293 + 2 * (12 + 0.5 * 0.75 * 131.80293), wide.Under(50.PerSecond, 1, 5, 5_000).P99.Milliseconds, 1e-2);
    }

    /// <summary>Callers share the host: 16 of them on 8 places take twice as long, 4 of them do not notice.</summary>
    [Fact]
    public void Callers_of_a_load_test_share_the_host()
    {
        Assert.Equal(240, Server.WithUsers(16, 1, 5, 5_000).P50.Milliseconds, 1e-6);
        Assert.Equal(120, Server.WithUsers(4, 1, 5, 5_000).P50.Milliseconds, 1e-6);
        Assert.Equal(120, Server.WithUsers(16, 2, 5, 5_000).P50.Milliseconds, 1e-6);
        Assert.Equal(252 + 0.5 * 240, (Server with { LoadSpread = 0.5 }).WithUsers(16, 1, 5, 5_000).P99.Milliseconds, 1e-3);
        Assert.Equal(132 + 0.5 * 0.5 * 120, (Server with { LoadSpread = 0.5 }).WithUsers(4, 1, 5, 5_000).P99.Milliseconds, 1e-3);
        Assert.True(Server.WithUsers(4, 1, 5, 5_000).IncludesWaiting);
    }

    [Fact]
    public void Server_is_a_term_of_its_own_in_a_fetch()
    {
        FeatureFetch direct = Fetch(null);
        FeatureFetch served = Fetch(Server);
        Assert.Null(direct.ServerTime);
        Assert.Null(direct.ServerHostsNeeded);
        Assert.Equal(direct.P50.Seconds, direct.StoreTime.P50.Seconds);
        Assert.Equal(32.17, served.ServerTime!.P50.Milliseconds, 0.01); // 10 + 2 + 1,000 x 0.02, and 0.4^3.2426 / (8 x 0.6) / 2 of it in line
        Assert.InRange(served.P50.Milliseconds, 36, 39);
        Assert.Equal(0.5, served.ServerHostsNeeded!.Value, 1e-9); // 100/s over 8 / 0.032 s x 0.8 = 200/s
    }

    [Fact]
    public void Server_past_four_fifths_asks_for_hosts()
    {
        FeatureFetch tight = Fetch(Server) with { Requests = Load.Of(10.PerSecond, 240.PerSecond, "requests") };
        Assert.Contains(tight.Findings, finding => finding.Message == "ours answers 250 /s on one host and then falls off a cliff: 240 /s need 1.2 hosts at four fifths of that, not 1.");
        Assert.DoesNotContain(Fetch(Server).Findings, finding => finding.Message.Contains("cliff", StringComparison.Ordinal));
        FeatureFetch full = Fetch(Server) with { Requests = Load.Of(10.PerSecond, 300.PerSecond, "requests") };
        Assert.False(full.P50.IsFeasible);
        Assert.Contains(full.Findings, finding => finding.Severity == Severity.Error);
    }

    [Fact]
    public void Inputs_are_checked()
    {
        Refused("server time per request", () => Server with { Fixed = (-1).Milliseconds });
        Refused("server time per feature view", () => Server with { PerView = (-1).Milliseconds });
        Refused("server time per value", () => Server with { PerValue = Duration.Zero });
        Refused("requests in service per host", () => Server with { Capacity = 0.9 });
        Refused("spread of service", () => Server with { Spread = 0 });
        Refused("pause", () => Server with { Pause = (-1).Milliseconds });
        Refused("service with a pause", () => Server with { PauseFrom = Duration.Zero });
        Refused("spread under load", () => Server with { LoadSpread = -1 });
        Refused("tail factor", () => Server with { TailFactor = 0 });
        Refused("scv of arrivals", () => Server with { ArrivalScv = -1 });
        Refused("feature views", () => Server.Service(-1, 1));
        Refused("values", () => Server.Service(1, -1));
        Refused("feature server hosts", () => Server.Under(1.PerSecond, 0, 1, 1));
        Refused("requests to the feature server", () => Server.Under((-1).PerSecond, 1, 1, 1));
        Refused("users", () => Server.WithUsers(0.5, 1, 1, 1));
        Assert.Equal("name", Assert.Throws<ArgumentException>(() => Server with { Name = "" }).ParamName);
        Assert.Equal("source", Assert.Throws<ArgumentException>(() => Server with { Source = "" }).ParamName);
        Assert.Equal("ours", Server.ToString());
    }

    private static FeatureFetch Fetch(FeatureServer? server) => new()
    {
        Requests = Load.Of(10.PerSecond, 100.PerSecond, "requests"),
        Groups =
        [
            new FeatureGroup
            {
                Entities = 100, KeysPerEntity = 1, BundleSize = 80.Bytes, FeaturesPerEntity = 10, KeysPerCall = 100, ParallelCalls = 1,
                Store = new FeatureStore { Name = "store", CallP50 = 5.Milliseconds, TailRatio = 2, Source = "made up" },
            },
        ],
        Server = server,
        ServerHosts = server is null ? null : 1,
    };

    private static void Refused(string parameter, Func<object> make) => Assert.Equal(parameter, Assert.Throws<ArgumentOutOfRangeException>(make).ParamName);
}
