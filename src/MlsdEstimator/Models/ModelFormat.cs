namespace MlsdEstimator;

/// <summary>How a model is stored and computed: storage of weights, of embeddings and of the KV cache, and the arithmetic. They are four choices, not one.</summary>
/// <remarks>
/// Storage decides bytes, arithmetic decides the device's peak. Weight-only formats store few bits and multiply in 16: they cut what is read, not what is computed.
/// The pairs are those of ai-dynamo/aiconfigurator (sdk/common.py): int4 weight-only computes at the rate of bf16, w4a8 at that of fp8.
/// </remarks>
/// <example><code>ModelFormat format = ModelFormat.Fp8 with { KvCache = StorageFormat.Fp8 };</code></example>
public sealed record ModelFormat
{
    /// <summary>32-bit weights, multiplied in 32 bits.</summary>
    public static ModelFormat Fp32 { get; } = Same("fp32", StorageFormat.Fp32, Precision.Fp32);

    /// <summary>32-bit weights, multiplied in 19 bits.</summary>
    public static ModelFormat Tf32 { get; } = Same("tf32", StorageFormat.Fp32, Precision.Tf32);

    /// <summary>16-bit floating point throughout.</summary>
    public static ModelFormat Fp16 { get; } = Same("fp16", StorageFormat.Fp16, Precision.Fp16);

    /// <summary>16-bit floating point with the exponent of 32 bits throughout.</summary>
    public static ModelFormat Bf16 { get; } = Same("bf16", StorageFormat.Bf16, Precision.Bf16);

    /// <summary>8-bit floating point weights and arithmetic (W8A8); embeddings and cache stay in 16 bits.</summary>
    public static ModelFormat Fp8 { get; } = Layers("fp8", StorageFormat.Fp8, Precision.Fp8);

    /// <summary>8-bit floating point in blocks of 128 x 128 (W8A8).</summary>
    public static ModelFormat Fp8Block { get; } = Layers("fp8-block", StorageFormat.Fp8Block, Precision.Fp8);

    /// <summary>8-bit integer weights and arithmetic (W8A8): SmoothQuant, TensorFlow Lite, TensorRT.</summary>
    public static ModelFormat Int8 { get; } = Layers("int8", StorageFormat.Int8, Precision.Int8);

    /// <summary>8-bit integer weights, multiplied in 16 bits.</summary>
    public static ModelFormat Int8WeightOnly { get; } = Layers("int8-weight-only", StorageFormat.Int8, Precision.Bf16);

    /// <summary>4-bit integer weights in groups of 128 (AWQ, GPTQ), multiplied in 16 bits.</summary>
    public static ModelFormat Int4WeightOnly { get; } = Layers("int4-weight-only", StorageFormat.Int4Group128, Precision.Bf16);

    /// <summary>4-bit integer weights, multiplied in 8-bit floating point.</summary>
    public static ModelFormat W4A8 { get; } = Layers("w4a8", StorageFormat.Int4Group128, Precision.Fp8);

    /// <summary>4-bit floating point weights and arithmetic, blocks of 16.</summary>
    public static ModelFormat NvFp4 { get; } = Layers("nvfp4", StorageFormat.NvFp4, Precision.Fp4);

    /// <summary>4-bit floating point weights in blocks of 16, multiplied in 16 bits.</summary>
    public static ModelFormat NvFp4WeightOnly { get; } = Layers("nvfp4-weight-only", StorageFormat.NvFp4, Precision.Bf16);

    /// <summary>4-bit floating point weights in blocks of 32, multiplied in 16 bits, as gpt-oss is published.</summary>
    public static ModelFormat MxFp4 { get; } = Layers("mxfp4", StorageFormat.MxFp4, Precision.Bf16);

    /// <summary>All that have a name, except GGUF types.</summary>
    public static IReadOnlyList<ModelFormat> All { get; } =
        [Fp32, Tf32, Fp16, Bf16, Fp8, Fp8Block, Int8, Int8WeightOnly, Int4WeightOnly, W4A8, NvFp4, NvFp4WeightOnly, MxFp4];

    /// <summary>Name in small letters, or the GGUF type.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public required string Name { get; init => field = Require.NotBlank(value, "name of the format"); }

    /// <summary>Storage of the weights.</summary>
    public required StorageFormat Weights { get; init => field = Require.NotNull(value, "weight storage"); }

    /// <summary>Storage of embeddings and output head, which most quantized checkpoints leave in 16 bits.</summary>
    public required StorageFormat Embeddings { get; init => field = Require.NotNull(value, "embedding storage"); }

    /// <summary>Numbers that are multiplied: they choose the device's peak.</summary>
    public required Precision Compute { get; init => field = Require.NotNull(value, "compute precision"); }

    /// <summary>Storage of keys and values. Its bits are a choice of the engine, independent of the weights.</summary>
    public required StorageFormat KvCache { get; init => field = Require.NotNull(value, "KV-cache storage"); }

    /// <summary>True when stored weights are widened before each multiplication.</summary>
    public bool IsWeightOnly => Weights.BitsPerValue < Compute.Bits;

    /// <summary>A GGUF file type: its real bits over the whole file, multiplied in 16 bits, cache in 16 bits.</summary>
    /// <param name="type">Type such as "Q4_K_M".</param>
    /// <exception cref="FormatException">There is no such type; the message lists the nearest.</exception>
    public static ModelFormat Gguf(string type)
    {
        var storage = StorageFormat.Parse(type);
        return new() { Name = storage.Name, Weights = storage, Embeddings = storage, Compute = Precision.Fp16, KvCache = StorageFormat.Fp16 };
    }

    /// <summary>A format by its bits: weights with their scales, arithmetic, and cache.</summary>
    /// <param name="weightBits">Bits of a stored weight, its share of scales included; above 0.</param>
    /// <param name="compute">Arithmetic.</param>
    /// <param name="kvBits">Bits of a stored key or value; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Bits are not above 0, or above 64.</exception>
    public static ModelFormat OfBits(double weightBits, Precision compute, double kvBits = 16)
    {
        var weights = StorageFormat.Of(Text.Of($"{weightBits:0.###}-bit"), weightBits);
        string name = $"{weights.Name} weights, {Require.NotNull(compute, nameof(compute))} arithmetic";
        return new() { Name = name, Weights = weights, Embeddings = AtLeast16(weights), Compute = compute, KvCache = StorageFormat.Of(Text.Of($"{kvBits:0.###}-bit"), kvBits) };
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static StorageFormat AtLeast16(StorageFormat weights) => weights.BitsPerValue < 16 ? StorageFormat.Bf16 : weights;

    private static ModelFormat Same(string name, StorageFormat storage, Precision compute) =>
        new() { Name = name, Weights = storage, Embeddings = storage, Compute = compute, KvCache = storage };

    private static ModelFormat Layers(string name, StorageFormat weights, Precision compute) =>
        new() { Name = name, Weights = weights, Embeddings = StorageFormat.Bf16, Compute = compute, KvCache = StorageFormat.Bf16 };
}
