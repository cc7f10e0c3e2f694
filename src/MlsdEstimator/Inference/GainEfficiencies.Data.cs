namespace MlsdEstimator;

/// <content>Written by <c>benchmarks/MlsdEstimator.Accuracy --fit</c> from the rows in its folder Data.</content>
internal sealed partial class GainEfficiencies
{
    /// <summary>By kind of change: measured over promised speed-up, standard deviation of its logarithm, pairs.</summary>
    public static GainEfficiencies Fitted { get; } = new(
    [
        new(GainKind.NarrowerOnCpu, null, 0.809, 0.361, 94, new DateOnly(2026, 11, 22)),
        new(GainKind.NarrowerOnCpu, "OpenVINO", 0.677, 0.307, 30, new DateOnly(2026, 11, 22)),
        new(GainKind.NarrowerOnCpu, "TensorFlow", 1.020, 0.430, 28, new DateOnly(2026, 11, 22)),
        new(GainKind.NarrowerOnCpu, "TensorFlow Lite", 0.866, 0.227, 32, new DateOnly(2026, 11, 22)),
        new(GainKind.NarrowerOnAccelerator, null, 1.056, 0.246, 20, new DateOnly(2026, 11, 22)),
        new(GainKind.NarrowerOnAccelerator, "TensorRT", 1.077, 0.191, 18, new DateOnly(2026, 11, 22)),
        new(GainKind.StorageOnly, null, 0.896, 0.187, 38, new DateOnly(2026, 11, 22)),
        new(GainKind.StorageOnly, "OpenVINO", 0.876, 0.197, 16, new DateOnly(2026, 11, 22)),
        new(GainKind.StorageOnly, "unknown stack", 0.926, 0.204, 22, new DateOnly(2026, 11, 22)),
        new(GainKind.StorageOnlyBoundByArithmetic, null, 0.821, 0.201, 9, new DateOnly(2026, 11, 22)),
        new(GainKind.StorageOnlyBoundByArithmetic, "unknown stack", 0.730, 0.170, 9, new DateOnly(2026, 11, 22)),
        new(GainKind.Zeros, null, 0.845, 0.190, 15, new DateOnly(2026, 11, 22)),
        new(GainKind.Zeros, "DeepSparse", 0.844, 0.172, 15, new DateOnly(2026, 11, 22)),
        new(GainKind.SmallerNetwork, null, 0.845, 0.250, 4, new DateOnly(2026, 11, 22)),
        new(GainKind.Compilation, null, 0.717, 0.347, 10, new DateOnly(2026, 11, 22)),
        new(GainKind.Compilation, "TensorRT", 0.604, 0.366, 10, new DateOnly(2026, 11, 22)),
    ]);
}
