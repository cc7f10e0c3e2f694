namespace MlsdEstimator;

/// <summary>What a request waits for before its first byte may leave: round trips of the handshakes.</summary>
public sealed record TransportConnection
{
    private TransportConnection(string name, int roundTrips) => (Name, RoundTrips) = (name, roundTrips);

    /// <summary>The connection is there already, its window grown: 0 round trips.</summary>
    public static TransportConnection KeptAlive { get; } = new("kept alive", 0);

    /// <summary>A new connection whose first data travels with the handshake (QUIC or TLS 1.3 early data): 0 round trips, but its window starts small.</summary>
    public static TransportConnection ZeroRoundTrips { get; } = new("0-RTT", 0);

    /// <summary>A new TCP connection without encryption: 1 round trip.</summary>
    public static TransportConnection Tcp { get; } = new("TCP", 1);

    /// <summary>A new QUIC connection, encryption included (RFC 9001): 1 round trip.</summary>
    public static TransportConnection Quic { get; } = new("QUIC", 1);

    /// <summary>A new TCP connection and TLS 1.3 (RFC 8446): 1 + 1 round trips.</summary>
    public static TransportConnection Tls13 { get; } = new("TCP and TLS 1.3", 2);

    /// <summary>A new TCP connection and TLS 1.2 (RFC 5246): 1 + 2 round trips.</summary>
    public static TransportConnection Tls12 { get; } = new("TCP and TLS 1.2", 3);

    /// <summary>What it is.</summary>
    public string Name { get; }

    /// <summary>Round trips before the request may leave.</summary>
    public int RoundTrips { get; }

    /// <summary>Nothing of it is there when the request comes.</summary>
    internal bool IsNew => this != KeptAlive;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
