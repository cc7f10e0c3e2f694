namespace MlsdEstimator;

/// <summary>What it costs to carry a request and its answer: encoding, handshakes, round trips, slow start, bytes over bandwidth.</summary>
/// <remarks>
/// encoding = bytes / rate of the format, and the same again for decoding. Sending = bytes / throughput, throughput = min(bandwidth, window / round trip): one connection
/// has at most a window under way. A new connection adds the round trips of its handshake, and those in which its window is still too small for the answer and the
/// request: n bytes take ceil(log2(n / (initial window x segment) + 1)) rounds, until the window is bandwidth x round trip. Waiting rounds and sending overlap in part, so this is the upper end.
/// No losses; the time in the service itself is another stage.
/// </remarks>
/// <example>
/// <code>
/// var call = new Transport
/// {
///     Format = WireFormat.Json, Request = 4.Kilobytes, Response = 200.Kilobytes,
///     RoundTrip = LatencyProfile.LogNormal(0.3.Milliseconds, 1.Milliseconds), Bandwidth = 10.GigabitsPerSecond,
///     Connection = TransportConnection.Tls13, NewConnections = 2.Percent,
/// };
/// LatencyStage network = call.AsStage("network");
/// </code>
/// </example>
public sealed record Transport : Estimator
{
    /// <summary>How values become bytes: <see cref="WireFormat.Json"/> for REST, <see cref="WireFormat.Protobuf"/> for gRPC, <see cref="WireFormat.InProcess"/> for a library call.</summary>
    public required WireFormat Format { get; init => field = Require.NotNull(value, "format"); }

    /// <summary>Bytes of the request, as encoded. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public required DataSize Request { get; init => field = Require.NonNegative(value, "request size"); }

    /// <summary>Bytes of the answer, as encoded. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public required DataSize Response { get; init => field = Require.NonNegative(value, "response size"); }

    /// <summary>One round trip of the network, without payload: <see cref="LatencyNumbers"/>, a <see cref="FibreRoute"/> as <see cref="LatencyProfile.Constant"/>, or a ping's percentiles. Null in process.</summary>
    public LatencyProfile? RoundTrip { get; init; }

    /// <summary>What the narrowest link carries for this connection, above 0. Null in process.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Bandwidth? Bandwidth { get; init => field = value is null ? null : Require.Positive(value, "bandwidth"); }

    /// <summary>What is there when a request comes. Default <see cref="TransportConnection.KeptAlive"/>.</summary>
    public TransportConnection Connection { get; init => field = Require.NotNull(value, "connection"); } = TransportConnection.KeptAlive;

    /// <summary>Part of the requests that open the <see cref="Connection"/>; the others find one alive. Default 100 %.</summary>
    public Fraction NewConnections { get; init => field = Require.Named(value, "new connections"); } = TransportDefaults.EveryRequest;

    /// <summary>Round trips of the protocol for one request: 1 for a call, more for a dialogue. At least 1. Default 1: a request and its answer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int RoundTrips
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, "round trips");
            field = value;
        }
    } = 1;

    /// <summary>Most that may be under way on a connection before an acknowledgement, above 0; null where buffers grow with the link.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public DataSize? Window { get; init => field = value is null ? null : Require.Positive(value, "window"); }

    /// <summary>Segments that a new connection may send at once. At least 1. Default 10 (RFC 6928).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Scalar InitialWindow { get; init => field = Require.AtLeast(1, value, "initial window"); } = TransportDefaults.InitialWindow;

    /// <summary>Payload of a segment, above 0. Default 1,460 bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public DataSize Segment { get; init => field = Require.Positive(value, "segment size"); } = TransportDefaults.Segment;

    /// <summary>CPU time to encode request and answer, at both ends together.</summary>
    public Duration Encoding => Result("encoding", () => Format.TimeOf(Request + Response));

    /// <summary>CPU time to encode and to decode both.</summary>
    public Duration Serialisation => Result("serialisation", () => 2 * Encoding);

    /// <summary>Bytes under way when the link is full: bandwidth x round trip. A smaller window leaves it idle. Null in process.</summary>
    public DataSize? BandwidthDelay => IsInProcess ? null : Result("bandwidth-delay product", () => Bandwidth! * RoundTrip!.P50);

    /// <summary>What one connection carries: the bandwidth, or a window each round trip. Null in process.</summary>
    public Bandwidth? Throughput => IsInProcess ? null : Result("throughput of a connection", () => Window is null ? Bandwidth! : Bandwidth.Min(Bandwidth!, Window / RoundTrip!.P50));

    /// <summary>Time the payload takes at that throughput; 0 in process.</summary>
    public Duration Sending => Result("sending", () => IsInProcess ? Duration.Zero : (Request + Response) / Throughput!);

    /// <summary>Round trips in which a new connection would send the request, the link being no limit.</summary>
    public Scalar RequestRounds => Result("slow-start rounds of the request", () => Rounds(Request));

    /// <summary>Round trips in which a new connection would send the answer, the link being no limit.</summary>
    public Scalar ResponseRounds => Result("slow-start rounds of the answer", () => Rounds(Response));

    /// <summary>Round trips that a request on a new connection waits longer: its handshake, and a window that is still small.</summary>
    public Scalar ExtraRoundTrips => Result("round trips of a new connection", () => IsInProcess ? Scalar.Zero : Connection.RoundTrips + Waits(RequestRounds) + Waits(ResponseRounds));

    /// <summary>The whole as a distribution: for any percentile, and to compose with others.</summary>
    public LatencyProfile Latency => Remember(() => IsInProcess ? LatencyProfile.Constant(Serialisation) : Connection.IsNew ? LatencyProfile.Mix((NewConnections.AsScalar(), Fresh), ((1 - NewConnections).AsScalar(), Warm)) : Warm);

    /// <summary>Median.</summary>
    public Duration P50 => Result("transport p50", () => Latency.P50);

    /// <summary>99th percentile.</summary>
    public Duration P99 => Result("transport p99", () => Latency.P99);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results =>
        [.. new IQuantity?[] { Serialisation, BandwidthDelay, Throughput, Sending, Connection.IsNew ? ExtraRoundTrips : null, P50, P99 }.OfType<IQuantity>()];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => TransportFindings.Of(this);

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions
    {
        get
        {
            if (IsInProcess && (RoundTrip is not null || Bandwidth is not null || Connection.IsNew))
                yield return "a call in the process crosses no network: leave RoundTrip, Bandwidth and Connection out, or choose another format";
            if (!IsInProcess && (RoundTrip is null || Bandwidth is null))
                yield return $"{Format} crosses a network: give its RoundTrip and its Bandwidth";
        }
    }

    internal bool IsInProcess => Format.IsInProcess;

    /// <summary>This call as a stage of a path.</summary>
    /// <param name="name">What the path calls it.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public LatencyStage AsStage(string name) => LatencyStage.Of(name, Latency);

    private LatencyProfile Warm => AfterTrips(RoundTrips);

    private LatencyProfile Fresh => AfterTrips(ExtraRoundTrips + RoundTrips);

    private LatencyProfile AfterTrips(Scalar trips) => LatencyProfile.Constant(Serialisation + Sending).Then(RoundTrip!.Repeated(trips));

    /// <summary>1, 2, 4, ... initial windows a round: (2^rounds - 1) of them in all.</summary>
    private Scalar Rounds(DataSize bytes) => Log2(bytes / (InitialWindow * Segment) + 1).Ceiling();

    /// <summary>The last round only sends. A window that has grown to the bandwidth-delay product, or to its limit, sends without waiting.</summary>
    private Scalar Waits(Scalar rounds) => Scalar.Max(0, Scalar.Min(rounds - 1, Growing));

    private Scalar Growing => Result("rounds until the window is grown", () => Scalar.Max(0, Log2(Throughput! * RoundTrip!.P50 / (InitialWindow * Segment))).Ceiling());

    private static Scalar Log2(Scalar number) => number.Log() / Math.Log(2);
}
