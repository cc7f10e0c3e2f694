namespace MlsdEstimator;

/// <summary>What a transport assumes when nothing is said.</summary>
internal static class TransportDefaults
{
    /// <summary>Every request pays for the connection that is named.</summary>
    public static readonly Fraction EveryRequest = Fraction.One.Named("new connections").AsDefault("every request opens the connection that is named; give the share where a pool keeps them");

    /// <summary>Segments that a new connection may send before the first acknowledgement.</summary>
    public static readonly Scalar InitialWindow = Scalar.FromNumber(10).Named("initial window").AsDefault("10 segments: RFC 6928 (2013), the default of Linux since 2.6.39");

    /// <summary>Payload of a segment on Ethernet: 1,500 bytes less 40 of headers.</summary>
    public static readonly DataSize Segment = DataSize.FromBytes(1460).Named("segment size").AsDefault("1,500 bytes of Ethernet less 40 bytes of IP and TCP headers");

    /// <summary>Group index of a single-mode fibre: light travels at c / 1.468.</summary>
    public static readonly Scalar RefractiveIndex = Scalar.FromNumber(1.468).Named("refractive index of fibre").AsDefault("group index 1.468 of single-mode fibre at 1,550 nm (ITU-T G.652 fibres)");

    /// <summary>Measured round trips over the floor of the great circle: North America west to Singapore 180 ms over 13,600 km is 1.35, California to the Netherlands 150 ms over 8,800 km is 1.74.</summary>
    public static readonly Scalar RouteFactor = Uncertain.Range(1.3, 1.5, 1.8).AsScalar().Named("route factor")
        .AsDefault("round trips of sirupsen/napkin-math (2026-03) and of Dean's numbers over the great circle: 1.35 to 1.74");
}
