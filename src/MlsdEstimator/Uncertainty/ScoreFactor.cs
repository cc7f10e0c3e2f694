namespace MlsdEstimator;

/// <summary>One independent standard-normal unknown. It is its object, has no value, and owns one stream of draws in a run.</summary>
internal sealed class ScoreFactor;
