namespace MlsdEstimator;

/// <summary>Vision models: parameters of torchvision's weights, operations and activations as timm counts them.</summary>
internal static class VisionModels
{
    private const string Timm = "huggingface/pytorch-image-models results/benchmark-infer-amp-nhwc-pt240-cu124-rtx3090.csv @aa4b5850; parameters: torchvision model pages";

    public static IReadOnlyList<PublishedModel> All { get; } =
    [
        Net("ResNet-18", 11_689_512, 1.82, 2.48),
        Net("ResNet-34", 21_797_672, 3.67, 3.74),
        Net("ResNet-50", 25_557_032, 4.11, 11.11),
        Net("ResNet-101", 44_549_160, 7.83, 16.23),
        Net("ResNet-152", 60_192_808, 11.56, 22.56),
        Net("VGG-16", 138_357_544, 15.47, 13.56),
        Net("MobileNetV2", 3_504_872, 0.31, 6.68),
        Net("MobileNetV3-small", 2_542_856, 0.06, 1.42),
        Net("MobileNetV3-large", 5_483_032, 0.23, 4.41),
        Net("EfficientNet-B7", 66_347_960, 38.33, 289.94, imageSize: 600),
        Net("DenseNet-121", 7_978_856, 2.87, 6.9),
        Net("Inception-v3", 23_834_568, 5.73, 8.97, imageSize: 299),
        Net("ConvNeXt-tiny", 28_589_128, 4.47, 13.44),
        Net("ConvNeXt-base", 88_591_464, 15.38, 28.75),
        Net("RegNetY-16GF", 83_590_140, 15.96, 23.04),
        Net("Swin-tiny", 28_288_354, 4.51, 17.06),
        Net("Swin-base", 87_768_224, 15.47, 36.63),
        Net("ViT-B/32", 88_224_232, 4.41, 5.01),
        Net("ViT-B/16", 86_567_656, 17.58, 23.9),
        Net("ViT-L/16", 304_326_632, 61.6, 63.52),
    ];

    private static PublishedModel Net(string name, double parameters, double gigamacs, double megaActivations, int imageSize = 224) => new ConvNet
    {
        Title = name,
        Parameters = parameters,
        Macs = gigamacs.Billion,
        Activations = megaActivations.Million,
        ImageSize = imageSize,
        Format = ModelFormat.Fp32,
    }.On(Timm);
}
