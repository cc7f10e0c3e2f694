namespace MlsdEstimator;

/// <summary>What a stage costs the whole path: how its target percentile would change.</summary>
/// <param name="Stage">Name of the stage.</param>
/// <param name="Without">Percentile of the path without the stage.</param>
/// <param name="TwiceAsFast">Percentile of the path with the stage twice as fast.</param>
/// <param name="Saved">What leaving the stage out saves.</param>
/// <param name="SavedByHalf">What making it twice as fast saves.</param>
public sealed record StageGain(string Stage, Duration Without, Duration TwiceAsFast, Duration Saved, Duration SavedByHalf);
