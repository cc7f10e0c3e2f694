namespace MlsdEstimator;

/// <summary>What GPUs spend on an operation and on a byte, and how long their boards take to be given it. Fitted to networks; language models spend the same.</summary>
/// <remarks>
/// powering = (FLOPs x bits / 8 x energy of an operation + bytes moved x energy of a byte) / board power. Bits are those that the device multiplies: 16 where it widens 8.
/// Work that takes a time by itself takes sqrt(work^2 + powering^2): the longer of both, and a little more where they are alike.
/// </remarks>
internal sealed class BoardEnergy
{
    private readonly Quotient<Energy, FlopCount> perOperation;
    private readonly Quotient<Energy, DataSize> perByte;

    /// <param name="fitted">Joules.</param>
    /// <param name="source">What they were fitted to.</param>
    public BoardEnergy(NetworkEnergy fitted, string source)
    {
        Fitted = fitted;
        perOperation = Energy.FromJoules(fitted.Operation).Named("energy of an operation on 8 bits").Cited(source).Per(FlopCount.Flop);
        perByte = Energy.FromJoules(fitted.Byte).Named("energy of a byte to or from memory").Cited(source).Per(DataSize.Byte);
    }

    /// <summary>The numbers that were fitted.</summary>
    public NetworkEnergy Fitted { get; }

    /// <summary>The power that limits how fast a board computes: of GPUs, where it is known. Fitted to those of NVIDIA from Ada and Hopper on; nothing is known of other devices.</summary>
    public static Power? PowerOf(Accelerator device) => device.Kind == DeviceKind.Gpu ? device.Power : null;

    /// <summary>Operations on 8 bits that take as much energy.</summary>
    public static FlopCount OnEightBits(FlopCount flops, Accelerator device, Precision compute) => flops * (device.RateFor(compute).RunsAs.Bits / 8d);

    /// <summary>Time in which a board is given the energy of so many operations on 8 bits and of so many bytes to or from its memory; none where no power is known to limit it.</summary>
    public Duration Powering(Accelerator device, FlopCount operations, DataSize moved) =>
        PowerOf(device) is Power power ? (operations * perOperation + moved * perByte) / power : Duration.Zero;

    /// <summary>Work, no faster than the board has power for.</summary>
    public static Duration Powered(Duration work, Duration powering) => work * (1 + (powering / work).Pow(2)).Sqrt();
}
