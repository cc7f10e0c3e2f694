namespace MlsdEstimator;

/// <content>Written by <c>benchmarks/MlsdEstimator.Accuracy --fit</c> from the rows in its folder Data.</content>
internal sealed partial class GainEfficiencies
{
    /// <summary>By kind of change: measured over promised speed-up, standard deviation of its logarithm, pairs.</summary>
    public static GainEfficiencies Fitted { get; } = new(
    [
        new(GainKind.NarrowerOnCpu, 0.735, 0.298, 94, new DateOnly(2026, 11, 21)),
        new(GainKind.NarrowerOnAccelerator, 1.032, 0.146, 20, new DateOnly(2026, 11, 21)),
        new(GainKind.StorageOnly, 0.891, 0.144, 38, new DateOnly(2026, 11, 21)),
        new(GainKind.StorageOnlyBoundByArithmetic, 0.648, 0.284, 9, new DateOnly(2026, 11, 21)),
        new(GainKind.Zeros, 0.872, 0.227, 15, new DateOnly(2026, 11, 21)),
        new(GainKind.SmallerNetwork, 0.854, 0.226, 4, new DateOnly(2026, 11, 21)),
        new(GainKind.Compilation, 0.097, 0.374, 10, new DateOnly(2026, 11, 21)),
    ]);
}
