namespace MlsdEstimator.Samples;

/// <summary>The key-value store that cases read bundles of features from: calls as one company published them, nodes as public benchmarks load them.</summary>
internal static class CacheNodes
{
    public static FeatureGroup Holding(CaseInputs inputs, Scalar entities, DataSize bundle, Fraction hitRatio) => new()
    {
        Entities = entities.Named("entities per request"),
        KeysPerEntity = inputs.Of("keys per entity", Scalar.FromNumber(1), "one bundle for each entity"),
        BundleSize = bundle,
        CacheHitRatio = hitRatio,
        KeysPerCall = inputs.Of("keys per call", Scalar.FromNumber(100), "multi-get"),
        ParallelCalls = inputs.Of("calls in parallel", Scalar.FromNumber(8), RequestCase.Assumed),
        Call = LatencyProfile.LogNormal(
            inputs.Of("store call p50", 8.Milliseconds, "Lyft feature store (2019)"),
            inputs.Of("store call p99", 40.Milliseconds, "Lyft feature store (2019)")),
        KeysPerSecondPerShard = inputs.Of("keys per second per shard", 80e3.PerSecond.To(300e3.PerSecond, best: 100e3.PerSecond), "Redis docs: 81k/s alone, 300k/s pipelined"),
        ShardName = "cache node, 8 vCPU 64 GB",
        ShardPrice = inputs.Of("cache node price", 248.DollarsPerMonth, "napkin-math (2026): $15 a vCPU, $2 a GB"),
    };
}
