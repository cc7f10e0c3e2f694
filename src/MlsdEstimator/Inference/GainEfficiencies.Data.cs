namespace MlsdEstimator;

/// <content>Written by <c>benchmarks/MlsdEstimator.Accuracy --fit</c> from the rows in its folder Data.</content>
internal sealed partial class GainEfficiencies
{
    /// <summary>By kind of change: measured over promised speed-up, standard deviation of its logarithm, pairs.</summary>
    public static GainEfficiencies Fitted { get; } = new(
    [
        new(GainKind.NarrowerOnCpu, null, 0.808, 0.360, 94, new DateOnly(2026, 11, 21)),
        new(GainKind.NarrowerOnCpu, "OpenVINO", 0.677, 0.307, 30, new DateOnly(2026, 11, 21)),
        new(GainKind.NarrowerOnCpu, "TensorFlow", 1.021, 0.432, 28, new DateOnly(2026, 11, 21)),
        new(GainKind.NarrowerOnCpu, "TensorFlow Lite", 0.864, 0.226, 32, new DateOnly(2026, 11, 21)),
        new(GainKind.NarrowerOnAccelerator, null, 1.083, 0.256, 20, new DateOnly(2026, 11, 21)),
        new(GainKind.NarrowerOnAccelerator, "TensorRT", 1.104, 0.194, 18, new DateOnly(2026, 11, 21)),
        new(GainKind.StorageOnly, null, 0.897, 0.189, 38, new DateOnly(2026, 11, 21)),
        new(GainKind.StorageOnly, "OpenVINO", 0.877, 0.197, 16, new DateOnly(2026, 11, 21)),
        new(GainKind.StorageOnly, "unknown stack", 0.931, 0.207, 22, new DateOnly(2026, 11, 21)),
        new(GainKind.StorageOnlyBoundByArithmetic, null, 0.821, 0.204, 9, new DateOnly(2026, 11, 21)),
        new(GainKind.StorageOnlyBoundByArithmetic, "unknown stack", 0.719, 0.173, 9, new DateOnly(2026, 11, 21)),
        new(GainKind.Zeros, null, 0.850, 0.190, 15, new DateOnly(2026, 11, 21)),
        new(GainKind.Zeros, "DeepSparse", 0.845, 0.172, 15, new DateOnly(2026, 11, 21)),
        new(GainKind.SmallerNetwork, null, 0.850, 0.250, 4, new DateOnly(2026, 11, 21)),
        new(GainKind.Compilation, null, 0.850, 0.345, 10, new DateOnly(2026, 11, 21)),
        new(GainKind.Compilation, "TensorRT", 0.715, 0.371, 10, new DateOnly(2026, 11, 21)),
    ]);
}
