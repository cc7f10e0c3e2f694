namespace MlsdEstimator.Accuracy;

/// <summary>The networks of MLPerf Inference by their published shape.</summary>
internal static class MlperfModels
{
    /// <summary>Tokens of a SQuAD question with its paragraph, unpadded: submissions pack them. Padded length: 384.</summary>
    private static readonly Scalar SquadTokens = ((Scalar)180).Named("tokens of a SQuAD sample");

    /// <summary>Windows of 128^3 voxels, half overlapping, over a KiTS19 case.</summary>
    private static readonly Scalar Windows = ((Scalar)80).Named("windows of a KiTS19 case");

    /// <summary>Evaluations of the U-Net: 20 Euler steps, each with and without the prompt.</summary>
    private const double Evaluations = 40;

    /// <summary>The work of one sample of a model, or null where it is not known.</summary>
    public static NetworkWork? WorkOf(string model) => model switch
    {
        "resnet50" => Convolutions(8.22, 11.1, 25.6, 50),
        "retinanet" => Convolutions(303, 250, 38, 80) with { Kind = NetworkKind.GroupedConvolution },
        _ when model.StartsWith("3d-unet", StringComparison.Ordinal) => UNet3d,
        _ when model.StartsWith("stable-diffusion-xl", StringComparison.Ordinal) => StableDiffusionXl,
        _ when model.StartsWith("dlrm-v2", StringComparison.Ordinal) => Dlrm,
        _ when model.Contains("bert", StringComparison.Ordinal) => Bert(model),
        _ => null,
    };

    private static NetworkWork UNet3d => new()
    {
        Kind = NetworkKind.VolumetricConvolution, Flops = Windows * FlopCount.FromGigaflops(947), Activations = Windows * 450e6, Parameters = 31e6, Layers = 30,
    };

    /// <summary>5.98 TFLOP of the U-Net at 1024 x 1024, and 5 of the decoder of images.</summary>
    private static NetworkWork StableDiffusionXl => new()
    {
        Kind = NetworkKind.Hybrid, Flops = FlopCount.FromTeraflops(Evaluations * 5.98 + 5), Activations = Evaluations * 1.5e9, Parameters = Evaluations * 2.57e9, Layers = Evaluations * 700,
    };

    /// <summary>DLRM-v2 of the catalogue: about 270 pairs of user and item a sample.</summary>
    private static NetworkWork Dlrm { get; } = NetworkWork.Of(PublishedModels.Recommender("DLRM-DCNv2"));

    private static NetworkWork Convolutions(double gigaflops, double activations, double parameters, double layers) => new()
    {
        Kind = NetworkKind.Convolution, Flops = FlopCount.FromGigaflops(gigaflops), Activations = activations * 1e6, Parameters = parameters * 1e6, Layers = layers,
    };

    /// <summary>BERT and its open variants: "obert-large-pruned95-none-vnni-bert-99" has 95 % zeros.</summary>
    private static NetworkWork Bert(string model)
    {
        NetworkWork dense = model.StartsWith("mobilebert", StringComparison.Ordinal) ? MobileBert(model)
            : model.Contains("-base-pruned", StringComparison.Ordinal) ? NetworkWork.Encoder(12, 768, 12, 3072, SquadTokens)
            : NetworkWork.Encoder(24, 1024, 16, 4096, SquadTokens);
        int at = model.IndexOf("pruned", StringComparison.Ordinal);
        return at < 0 ? dense : dense with { Zeros = Fraction.FromPercent(int.Parse(model.AsSpan(at + 6, 2), System.Globalization.CultureInfo.InvariantCulture)) };
    }

    /// <summary>24 layers, or 14 of them, with bottlenecks of 128 and four feed-forward pairs each: 20 million weights besides embeddings.</summary>
    private static NetworkWork MobileBert(string model)
    {
        double layers = model.Contains("14layer", StringComparison.Ordinal) ? 14 : 24;
        return new()
        {
            Kind = NetworkKind.Transformer,
            Flops = FlopCount.Flop * (2 * 20e6 * layers / 24 * SquadTokens),
            Activations = layers * (SquadTokens * 5_000 + 4 * SquadTokens * SquadTokens),
            Parameters = 20e6 * layers / 24,
            Layers = 20 * layers,
        };
    }
}
