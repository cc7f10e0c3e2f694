namespace MlsdEstimator;

/// <summary>Standard deviations of the logarithms of a server's fitted constants.</summary>
/// <param name="Fixed">Of a server's time per request, between runs.</param>
/// <param name="PerView">Of its time per feature view, between runs.</param>
/// <param name="PerValue">Of its time per value, between runs.</param>
/// <param name="Capacity">Of the requests that it serves at once beyond the first.</param>
/// <param name="Tail">Of p99 - p50.</param>
internal sealed record FeatureDoubts(double Fixed, double PerView, double PerValue, double Capacity, double Tail);
