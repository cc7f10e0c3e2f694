namespace MlsdEstimator;

/// <summary>A vision model as its tables give it: parameters, multiply-accumulates and activations of one image. Vision transformers are published so too.</summary>
/// <remarks>
/// FLOPs = 2 x MACs; tables often print MACs and call them FLOPs. Activations are all outputs of its layers: they are written and read again and, in small networks,
/// weigh more than weights do. Operations and activations grow with the area of the image, parameters do not.
/// </remarks>
/// <example>
/// <code>
/// var resnet = new ConvNet { Title = "ResNet-50", Parameters = 25.56.Million, Macs = 4.11.Billion, Activations = 11.11.Million, Format = ModelFormat.Fp16 };
/// resnet.FlopsPerExample.Gigaflops     // 8.22
/// </code>
/// </example>
public sealed record ConvNet : Model
{
    /// <summary>How weights are stored and multiplied; activations are as wide as what is multiplied. No default: it decides memory and speed.</summary>
    public override required ModelFormat Format { get; init => field = Require.NotNull(value, "format"); }

    /// <summary>Number of weights, above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public new required Scalar Parameters { get; init => field = Require.Positive(value, "parameters"); }

    /// <summary>Multiply-accumulates of one image, above 0. Half of its FLOPs.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Scalar Macs { get; init => field = Require.Positive(value, "multiply-accumulates"); }

    /// <summary>Outputs of all layers for one image, above 0, where known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Scalar? Activations { get; init => field = value is null ? null : Require.Positive(value, "activations"); }

    /// <summary>Side of the square image in pixels, above 0, where known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Scalar? ImageSize { get; init => field = value is null ? null : Require.Positive(value, "image size"); }

    /// <inheritdoc/>
    public override DataSize WeightBytes => Result("weight bytes", () => Stored(Parameters));

    /// <summary>Bytes of all activations of one image, each written once; null where their number is not known.</summary>
    public DataSize? ActivationBytes => Activations is null ? null : Result("activation bytes of an image", () => Activations * DataSize.FromBits(Format.Compute.Bits));

    private protected override Scalar AllParameters => Parameters;

    private protected override FlopCount FlopsOfExample => Result("FLOPs per example", () => 2 * Macs * FlopCount.Flop);

    private protected override IReadOnlyList<IQuantity> Sizes =>
        ActivationBytes is null ? [WeightBytes, FlopsPerExample, ArithmeticIntensity] : [WeightBytes, ActivationBytes, FlopsPerExample, ArithmeticIntensity];

    /// <summary>The same network on images of another size: operations and activations grow with the area.</summary>
    /// <param name="size">Side of the image in pixels, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    /// <exception cref="InvalidOperationException">The size its numbers were counted at is not known.</exception>
    public ConvNet At(Scalar size)
    {
        Scalar area = (Require.Positive(size, "image size") / (ImageSize ?? throw new InvalidOperationException($"The image size at which '{Title}' was counted is not known; set ImageSize."))).Pow(2);
        return this with { Macs = Macs * area, Activations = Activations is null ? null : Activations * area, ImageSize = size };
    }

    internal override Model Resized(Func<Scalar, Scalar> parameters, Func<FlopCount, FlopCount> flops) =>
        this with { Parameters = parameters(Parameters), Macs = flops(FlopsPerExample) / FlopCount.FromMacs(1) };
}
