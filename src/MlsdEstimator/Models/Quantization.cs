namespace MlsdEstimator;

/// <summary>Weights in fewer bits.</summary>
/// <remarks>
/// Size falls with the bits. Operations stay as many; speed comes from the hardware's peak at the new precision
/// (<see cref="Accelerator.Peak"/>) and from the rest of the request, never from the ratio of sizes:
/// TensorFlow Lite's int8 models are 4 times smaller and 2 to 3 times faster on a CPU (tensorflow.org, post-training quantization).
/// </remarks>
public sealed record Quantization : ModelTransform
{
    private Quantization(Precision precision) => Precision = precision;

    /// <summary>The new precision.</summary>
    public Precision Precision { get; }

    /// <summary>Quality kept, measured after over before; null when it was not measured.</summary>
    public Fraction? QualityKept { get; init => field = value is null ? null : Require.Named<Fraction>(value, "quality kept by quantization"); }

    /// <inheritdoc/>
    public override string Label => Precision.Name;

    internal override Fraction? Quality => QualityKept;

    /// <summary>To a precision.</summary>
    /// <param name="precision">The new precision; not wider than that of the model it is applied to.</param>
    public static Quantization To(Precision precision) => new(Require.NotNull(precision, nameof(precision)));

    internal override DenseModel Apply(DenseModel model) =>
        Precision.BitsPerWeight <= model.Precision.BitsPerWeight
            ? model with { Precision = Precision }
            : throw new ArgumentException($"'{model.Title}' is in {model.Precision}, and {Precision} is wider; quantize to fewer bits, or set Precision.", nameof(model));

    internal override string Describe(DenseModel before) =>
        Text.Of($"weights of {Precision.BitsPerWeight:0.#} bits in place of {before.Precision.BitsPerWeight:0.#}. Speed does not follow from size: it comes from the hardware's peak at {Precision} and from the rest of the request.");
}
