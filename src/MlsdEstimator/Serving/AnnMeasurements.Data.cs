namespace MlsdEstimator;

/// <summary>Costs of a query. Written by <c>benchmarks/MlsdEstimator.Accuracy --fit</c> from the rows in its folder Data.</summary>
internal static class AnnMeasurements
{
    /// <summary>HNSW graphs in memory.</summary>
    public static AnnCosts Costs { get; } = new(1.768e-3, 8.471e-5, (0.457, 0.576, 0.316), 440.6, (0.741, 1.840, 3.096, 1.831), (0.628, 0.700), 113, new DateOnly(2026, 11, 21));
}
