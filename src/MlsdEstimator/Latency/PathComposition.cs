namespace MlsdEstimator;

/// <summary>Outputs of the one node of a path.</summary>
/// <param name="Percentiles">At the standard levels.</param>
/// <param name="Exceeding">P(later than the SLO).</param>
internal sealed record PathComposition(IReadOnlyList<Duration> Percentiles, Fraction Exceeding);
