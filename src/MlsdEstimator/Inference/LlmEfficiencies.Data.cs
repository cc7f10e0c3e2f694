namespace MlsdEstimator;

/// <content>Written by <c>benchmarks/MlsdEstimator.Accuracy --fit</c> from the rows in its folder Data.</content>
internal sealed partial class LlmEfficiencies
{
    /// <summary>Starting values before the first fit.</summary>
    public static LlmEfficiencies Fitted { get; } = new(
        [new("unknown stack", 0, 0, [0.24, 1.5, 1.3, 0.4, 0.8, 1.4, 2, 0.8, 1.6, 0.65, 22e-6, 250e-6, 34e-6, 1.5e-3, 7e-6, 9e-6, 1.1, 2.5, 1.1, 0.76, 0.05, 0.08, 0.16, 1650])],
        [],
        [new("unknown stack", 0.35, [0.35, 0.35, 0.5, 0.35])],
        new DateOnly(2026, 11, 21));
}
