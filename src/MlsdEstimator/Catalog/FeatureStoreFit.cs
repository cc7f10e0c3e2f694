namespace MlsdEstimator;

/// <summary>Fitted constants of an online store.</summary>
/// <param name="CallP50Ms">Median milliseconds of a call for one key.</param>
/// <param name="TailRatio">p99 over p50.</param>
/// <param name="PerKeyUs">Microseconds that each further key adds.</param>
/// <param name="Doubt">Standard deviation of the logarithm of its times.</param>
/// <param name="Rows">Rows it was fitted to.</param>
internal readonly record struct FeatureStoreFit(double CallP50Ms, double TailRatio, double PerKeyUs, double Doubt, int Rows);
