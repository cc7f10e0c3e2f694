namespace MlsdEstimator.Tests;

/// <summary>No input of transport, routes and feature servers is without effect.</summary>
public class LatencyInputsTests
{
    [Fact]
    public void Every_input_of_transport_changes_a_result() => Assert.Empty(EveryInput.WithoutEffect(
        () => new Transport
        {
            Format = WireFormat.Of("ours", 100.MegabytesPerSecond),
            Request = 4.Kilobytes,
            Response = 200.Kilobytes,
            RoundTrip = LatencyProfile.Constant(10.Milliseconds),
            Bandwidth = 1.GigabitsPerSecond,
            Connection = TransportConnection.Tls13,
        },
        new Dictionary<string, object>
        {
            ["Format"] = WireFormat.Of("theirs", 200.MegabytesPerSecond),
            ["Request"] = 5.Kilobytes,
            ["Response"] = 100.Kilobytes,
            ["RoundTrip"] = LatencyProfile.Constant(11.Milliseconds),
            ["Bandwidth"] = 2.GigabitsPerSecond,
            ["Connection"] = TransportConnection.Tls12,
            ["NewConnections"] = 5.Percent,
            ["RoundTrips"] = 2,
            ["Window"] = 64.Kibibytes,
            ["InitialWindow"] = (Scalar)40,
            ["Segment"] = 536.Bytes,
        }));

    [Fact]
    public void Every_input_of_a_route_changes_a_result() => Assert.Empty(EveryInput.WithoutEffect(
        () => new FibreRoute { Kilometres = 6_000 },
        new Dictionary<string, object> { ["Kilometres"] = (Scalar)7_000, ["RefractiveIndex"] = (Scalar)1.4, ["RouteFactor"] = (Scalar)2 }));

    /// <summary>Name, source and date say where the numbers come from.</summary>
    [Fact]
    public void Every_input_of_a_feature_server_changes_a_result() => Assert.Equal(["Name", "Source", "AsOf"], EveryInput.WithoutEffect(
        () => new FeatureServer { Name = "ours", Fixed = 10.Milliseconds, PerView = 2.Milliseconds, PerValue = 20.Microseconds, Capacity = 8, Spread = 0.1, ArrivalScv = 1, Pause = 5.Milliseconds, Source = "made up" },
        new Dictionary<string, object>
        {
            ["Name"] = "theirs",
            ["Fixed"] = 11.Milliseconds,
            ["PerView"] = 3.Milliseconds,
            ["PerValue"] = 30.Microseconds,
            ["Capacity"] = (Scalar)9,
            ["Spread"] = (Scalar)0.2,
            ["Pause"] = 50.Milliseconds,
            ["PauseFrom"] = 200.Milliseconds,
            ["LoadSpread"] = (Scalar)0.5,
            ["TailFactor"] = (Scalar)2,
            ["ArrivalScv"] = (Scalar)4,
            ["Source"] = "measured",
            ["AsOf"] = new DateOnly(2026, 1, 1),
        },
        Reading));

    private static string Reading(FeatureServer server)
    {
        LatencyProfile busy = server.Under(50.PerSecond, 1, 5, 2_000);
        return $"{server.Knee(5, 2_000).PerSecond:R} {busy.P50.Seconds:R} {busy.P99.Seconds:R}";
    }
}
