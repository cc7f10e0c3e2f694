namespace MlsdEstimator.Samples;

/// <summary>One row of a sweep.</summary>
/// <param name="Inputs">Values of the swept inputs.</param>
/// <param name="Results">Values of the results; null where the design has no such result at these inputs.</param>
internal sealed record CaseSweepRow(IReadOnlyList<IQuantity> Inputs, IReadOnlyList<IQuantity?> Results);
