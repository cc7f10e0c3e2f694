namespace MlsdEstimator;

/// <summary>Costs of a query. Written by <c>benchmarks/MlsdEstimator.Accuracy --fit</c> from the rows in its folder Data.</summary>
internal static class AnnMeasurements
{
    /// <summary>HNSW graphs in memory.</summary>
    public static AnnCosts Costs { get; } = new(1.768e-3, 8.460e-5, (0.457, 0.576, 0.316), 440.7, (0.740, 1.837, 3.081, 1.833), (0.517, 0.733), 113, new DateOnly(2026, 11, 21));
}
