namespace MlsdEstimator;

/// <summary>Fitted constants of a feature server.</summary>
/// <param name="FixedMs">Milliseconds of every request.</param>
/// <param name="PerViewMs">Milliseconds of each feature view.</param>
/// <param name="PerValueUs">Microseconds of each value.</param>
/// <param name="Capacity">Requests in service at once on one host.</param>
/// <param name="Spread">p99 - p50 of an idle server over its service time.</param>
/// <param name="PauseMs">Milliseconds that a pause adds.</param>
/// <param name="PauseFromMs">Service time, in milliseconds, from which on a pause is in the p99.</param>
/// <param name="LoadSpread">p99 - p50 of a full server over its p50.</param>
/// <param name="Doubts">How far its constants are doubted.</param>
/// <param name="Rows">Rows it was fitted to.</param>
internal readonly record struct FeatureServerFit(
    double FixedMs, double PerViewMs, double PerValueUs, double Capacity, double Spread, double PauseMs, double PauseFromMs, double LoadSpread, FeatureDoubts Doubts, int Rows);
