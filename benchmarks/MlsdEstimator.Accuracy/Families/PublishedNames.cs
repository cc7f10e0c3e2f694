using System.Text.RegularExpressions;

namespace MlsdEstimator.Accuracy;

/// <summary>What published names of models, engines and precisions say. Facts about architectures, not about their speed.</summary>
internal static partial class PublishedNames
{
    private static readonly (Regex Name, NetworkKind Kind)[] Kinds =
    [
        (Transformers(), NetworkKind.Transformer), (Depthwise(), NetworkKind.DepthwiseBlocks), (Hybrids(), NetworkKind.Hybrid), (DenselyConnected(), NetworkKind.DenselyConnected),
        (Branched(), NetworkKind.BranchedConvolution), (Separable(), NetworkKind.SeparableConvolution), (Grouped(), NetworkKind.GroupedConvolution),
    ];

    /// <summary>Engines by a part of their name; the first that occurs counts.</summary>
    private static readonly (string Part, NetworkRuntime Stack)[] Stacks =
    [
        ("TensorRT", NetworkRuntime.TensorRt), ("ONNX Runtime", NetworkRuntime.OnnxRuntime), ("OpenVINO", NetworkRuntime.OpenVino), ("deepsparse", NetworkRuntime.DeepSparse),
        ("TFLite", NetworkRuntime.TensorFlowLite), ("XLA", NetworkRuntime.TensorFlowXla), ("TensorFlow", NetworkRuntime.TensorFlow), ("flax", NetworkRuntime.Jax), ("JAX", NetworkRuntime.Jax),
        ("torch.compile", NetworkRuntime.PyTorchCompiled), ("PyTorch NGC", NetworkRuntime.PyTorchPipeline), ("PyTorch", NetworkRuntime.PyTorchEager),
        ("sentence-transformers", NetworkRuntime.PyTorchEager),
    ];

    /// <summary>The kind of a vision model by its name in timm: plain convolutions where no other fits.</summary>
    public static NetworkKind KindOf(string model) => Kinds.FirstOrDefault(kind => kind.Name.IsMatch(model)) is { Name: not null } found ? found.Kind : NetworkKind.Convolution;

    /// <summary>Layers that a name counts: 101 of "resnext101-32x4d", half as many again for squeeze-and-excitation; null where it counts none.</summary>
    public static Scalar? LayersOf(string model)
    {
        if (Counted().Match(model) is not { Success: true } match)
            return null;
        double layers = int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        return Excited().IsMatch(model) ? 1.3 * layers : layers;
    }

    /// <summary>The stack of a published engine.</summary>
    public static NetworkRuntime StackOf(string engine) =>
        Stacks.FirstOrDefault(stack => engine.Contains(stack.Part, StringComparison.OrdinalIgnoreCase)) is { Stack: not null } found ? found.Stack : NetworkRuntime.Unknown;

    /// <summary>The format of a published precision: mixed precision multiplies in 16 bits; null where it is none.</summary>
    public static ModelFormat? FormatOf(string precision) => precision.Trim().ToLowerInvariant() switch
    {
        "fp32" or "float32" or "f32" => ModelFormat.Fp32,
        "tf32" => ModelFormat.Tf32,
        "amp_fp16" or "amp" or "mixed" or "fp16" or "float16" or "half" => ModelFormat.Fp16,
        "amp_bf16" or "bf16" or "bfloat16" => ModelFormat.Bf16,
        "int8" or "uint8" or "w8a8" => ModelFormat.Int8,
        "fp8" or "float8" or "fp8_e4m3" or "e4m3" => ModelFormat.Fp8,
        "fp4" or "nvfp4" or "float4" => ModelFormat.NvFp4,
        "int4" or "w4a16" => ModelFormat.Int4WeightOnly,
        _ => null,
    };

    [GeneratedRegex("^(vit(?!amin)|deit|eva|beit|samvit|volo|cait|resmlp|mixer|gmixer|gmlp|flexivit|naflexvit|xcit|tnt|crossvit|hiera|aimv)")]
    private static partial Regex Transformers();

    [GeneratedRegex(
        "^(swin|maxvit|maxxvit|coat|convit|levit|pvt|davit|twins|mobilevit|edgenext|vitamin|efficientformer|efficientvit|nest|gcvit|focalnet|poolformer|caformer|convformer|mvit|fastvit|repvit|sequencer|visformer|halonet|lambda|botnet|eca_halonext|tiny_vit|pit_|nextvit)")]
    private static partial Regex Hybrids();

    [GeneratedRegex("^(convnext|inception_next)")]
    private static partial Regex Depthwise();

    [GeneratedRegex("^(tf_)?(mixnet|ghostnet|p?nasnet)")]
    private static partial Regex Branched();

    [GeneratedRegex("(regnet|res2?next|senet154)")]
    private static partial Regex Grouped();

    [GeneratedRegex("^(densenet|rdnet)")]
    private static partial Regex DenselyConnected();

    [GeneratedRegex(
        "^(tf_)?(mobilenet|efficientnet|gpunet|tinynet|mnasnet|fbnet|lcnet|semnasnet|spnasnet|hardcorenas|rexnet|xception|convmixer)", RegexOptions.IgnoreCase)]
    private static partial Regex Separable();

    [GeneratedRegex(@"(?:resnet|resnext|densenet|vgg|resnest|darknet|dla|repvgg|ecaresnet|seresnet|senet)[a-z0-9_-]*?([1-9]\d{1,2})(?!\d)")]
    private static partial Regex Counted();

    [GeneratedRegex("^(se-|se_|seres|senet|ecares|nf_eca|legacy_se)")]
    private static partial Regex Excited();
}
