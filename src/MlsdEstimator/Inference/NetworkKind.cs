namespace MlsdEstimator;

/// <summary>What most layers of a network are: it decides how far from its peak a device stays, and how often activations pass through memory.</summary>
public enum NetworkKind
{
    /// <summary>Dense or grouped convolutions: ResNet, ResNeXt, RegNet, VGG, Inception, U-Net.</summary>
    Convolution,

    /// <summary>Separable convolutions: MobileNet, EfficientNet, GhostNet, Xception. Few operations for each byte.</summary>
    SeparableConvolution,

    /// <summary>Every layer reads all before it: DenseNet.</summary>
    DenselyConnected,

    /// <summary>Attention and feed-forward layers at one resolution: BERT, ViT.</summary>
    Transformer,

    /// <summary>Windows, several resolutions, or convolution and attention mixed: Swin, ConvNeXt, CoAtNet, MobileViT.</summary>
    Hybrid,

    /// <summary>Rankers: embedding rows gathered from memory, then small dense layers for each pair of user and item.</summary>
    Recommender,
}
