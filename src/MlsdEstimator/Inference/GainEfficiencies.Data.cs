namespace MlsdEstimator;

/// <content>Written by <c>benchmarks/MlsdEstimator.Accuracy --fit</c> from the rows in its folder Data.</content>
internal sealed partial class GainEfficiencies
{
    /// <summary>By kind of change: measured over promised speed-up, standard deviation of its logarithm, pairs.</summary>
    public static GainEfficiencies Fitted { get; } = new(
    [
        new(GainKind.NarrowerOnCpu, null, 0.735, 0.298, 94, new DateOnly(2026, 11, 21)),
        new(GainKind.NarrowerOnCpu, "OpenVINO", 0.663, 0.280, 30, new DateOnly(2026, 11, 21)),
        new(GainKind.NarrowerOnCpu, "TensorFlow", 0.807, 0.377, 28, new DateOnly(2026, 11, 21)),
        new(GainKind.NarrowerOnCpu, "TensorFlow Lite", 0.803, 0.190, 32, new DateOnly(2026, 11, 21)),
        new(GainKind.NarrowerOnAccelerator, null, 1.032, 0.146, 20, new DateOnly(2026, 11, 21)),
        new(GainKind.NarrowerOnAccelerator, "TensorRT", 1.037, 0.099, 18, new DateOnly(2026, 11, 21)),
        new(GainKind.StorageOnly, null, 0.892, 0.145, 38, new DateOnly(2026, 11, 21)),
        new(GainKind.StorageOnly, "OpenVINO", 0.891, 0.114, 16, new DateOnly(2026, 11, 21)),
        new(GainKind.StorageOnly, "unknown stack", 0.896, 0.152, 22, new DateOnly(2026, 11, 21)),
        new(GainKind.StorageOnlyBoundByArithmetic, null, 0.648, 0.284, 9, new DateOnly(2026, 11, 21)),
        new(GainKind.StorageOnlyBoundByArithmetic, "unknown stack", 0.648, 0.294, 9, new DateOnly(2026, 11, 21)),
        new(GainKind.Zeros, null, 0.872, 0.227, 15, new DateOnly(2026, 11, 21)),
        new(GainKind.Zeros, "DeepSparse", 0.872, 0.221, 15, new DateOnly(2026, 11, 21)),
        new(GainKind.SmallerNetwork, null, 0.854, 0.250, 4, new DateOnly(2026, 11, 21)),
        new(GainKind.Compilation, null, 0.096, 0.374, 10, new DateOnly(2026, 11, 21)),
        new(GainKind.Compilation, "TensorRT", 0.096, 0.402, 10, new DateOnly(2026, 11, 21)),
    ]);
}
