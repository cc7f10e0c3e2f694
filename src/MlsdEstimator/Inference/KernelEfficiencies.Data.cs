namespace MlsdEstimator;

/// <summary>Costs of single kernels. Written by <c>benchmarks/MlsdEstimator.Accuracy --fit</c> from the rows in its folder Data.</summary>
internal static class KernelEfficiencies
{
    /// <summary>Matrix products.</summary>
    public static GemmCosts Gemm { get; } = new(0.320, 1.200, 4.658e-6, 11.4, 0.077, 0.093, 280, new DateOnly(2026, 11, 21));

    /// <summary>All-reduces.</summary>
    public static AllReduceCosts AllReduce { get; } = new(3.599e-5, 0.167, 0.250, 0.143, 24, new DateOnly(2026, 11, 21));
}
