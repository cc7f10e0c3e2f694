namespace MlsdEstimator;

/// <content>Written by <c>benchmarks/MlsdEstimator.Accuracy --fit</c> from the rows in its folder Data.</content>
internal sealed partial class GainEfficiencies
{
    /// <summary>By kind of change: measured over promised speed-up, standard deviation of its logarithm, pairs.</summary>
    public static GainEfficiencies Fitted { get; } = new(
    [
        new(GainKind.NarrowerOnCpu, null, 0.808, 0.359, 94, new DateOnly(2026, 11, 21)),
        new(GainKind.NarrowerOnCpu, "OpenVINO", 0.677, 0.308, 30, new DateOnly(2026, 11, 21)),
        new(GainKind.NarrowerOnCpu, "TensorFlow", 1.028, 0.432, 28, new DateOnly(2026, 11, 21)),
        new(GainKind.NarrowerOnCpu, "TensorFlow Lite", 0.858, 0.222, 32, new DateOnly(2026, 11, 21)),
        new(GainKind.NarrowerOnAccelerator, null, 1.000, 0.220, 20, new DateOnly(2026, 11, 21)),
        new(GainKind.NarrowerOnAccelerator, "TensorRT", 1.022, 0.183, 18, new DateOnly(2026, 11, 21)),
        new(GainKind.StorageOnly, null, 0.888, 0.185, 38, new DateOnly(2026, 11, 21)),
        new(GainKind.StorageOnly, "OpenVINO", 0.874, 0.195, 16, new DateOnly(2026, 11, 21)),
        new(GainKind.StorageOnly, "unknown stack", 0.918, 0.197, 22, new DateOnly(2026, 11, 21)),
        new(GainKind.StorageOnlyBoundByArithmetic, null, 0.821, 0.204, 9, new DateOnly(2026, 11, 21)),
        new(GainKind.StorageOnlyBoundByArithmetic, "unknown stack", 0.718, 0.174, 9, new DateOnly(2026, 11, 21)),
        new(GainKind.Zeros, null, 0.846, 0.190, 15, new DateOnly(2026, 11, 21)),
        new(GainKind.Zeros, "DeepSparse", 0.845, 0.172, 15, new DateOnly(2026, 11, 21)),
        new(GainKind.SmallerNetwork, null, 0.846, 0.250, 4, new DateOnly(2026, 11, 21)),
        new(GainKind.Compilation, null, 0.846, 0.326, 10, new DateOnly(2026, 11, 21)),
        new(GainKind.Compilation, "TensorRT", 0.742, 0.348, 10, new DateOnly(2026, 11, 21)),
    ]);
}
