namespace MlsdEstimator.Accuracy;

/// <summary>A percentile of the latency of a feature read, in milliseconds: each row of the file makes one for its p50 and one for its p99.</summary>
internal sealed record FeatureStoreRow : Measurement
{
    /// <summary>What both percentiles of a row share.</summary>
    public required FeatureRead Read { get; init; }

    /// <summary>True for the p99, false for the p50.</summary>
    public required bool IsTail { get; init; }
}
