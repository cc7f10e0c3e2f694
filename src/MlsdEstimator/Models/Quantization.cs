namespace MlsdEstimator;

/// <summary>Weights in fewer bits.</summary>
/// <remarks>
/// Size falls with the bits. Operations stay as many; speed comes from the hardware's peak at the new precision
/// (<see cref="Accelerator.Peak"/>) and from the rest of the request, never from the ratio of sizes:
/// TensorFlow Lite's int8 models are 4 times smaller and 2 to 3 times faster on a CPU (tensorflow.org, post-training quantization).
/// </remarks>
public sealed record Quantization : ModelTransform
{
    private Quantization(ModelFormat format) => Format = format;

    /// <summary>The new format: storage, arithmetic and KV cache.</summary>
    public ModelFormat Format { get; }

    /// <summary>Quality kept, measured after over before; null when it was not measured.</summary>
    public Fraction? QualityKept { get; init => field = value is null ? null : Require.Named<Fraction>(value, "quality kept by quantization"); }

    /// <inheritdoc/>
    public override string Label => Format.Name;

    internal override Fraction? Quality => QualityKept;

    /// <summary>To a format.</summary>
    /// <param name="format">The new format; its weights are not wider than those of the model it is applied to.</param>
    public static Quantization To(ModelFormat format) => new(Require.NotNull(format, nameof(format)));

    internal override Model Apply(Model model) =>
        !model.HasMatrices ? throw new ArgumentException($"'{model.Title}' has no matrices to quantize; give the smaller model itself.", nameof(model))
        : Format.Weights.BitsPerValue <= model.Format.Weights.BitsPerValue
        ? model with { Format = Format }
        : throw new ArgumentException($"'{model.Title}' is in {model.Format}, and {Format} is wider; quantize to fewer bits, or set Format.", nameof(model));

    internal override string Describe(Model before) =>
        Text.Of($"weights of {Format.Weights.BitsPerValue:0.##} bits in place of {before.Format.Weights.BitsPerValue:0.##}. Speed does not follow from size: it comes from the hardware's peak at {Format.Compute} and from the rest of the request.");
}
