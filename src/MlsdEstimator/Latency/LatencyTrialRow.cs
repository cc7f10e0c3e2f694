namespace MlsdEstimator;

/// <summary>What one change does to a path.</summary>
/// <param name="Change">The change, with its cost and quality.</param>
/// <param name="Alone">The path with this change only: its percentiles, <see cref="LatencyPath.WithinSlo"/>, and <c>MeetsSlo.Probability()</c> where inputs are ranges.</param>
/// <param name="AfterBetter">The path with all changes that rank higher, and this one.</param>
public sealed record LatencyTrialRow(LatencyChange Change, LatencyPath Alone, LatencyPath AfterBetter)
{
    /// <summary>"int8: p50 120 ms, p99 190 ms alone; p99 170 ms after the better ones".</summary>
    public override string ToString() => $"{Change.Name}: p50 {Alone.P50}, p99 {Alone.P99} alone; p99 {AfterBetter.P99} after the better ones";
}
