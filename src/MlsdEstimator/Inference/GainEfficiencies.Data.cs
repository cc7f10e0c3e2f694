namespace MlsdEstimator;

/// <content>Written by <c>benchmarks/MlsdEstimator.Accuracy --fit</c> from the rows in its folder Data.</content>
internal sealed partial class GainEfficiencies
{
    /// <summary>By kind of change: measured over promised speed-up, standard deviation of its logarithm, pairs.</summary>
    public static GainEfficiencies Fitted { get; } = new(
    [
        new(GainKind.NarrowerOnCpu, null, 0.808, 0.351, 94, new DateOnly(2026, 11, 22)),
        new(GainKind.NarrowerOnCpu, "OpenVINO", 0.677, 0.306, 30, new DateOnly(2026, 11, 22)),
        new(GainKind.NarrowerOnCpu, "TensorFlow", 1.024, 0.434, 28, new DateOnly(2026, 11, 22)),
        new(GainKind.NarrowerOnCpu, "TensorFlow Lite", 0.862, 0.223, 32, new DateOnly(2026, 11, 22)),
        new(GainKind.NarrowerOnAccelerator, null, 1.053, 0.246, 20, new DateOnly(2026, 11, 22)),
        new(GainKind.NarrowerOnAccelerator, "TensorRT", 1.074, 0.190, 18, new DateOnly(2026, 11, 22)),
        new(GainKind.StorageOnly, null, 0.899, 0.191, 38, new DateOnly(2026, 11, 22)),
        new(GainKind.StorageOnly, "OpenVINO", 0.878, 0.197, 16, new DateOnly(2026, 11, 22)),
        new(GainKind.StorageOnly, "unknown stack", 0.938, 0.208, 22, new DateOnly(2026, 11, 22)),
        new(GainKind.StorageOnlyBoundByArithmetic, null, 0.823, 0.198, 9, new DateOnly(2026, 11, 22)),
        new(GainKind.StorageOnlyBoundByArithmetic, "unknown stack", 0.730, 0.166, 9, new DateOnly(2026, 11, 22)),
        new(GainKind.Zeros, null, 0.843, 0.190, 15, new DateOnly(2026, 11, 22)),
        new(GainKind.Zeros, "DeepSparse", 0.843, 0.172, 15, new DateOnly(2026, 11, 22)),
        new(GainKind.SmallerNetwork, null, 0.843, 0.250, 4, new DateOnly(2026, 11, 22)),
        new(GainKind.Compilation, null, 0.685, 0.355, 10, new DateOnly(2026, 11, 22)),
        new(GainKind.Compilation, "TensorRT", 0.579, 0.367, 10, new DateOnly(2026, 11, 22)),
    ]);
}
