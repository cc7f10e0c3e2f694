namespace MlsdEstimator.Tests;

/// <summary>Formulas of latency and latency numbers that the library computes.</summary>
internal static class LatencyFormulas
{
    private static readonly Bandwidth GibibytePerSecond = DataSize.Gibibyte / Duration.Second;

    public static readonly Dictionary<string, Func<VectorInputs, double>> All = new()
    {
        ["lognormal sigma"] = row => Call(row).Sigma.Value,
        ["lognormal mean"] = row => row.Answer(Call(row).Mean),
        ["lognormal scv"] = row => Call(row).Scv.Value,
        ["lognormal p50"] = row => row.Answer(Call(row).P50),
        ["lognormal p90"] = row => row.Answer(Call(row).P90),
        ["lognormal p95"] = row => row.Answer(Call(row).P95),
        ["lognormal p99"] = row => row.Answer(Call(row).P99),
        ["lognormal p99.9"] = row => row.Answer(Call(row).P999),

        ["time = bytes/throughput"] = row => (row.Number("bytes").Bytes / (row.Count("gib_per_s") * GibibytePerSecond)).Seconds,
        ["time = ops*latency"] = row => (row.Count("ops") * row.Time("latency")).Seconds,
        ["transfer"] = row => Wire(row, "bytes", DataSize.Byte, row.Time("rtt"), row.Count("gib_per_s") * GibibytePerSecond).P50.Seconds,
        ["fibre RTT lower bound"] = row => new FibreRoute { Kilometres = row.Count("km"), RefractiveIndex = row.Count("refractive_index") }.Floor.Seconds,
        ["bandwidth-delay product"] = row => Wire(row, null, DataSize.Byte, row.Time("rtt"), row.Number("gbit_per_s").GigabitsPerSecond).BandwidthDelay!.Bytes,
        ["slow-start round trips"] = row => (Wire(row, "bytes", DataSize.Byte, 1.Seconds, GibibytePerSecond) with { InitialWindow = row.Count("iw"), Segment = row.Number("mss").Bytes }).ResponseRounds.Value,
        ["JSON serialise"] = row => (Wire(row, "mib", DataSize.Mebibyte, 1.Seconds, GibibytePerSecond) with { Format = WireFormat.Of("JSON", row.Count("mib_per_s") * DataSize.Mebibyte / Duration.Second) }).Encoding.Seconds,
    };

    private static LogNormalLatency Call(VectorInputs row) => LatencyProfile.LogNormal(row.Time("p50"), row.Time("p99"));

    private static Transport Wire(VectorInputs row, string? size, DataSize unit, Duration roundTrip, Bandwidth bandwidth) => new()
    {
        Format = WireFormat.Raw,
        Request = DataSize.Zero,
        Response = size is null ? DataSize.Zero : row.Count(size) * unit,
        RoundTrip = LatencyProfile.Constant(roundTrip),
        Bandwidth = bandwidth,
    };
}
