using System.Globalization;
using System.Text.RegularExpressions;

namespace MlsdEstimator.Accuracy;

/// <summary>Shapes of the models in published pairs, by the beginning of their names. From timm (GMACs, activations, parameters) and the models' papers.</summary>
internal static partial class CompressionShapes
{
    private static readonly (string Start, NetworkKind Kind, double Gmacs, double Activations, double Parameters, double Layers)[] Vision =
    [
        ("resnet18", NetworkKind.Convolution, 1.82, 2.5, 11.7, 18), ("resnet50", NetworkKind.Convolution, 4.11, 11.1, 25.6, 50),
        ("resnetv2 50", NetworkKind.Convolution, 4.11, 11.1, 25.6, 50), ("resnetv2 101", NetworkKind.Convolution, 7.83, 16.2, 44.5, 101), ("resnet_v2_101", NetworkKind.Convolution, 7.83, 16.2, 44.5, 101),
        ("resnetv2 152", NetworkKind.Convolution, 11.6, 22.6, 60.2, 152), ("resnet101", NetworkKind.Convolution, 7.83, 16.2, 44.5, 101), ("resnext", NetworkKind.GroupedConvolution, 16.5, 31.2, 88.8, 101),
        ("inception v1", NetworkKind.Convolution, 1.5, 3.2, 6.6, 22), ("googlenet", NetworkKind.Convolution, 1.5, 3.2, 6.6, 22), ("inception v2", NetworkKind.Convolution, 2.0, 4.5, 11.2, 33),
        ("inception v3", NetworkKind.Convolution, 5.73, 9.0, 23.8, 48), ("inception v4", NetworkKind.Convolution, 12.3, 15.1, 42.7, 76), ("inception resnet v2", NetworkKind.Convolution, 13.2, 25.1, 55.8, 120),
        ("inception_resnet_v2", NetworkKind.Convolution, 13.2, 25.1, 55.8, 120),
        ("vgg16", NetworkKind.Convolution, 15.5, 13.6, 138, 16), ("vgg19", NetworkKind.Convolution, 19.6, 14.9, 144, 19), ("squeezenet", NetworkKind.Convolution, 0.35, 2.6, 1.2, 26), ("alexnet", NetworkKind.Convolution, 0.71, 0.8, 61, 8),
        ("densenet 121", NetworkKind.DenselyConnected, 2.87, 6.9, 8, 121), ("densenet 161", NetworkKind.DenselyConnected, 7.8, 11.1, 28.7, 161), ("densenet 169", NetworkKind.DenselyConnected, 3.4, 7.3, 14.1, 169),
        ("mobilenet v1", NetworkKind.SeparableConvolution, 0.57, 5.0, 4.2, 28), ("mobilenet v2", NetworkKind.SeparableConvolution, 0.31, 6.7, 3.5, 53), ("mobilenet v3", NetworkKind.SeparableConvolution, 0.22, 4.4, 5.5, 64),
        ("efficientnet b0", NetworkKind.SeparableConvolution, 0.4, 6.8, 5.3, 82), ("efficientdet", NetworkKind.SeparableConvolution, 2.5, 35, 3.9, 180), ("nasnet", NetworkKind.BranchedConvolution, 23.9, 90.6, 88.8, 260),
        ("ssd resnet50", NetworkKind.Convolution, 89, 150, 51, 80), ("ssd mobilenet", NetworkKind.SeparableConvolution, 1.2, 10, 6.8, 45), ("ssd resnet34", NetworkKind.Convolution, 216, 200, 20, 50),
        ("faster r-cnn", NetworkKind.Convolution, 110, 150, 45, 90), ("mask r-cnn", NetworkKind.Convolution, 60, 100, 20, 90), ("r-fcn", NetworkKind.Convolution, 110, 150, 60, 120), ("yolo", NetworkKind.Convolution, 33, 60, 62, 75),
        ("gpunet", NetworkKind.SeparableConvolution, 3, 8, 14, 60),
    ];

    /// <summary>Layers, hidden, heads, feed-forward, tokens.</summary>
    private static readonly (string Start, double Layers, double Hidden, double Heads, double FeedForward, double Tokens)[] Encoders =
    [
        ("bert-large-uncased", 24, 1024, 16, 4096, 384), ("bert large squad", 24, 1024, 16, 4096, 384), ("bert-large", 24, 1024, 16, 4096, 384), ("bert large", 24, 1024, 16, 4096, 128),
        ("bert base", 12, 768, 12, 3072, 128), ("bert-base", 12, 768, 12, 3072, 128), ("distilbert", 6, 768, 12, 3072, 128), ("roberta base", 12, 768, 12, 3072, 128), ("nv_distillbert_4l_312d", 4, 312, 12, 1200, 128),
        ("transformer lt", 12, 1024, 16, 4096, 30), ("all-roberta-large", 24, 1024, 16, 4096, 32), ("all-mpnet-base", 12, 768, 12, 3072, 32), ("all-minilm-l6", 6, 384, 12, 1536, 32), ("all-minilm-l12", 12, 384, 12, 1536, 32),
    ];

    /// <summary>The work of one item, or of one token of a language model; null where the shape is not known.</summary>
    /// <param name="model">Published name, before or after a change.</param>
    /// <param name="tokensOrSide">What was published as sequence or image: side of an image, tokens of a prompt.</param>
    public static NetworkWork? WorkOf(string model, double? tokensOrSide)
    {
        string name = model.ToLowerInvariant();
        if (Sparse().IsMatch(name))
            return MlperfModels.WorkOf($"{name}-bert");
        if (Array.Find(Encoders, shape => name.StartsWith(shape.Start, StringComparison.Ordinal)) is { Start: not null } encoder)
            return NetworkWork.Encoder(encoder.Layers, encoder.Hidden, encoder.Heads, encoder.FeedForward, tokensOrSide ?? encoder.Tokens);
        return MobileNetOf(name) ?? VisionOf(name.Replace('_', ' ').Replace("mobilenet-v", "mobilenet v", StringComparison.Ordinal)) ?? GeneratorOf(name);
    }

    private static NetworkWork? VisionOf(string name) =>
        Array.Find(Vision, shape => name.StartsWith(shape.Start.Replace('_', ' '), StringComparison.Ordinal)) is { Start: not null } found
            ? Convolutions(found.Kind, found.Gmacs, found.Activations, found.Parameters, found.Layers)
            : null;

    /// <summary>MobileNet V1 and V2 of other widths and images: "mobilenet_v1_0.25_128". Weights and operations go with the square of the width.</summary>
    private static NetworkWork? MobileNetOf(string name)
    {
        if (MobileNet().Match(name) is not { Success: true } match)
            return null;
        double width = double.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture), area = Math.Pow(double.Parse(match.Groups[3].ValueSpan, CultureInfo.InvariantCulture) / 224, 2);
        return match.Groups[1].Value == "1"
            ? Convolutions(NetworkKind.SeparableConvolution, 0.57 * width * width * area, 5.0 * width * area, 4.2 * width * width, 28)
            : Convolutions(NetworkKind.SeparableConvolution, 0.31 * width * width * area, 6.7 * width * area, 3.5 * width * width, 53);
    }

    /// <summary>A language model that generates: its billions of weights from its name, each multiplied once a token; eight layers a block, 32 blocks.</summary>
    private static NetworkWork? GeneratorOf(string name)
    {
        if (Billions().Match(name) is not { Success: true } match)
            return null;
        double weights = 1e9 * double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        return new() { Kind = NetworkKind.Transformer, Flops = FlopCount.Flop * (2 * weights), Activations = 2e6, Parameters = weights, Layers = 256 };
    }

    private static NetworkWork Convolutions(NetworkKind kind, double gmacs, double activations, double parameters, double layers) => new()
    {
        Kind = kind, Flops = FlopCount.FromGigaflops(2 * gmacs), Activations = activations * 1e6, Parameters = parameters * 1e6, Layers = layers,
    };

    [GeneratedRegex("^(obert|mobilebert|bert-(large|base)-(base-none|pruned))")]
    private static partial Regex Sparse();

    [GeneratedRegex(@"^mobilenet[_-]v([12])[_-](\d(?:\.\d+)?)[_-](\d+)")]
    private static partial Regex MobileNet();

    [GeneratedRegex(@"(\d+(?:\.\d+)?)b\b")]
    private static partial Regex Billions();
}
