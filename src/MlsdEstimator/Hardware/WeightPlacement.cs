namespace MlsdEstimator;

/// <summary>Whether the weights of a model fit one device, and what would help where they do not.</summary>
/// <remarks>memory left = device memory x part for weights - weight bytes; infeasible where that is negative.</remarks>
public sealed record WeightPlacement : Estimator
{
    /// <summary>The model.</summary>
    public required DenseModel Model { get; init => field = Require.NotNull(value, "model"); }

    /// <summary>The device.</summary>
    public required Accelerator Device { get; init => field = Require.NotNull(value, "device"); }

    /// <summary>Part of the memory that weights may take, above 0; activations, caches and the runtime take the rest. No default: it decides.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Fraction MemoryForWeights { get; init => field = Require.PositiveFraction(value, "memory for weights"); }

    /// <summary>Bytes of one copy of the weights.</summary>
    public DataSize Needed => Result("weights to place", () => Model.WeightBytes);

    /// <summary>Bytes one device has for weights.</summary>
    public DataSize Available => Result("memory for weights", () => Device.Memory * MemoryForWeights);

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

    private string Fix => Narrower is Precision precision ? $"{precision} fits, or {Devices} devices do" : $"{Devices} devices do";

    /// <summary>The widest precision below the model's that fits and that the device multiplies in.</summary>
    private Precision? Narrower =>
        Device.Peaks.Select(entry => entry.Precision)
            .Where(precision => precision.BitsPerWeight < Model.Precision.BitsPerWeight)
            .OrderByDescending(precision => precision.BitsPerWeight)
            .FirstOrDefault(precision => (Model.With(Quantization.To(precision)).WeightBytes <= Available).Nominally == true);
}
