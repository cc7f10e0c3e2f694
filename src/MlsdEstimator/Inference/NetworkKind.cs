namespace MlsdEstimator;

/// <summary>What most layers of a network are: it decides how far from its peak a device stays, and how often activations pass through memory.</summary>
public enum NetworkKind
{
    /// <summary>Dense convolutions: ResNet, VGG, Inception, DarkNet.</summary>
    Convolution,

    /// <summary>Convolutions in groups of channels: ResNeXt, RegNet, SENet-154.</summary>
    GroupedConvolution,

    /// <summary>Separable convolutions: MobileNet, EfficientNet, Xception. Few operations for each byte.</summary>
    SeparableConvolution,

    /// <summary>Separable convolutions in branches that are split and put together again: MixNet, GhostNet, NASNet. Many small operations, and copies.</summary>
    BranchedConvolution,

    /// <summary>Convolutions over volumes of few channels, normalised over each volume: 3D U-Net, V-Net. Their kernels reach less of a device than those of images do.</summary>
    VolumetricConvolution,

    /// <summary>Every layer reads all before it: DenseNet.</summary>
    DenselyConnected,

    /// <summary>Attention and feed-forward layers at one resolution: BERT, ViT.</summary>
    Transformer,

    /// <summary>Blocks of a transformer with a wide depthwise convolution in place of attention: ConvNeXt.</summary>
    DepthwiseBlocks,

    /// <summary>Windows, several resolutions, or convolution and attention mixed: Swin, CoAtNet, MobileViT, Stable Diffusion.</summary>
    Hybrid,

    /// <summary>Rankers: embedding rows gathered from memory, then small dense layers for each pair of user and item.</summary>
    Recommender,
}
