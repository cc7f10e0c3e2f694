namespace MlsdEstimator;

/// <summary>What a GPU spends on an operation and on a byte, and the power that limits it. Fitted to networks; language models spend the same.</summary>
internal static class BoardEnergy
{
    /// <summary>A byte of activations is written and read, a byte of weights or of a cache is read.</summary>
    private const double PassesOfActivation = 2;

    /// <summary>Energy of an operation on 8 bits.</summary>
    public static Quotient<Energy, FlopCount> PerOperation => NetworkEfficiencies.Fitted.PerOperation;

    /// <summary>Energy of a byte that is read.</summary>
    public static Quotient<Energy, DataSize> PerByteRead { get; } = NetworkEfficiencies.Fitted.PerByte / PassesOfActivation;

    /// <summary>The power of a board that limits how fast it computes: of GPUs, where it is known. Other devices were not fitted.</summary>
    public static Power? PowerOf(Accelerator device) => device.Kind == DeviceKind.Gpu ? device.Power : null;
}
