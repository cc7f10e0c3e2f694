namespace MlsdEstimator;

/// <summary>A time read from a grid.</summary>
/// <param name="Time">Above the least time of the sum, in seconds; not a number beyond the grid.</param>
/// <param name="IsSmooth">Where it is not, it is known to a cell only.</param>
internal readonly record struct GridQuantile(double Time, bool IsSmooth);
