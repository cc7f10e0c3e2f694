namespace MlsdEstimator.Tests;

/// <summary>Formulas of latency, feature stores and latency numbers that the library computes.</summary>
internal static class LatencyFormulas
{
    private static readonly Bandwidth GibibytePerSecond = DataSize.Gibibyte / Duration.Second;

    public static readonly Dictionary<string, Func<VectorInputs, double>> All = new()
    {
        ["lognormal sigma"] = row => Call(row).Sigma.Value,
        ["lognormal mean"] = row => row.Answer(Call(row).Mean),
        ["lognormal scv"] = row => Call(row).Scv.Value,
        ["lognormal p95"] = row => row.Answer(Call(row).Percentile(0.95)),
        ["lognormal p99.9"] = row => row.Answer(Call(row).Percentile(0.999)),
        ["backend load"] = row => Fetch(row.Number("qps").PerSecond, 1, 1, row.Share("hit_ratio")).StoreReads.PerSecond,

        ["key reads/s"] = row => Fetch(row.Number("qps").PerSecond, row.Count("candidates"), row.Count("feature_views")).BundleReads.PerSecond,
        ["egress bytes/s"] = row => Fetch(row.Number("qps").PerSecond, row.Count("rows"), 1, bytes: row.Count("features") * row.Count("bytes")).Bytes.BytesPerSecond,

        ["time = bytes/throughput"] = row => (row.Number("bytes").Bytes / (row.Count("gib_per_s") * GibibytePerSecond)).Seconds,
        ["time = ops*latency"] = row => (row.Count("ops") * row.Time("latency")).Seconds,
        ["transfer"] = row => (row.Time("rtt") + row.Number("bytes").Bytes / (row.Count("gib_per_s") * GibibytePerSecond)).Seconds,
        ["bandwidth-delay product"] = row => (row.Number("gbit_per_s").GigabitsPerSecond * row.Time("rtt")).Bytes,
        ["JSON serialise"] = row => (row.Count("mib") * DataSize.Mebibyte / (row.Count("mib_per_s") * DataSize.Mebibyte / Duration.Second)).Seconds,
    };

    private static LogNormalLatency Call(VectorInputs row) => LatencyProfile.LogNormal(row.Time("p50"), row.Time("p99"));

    private static FeatureFetch Fetch(Rate requests, Scalar entities, Scalar keys, Fraction? hits = null, Scalar? bytes = null) => new()
    {
        Requests = Load.Of(requests, requests, "requests"),
        EntitiesPerRequest = entities,
        KeysPerEntity = keys,
        BundleSize = (bytes ?? 1) * DataSize.Byte,
        CacheHitRatio = hits ?? Fraction.Zero,
        KeysPerCall = 100,
        ParallelCalls = 1,
        Call = LatencyProfile.LogNormal(1.Milliseconds, 2.Milliseconds),
    };
}
