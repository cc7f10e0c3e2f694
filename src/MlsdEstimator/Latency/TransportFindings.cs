namespace MlsdEstimator;

/// <summary>What the parts of a transport mean: handshakes that a pool would spare, a window too small for the link, serialisation that costs more than the network.</summary>
internal static class TransportFindings
{
    public static IReadOnlyList<Finding> Of(Transport transport) =>
        transport.IsInProcess || !transport.P50.IsFeasible ? [] : [.. Handshakes(transport), .. SmallWindow(transport), .. Encoding(transport)];

    private static IEnumerable<Finding> Handshakes(Transport transport)
    {
        if (transport.Connection.IsNew && (transport.ExtraRoundTrips * transport.NewConnections.AsScalar() >= 0.5).Nominally == true)
            yield return new Finding(Severity.Warning, FindingCodes.Consequence, $"{transport.NewConnections} of the requests open a connection ({transport.Connection}): {transport.ExtraRoundTrips} round trips more, {transport.ExtraRoundTrips * transport.RoundTrip!.P50} each time. Keep connections alive.", transport.ExtraRoundTrips);
    }

    private static IEnumerable<Finding> SmallWindow(Transport transport)
    {
        if (transport.Window is not null && (transport.Window < transport.BandwidthDelay!).Nominally == true)
            yield return new Finding(Severity.Warning, FindingCodes.Consequence, $"A window of {transport.Window} is below the bandwidth-delay product of {transport.BandwidthDelay}: a connection carries {transport.Throughput} of {transport.Bandwidth}. Enlarge the window, or use several connections.", transport.Throughput);
    }

    private static IEnumerable<Finding> Encoding(Transport transport)
    {
        if ((transport.Serialisation > transport.P50 / 2).Nominally == true)
            yield return new Finding(Severity.Note, FindingCodes.Consequence, $"Encoding and decoding take {transport.Serialisation} of the median of {transport.P50}, as {transport.Format}: a binary format, fewer bytes or a call in the process gains more than a faster network.", transport.Serialisation);
    }
}
