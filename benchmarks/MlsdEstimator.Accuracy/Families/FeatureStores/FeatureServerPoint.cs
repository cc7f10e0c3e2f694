namespace MlsdEstimator.Accuracy;

/// <summary>A server's rows and the constants fitted to them.</summary>
/// <param name="Problem">The rows.</param>
/// <param name="Point">Logarithms of the constants.</param>
internal sealed record FeatureServerPoint(FeatureServerProblem Problem, double[] Point);
