namespace MlsdEstimator;

/// <summary>One row of a sweep.</summary>
/// <param name="Inputs">Values of the swept inputs.</param>
/// <param name="Outputs">The tabulated quantities at these values; infeasible where they cannot be.</param>
public sealed record SweepRow(IReadOnlyList<IQuantity> Inputs, IReadOnlyList<IQuantity> Outputs);
