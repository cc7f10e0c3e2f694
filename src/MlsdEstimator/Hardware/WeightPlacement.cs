namespace MlsdEstimator;

/// <summary>Whether the weights of a model fit one device, and what would help where they do not.</summary>
/// <remarks>memory left = device memory x part for weights - weight bytes loaded, zeros of pruning included; infeasible where that is negative.</remarks>
public sealed record WeightPlacement : Estimator
{
    /// <summary>What one would quantize to, widest first.</summary>
    private static readonly IReadOnlyList<ModelFormat> Usual = [ModelFormat.Bf16, ModelFormat.Fp16, ModelFormat.Fp8, ModelFormat.Int8, ModelFormat.NvFp4, ModelFormat.Int4WeightOnly];

    /// <summary>The model.</summary>
    public required Model Model { get; init => field = Require.NotNull(value, "model"); }

    /// <summary>The device; its memory must be known.</summary>
    /// <exception cref="ArgumentException">The device has no memory of a known size.</exception>
    public required Accelerator Device { get; init => field = WithMemory(Require.NotNull(value, "device")); }

    /// <summary>Part of the memory that weights may take, above 0; activations, caches and the runtime take the rest. No default: it decides.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Fraction MemoryForWeights { get; init => field = Require.PositiveFraction(value, "memory for weights"); }

    /// <summary>Bytes of one copy of the weights as they are loaded.</summary>
    public DataSize Needed => Result("weights to place", () => Model.LoadedBytes);

    /// <summary>Bytes one device has for weights.</summary>
    public DataSize Available => Result("memory for weights", () => Device.Memory! * MemoryForWeights);

    /// <summary>Bytes left for weights; infeasible, with the shortfall and the smallest change that fits, when they do not fit.</summary>
    public DataSize Left => Result("memory left", () => (Available - Needed).FeasibleWhen(Needed <= Available, Shortfall));

    /// <summary>Devices that one copy of the weights is spread over.</summary>
    public Scalar Devices => Result("devices for the weights", () => (Needed / Available).Ceiling());

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [Needed, Available, Left, Devices];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings =>
        Left.IsFeasible ? [] : [new Finding(Severity.Error, FindingCodes.Infeasible, Infeasibility.Message(Left.Node), Left)];

    private string Shortfall =>
        $"{Model.Title} needs {Needed.ToString("GiB")} and {Device} has {Available.ToString("GiB")} for weights, {(Needed - Available).ToString("GiB")} too little; {Fix}";

    private string Fix => Narrower is ModelFormat format ? $"{format} fits, or {Devices} devices do" : $"{Devices} devices do";

    /// <summary>The widest usual format below the model's that fits and in which the device multiplies; weight-only formats need no arithmetic of their own.</summary>
    private ModelFormat? Narrower =>
        Usual.Where(format => format.Weights.BitsPerValue < Model.Format.Weights.BitsPerValue)
            .Where(format => format.IsWeightOnly || Device.Peak(format.Compute) is not null)
            .FirstOrDefault(format => (Model.With(Quantization.To(format)).LoadedBytes <= Available).Nominally == true);

    private static Accelerator WithMemory(Accelerator device) =>
        device.Memory is null ? throw new ArgumentException($"The memory of {device} is not known; give it: device with {{ Memory = 64.Gibibytes }}.", nameof(device)) : device;
}
