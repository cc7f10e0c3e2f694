namespace MlsdEstimator;

/// <summary>How a stage is made of others.</summary>
internal enum StageKind
{
    Single,
    Sequence,
    Parallel,
    FanOut,
    Cached,
    Hedged,
}
