namespace MlsdEstimator.Tests;

/// <summary>What carrying a request costs. Expected values by hand, step by step.</summary>
public class TransportTests
{
    /// <summary>204 kB at 100 MB/s both ways: 4.08 ms. 1 Gb/s: 1.632 ms. 200 kB in windows of 14.6 kB: 4 rounds, the last of which sends.</summary>
    private static readonly Transport Call = new()
    {
        Format = WireFormat.Of("ours", 100.MegabytesPerSecond),
        Request = 4.Kilobytes,
        Response = 200.Kilobytes,
        RoundTrip = LatencyProfile.Constant(10.Milliseconds),
        Bandwidth = 1.GigabitsPerSecond,
    };

    [Fact]
    public void Kept_connection_pays_encoding_one_round_trip_and_sending()
    {
        Assert.Equal(2.04, Call.Encoding.Milliseconds, 1e-9);
        Assert.Equal(4.08, Call.Serialisation.Milliseconds, 1e-9);
        Assert.Equal(1.632, Call.Sending.Milliseconds, 1e-9);
        Assert.Equal(15.712, Call.P50.Milliseconds, 1e-9);
        Assert.Equal(15.712, Call.P99.Milliseconds, 1e-9);
        Assert.Equal(25.712, (Call with { RoundTrips = 2 }).P50.Milliseconds, 1e-9);
        Assert.Equal(1_250_000, Call.BandwidthDelay!.Bytes, 1e-6);
        Assert.Equal(["serialisation", "bandwidth-delay product", "throughput of a connection", "sending", "transport p50", "transport p99"], Call.Results.Select(result => result.Name));
        Assert.Empty(Call.Findings);
    }

    /// <summary>Handshakes: 0-RTT 0, TCP 1, QUIC 1, TLS 1.3 2, TLS 1.2 3; the answer waits 3 rounds for its window.</summary>
    [Fact]
    public void New_connection_pays_its_handshake_and_its_small_window()
    {
        (TransportConnection Connection, double Trips)[] all =
            [(TransportConnection.ZeroRoundTrips, 3), (TransportConnection.Tcp, 4), (TransportConnection.Quic, 4), (TransportConnection.Tls13, 5), (TransportConnection.Tls12, 6)];
        foreach ((TransportConnection connection, double trips) in all)
        {
            Transport fresh = Call with { Connection = connection };
            Assert.Equal(trips, fresh.ExtraRoundTrips.Value);
            Assert.Equal(15.712 + 10 * trips, fresh.P50.Milliseconds, 1e-9);
        }
    }

    [Fact]
    public void Share_of_new_connections_shows_in_the_tail_only()
    {
        Transport some = Call with { Connection = TransportConnection.Tls13, NewConnections = 5.Percent };
        Assert.Equal(15.712, some.P50.Milliseconds, 1e-9);
        Assert.Equal(65.712, some.P99.Milliseconds, 1e-9);
        Assert.Empty(some.Findings);
    }

    /// <summary>A window that has grown to 4 initial ones fills a link of 58.4 kB a round trip: no more waiting after 2 rounds.</summary>
    [Fact]
    public void Slow_start_ends_where_the_link_is_full()
    {
        Transport slow = Call with { Connection = TransportConnection.ZeroRoundTrips, Bandwidth = 5.84.MegabytesPerSecond };
        Assert.Equal(4, slow.ResponseRounds.Value);
        Assert.Equal(2, slow.ExtraRoundTrips.Value);
        Assert.Equal(0, (slow with { Bandwidth = 1.MegabytesPerSecond }).ExtraRoundTrips.Value);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(14_600, 1)]
    [InlineData(14_601, 2)]
    [InlineData(43_800, 2)]
    [InlineData(43_801, 3)]
    [InlineData(1_000_000, 7)]
    public void Rounds_double_the_window(double bytes, double rounds) => Assert.Equal(rounds, (Call with { Response = bytes.Bytes }).ResponseRounds.Value);

    [Fact]
    public void Window_limits_a_connection_over_a_long_way()
    {
        Transport small = Call with { Window = 64.Kibibytes };
        Assert.Equal(6_553_600, small.Throughput!.BytesPerSecond, 1e-3);
        Assert.Equal(31.12793, small.Sending.Milliseconds, 1e-5);
        Assert.Equal(
            "A window of 65.5 kB is below the bandwidth-delay product of 1.25 MB: a connection carries 6.55 MB/s of 125 MB/s. Enlarge the window, or use several connections.",
            Assert.Single(small.Findings).Message);
        Assert.Equal(125e6, (Call with { Window = 2.Megabytes }).Throughput!.BytesPerSecond);
    }

    [Fact]
    public void Opening_connections_for_every_request_is_named()
    {
        Finding finding = Assert.Single((Call with { Connection = TransportConnection.Tls13 }).Findings);
        Assert.Equal((Severity.Warning, FindingCodes.Consequence), (finding.Severity, finding.Code));
        Assert.Equal("100% of the requests open a connection (TCP and TLS 1.3): 5 round trips more, 50 ms each time. Keep connections alive.", finding.Message);
    }

    [Fact]
    public void Encoding_that_takes_most_of_the_time_is_named()
    {
        Transport near = Call with { RoundTrip = LatencyProfile.Constant(0.25.Milliseconds), Bandwidth = 10.GigabitsPerSecond };
        Assert.Equal(
            "Encoding and decoding take 4.08 ms of the median of 4.49 ms, as ours: a binary format, fewer bytes or a call in the process gains more than a faster network.",
            Assert.Single(near.Findings).Message);
    }

    [Fact]
    public void Call_in_the_process_costs_nothing_of_this()
    {
        var inside = new Transport { Format = WireFormat.InProcess, Request = 4.Kilobytes, Response = 200.Kilobytes };
        Assert.Equal(Duration.Zero, inside.P99);
        Assert.Null(inside.Throughput);
        Assert.Null(inside.BandwidthDelay);
        Assert.Equal(0, inside.ExtraRoundTrips.Value);
        Assert.Empty(inside.Findings);
    }

    [Fact]
    public void Tail_of_the_network_is_in_the_stage()
    {
        Transport call = Call with { RoundTrip = LatencyProfile.LogNormal(0.3.Milliseconds, 1.2.Milliseconds) };
        Assert.Equal(4.08 + 1.632 + 1.2, call.P99.Milliseconds, 1e-9);
        var path = new LatencyPath { Stages = call.AsStage("network"), Slo = 10.Milliseconds, Target = 0.99 };
        Assert.Equal(call.P99.Seconds, path.P99.Seconds, 1e-12);
    }

    /// <summary>5 MiB of JSON at the 100 MiB/s of napkin-math.</summary>
    [Fact]
    public void Formats_of_the_catalogue_are_ranges_with_a_source()
    {
        Assert.Equal(50, (Call with { Format = WireFormat.Json, Request = 5.Mebibytes, Response = DataSize.Zero }).Encoding.Milliseconds, 1e-9);
        WireFormat[] all = [WireFormat.Json, WireFormat.JsonGo, WireFormat.JsonPython, WireFormat.JsonRust, WireFormat.Protobuf, WireFormat.ProtobufJava, WireFormat.ProtobufCpp];
        Assert.All(all, format => Assert.False(format.Rate!.IsCertain));
        Assert.All(all, format => Assert.NotNull(format.Rate!.Source));
        Assert.Null(WireFormat.Raw.Rate);
        Assert.Equal("JSON, Go", WireFormat.JsonGo.ToString());
        Assert.True((WireFormat.Protobuf.Rate! > WireFormat.Json.Rate!).Nominally);
    }

    [Fact]
    public void What_does_not_go_together_is_refused()
    {
        Contradicts("crosses no network", new Transport { Format = WireFormat.InProcess, Request = 1.Bytes, Response = 1.Bytes, Bandwidth = 1.GigabitsPerSecond });
        Contradicts("ours crosses a network: give its RoundTrip and its Bandwidth", Call with { RoundTrip = null });
        Contradicts("give its RoundTrip and its Bandwidth", Call with { Bandwidth = null });

        static void Contradicts(string expected, Transport transport) => Assert.Contains(expected, Assert.Throws<EstimateException>(() => transport.P50).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_inputs_are_refused_by_name()
    {
        Refused("request size", () => Call with { Request = (-1).Bytes });
        Refused("response size", () => Call with { Response = (-1).Bytes });
        Refused("bandwidth", () => Call with { Bandwidth = Bandwidth.Zero });
        Refused("round trips", () => Call with { RoundTrips = 0 });
        Refused("window", () => Call with { Window = DataSize.Zero });
        Refused("initial window", () => Call with { InitialWindow = 0.5 });
        Refused("segment size", () => Call with { Segment = DataSize.Zero });
        Refused("encoding rate", () => WireFormat.Of("x", Bandwidth.Zero));
        Refused("distance in km", () => new FibreRoute { Kilometres = -1 });
        Refused("refractive index", () => new FibreRoute { Kilometres = 1, RefractiveIndex = 0.9 });
        Refused("route factor", () => new FibreRoute { Kilometres = 1, RouteFactor = 0.9 });
        Assert.Throws<ArgumentException>(() => WireFormat.Of("", 1.MegabytesPerSecond));

        static void Refused(string parameter, Func<object> make) => Assert.Equal(parameter, Assert.Throws<ArgumentOutOfRangeException>(make).ParamName);
    }

    /// <summary>2 x 6,000 km x 1.468 / 299,792.458 km/s = 58.76 ms.</summary>
    [Fact]
    public void Light_in_glass_is_the_floor()
    {
        var atlantic = new FibreRoute { Kilometres = 6_000 };
        Assert.Equal(58.7606510101, atlantic.Floor.Milliseconds, 1e-9);
        Assert.Equal(1.5 * 58.7606510101, atlantic.RoundTrip.Milliseconds, 1e-9);
        Assert.False(atlantic.RoundTrip.IsCertain);
        Assert.Equal(["fibre floor of the round trip", "round trip"], atlantic.Results.Select(result => result.Name));
    }
}
