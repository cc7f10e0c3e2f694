using System.Diagnostics.CodeAnalysis;

namespace MlsdEstimator;

/// <summary>How a number is stored in memory: a name and its bits, with the scales of its group.</summary>
/// <remarks>
/// bits = bits of the value + bits of what its group shares / values in the group: int4 with a 16-bit scale for 128 is 4.125.
/// GGUF types are measured by file: a Q4_K_M file keeps some tensors in 6 bits and takes 4.89 bits a weight, not 4.
/// </remarks>
public sealed record StorageFormat
{
    /// <summary>Whole files of Llama-3.1-8B over its weights.</summary>
    private const string GgufSource = "ggml-org/llama.cpp tools/quantize/README.md @311c2c9f, Llama-3.1-8B, by file size";

    private StorageFormat(string name, double bits, string source)
    {
        Name = name;
        BitsPerValue = bits;
        BytesPerValue = DataSize.FromBits(bits).Named($"bytes per value, {name}").Cited(source);
    }

    /// <summary>32-bit floating point.</summary>
    public static StorageFormat Fp32 { get; } = Plain("fp32", 32);

    /// <summary>16-bit floating point.</summary>
    public static StorageFormat Fp16 { get; } = Plain("fp16", 16);

    /// <summary>16-bit floating point with the exponent of 32 bits.</summary>
    public static StorageFormat Bf16 { get; } = Plain("bf16", 16);

    /// <summary>8-bit floating point, one scale for a tensor or a channel.</summary>
    public static StorageFormat Fp8 { get; } = Plain("fp8", 8);

    /// <summary>8-bit floating point with a 32-bit scale for each block of 128 x 128, as DeepSeek-V3 is published.</summary>
    public static StorageFormat Fp8Block { get; } = new("fp8-block", 8 + (32.0 / (128 * 128)), "DeepSeek-V3 technical report, arXiv:2412.19437: blocks of 128 x 128");

    /// <summary>8-bit integers, one scale for a tensor or a channel.</summary>
    public static StorageFormat Int8 { get; } = Plain("int8", 8);

    /// <summary>4-bit integers with a 16-bit scale and a 4-bit zero for each 128, as AWQ and GPTQ store them.</summary>
    public static StorageFormat Int4Group128 { get; } = new("int4-g128", 4 + (20.0 / 128), "AutoAWQ and GPTQ checkpoints: fp16 scale and int4 zero for a group of 128");

    /// <summary>4-bit integers with a 16-bit scale and a 4-bit zero for each 64.</summary>
    public static StorageFormat Int4Group64 { get; } = new("int4-g64", 4 + (20.0 / 64), "fp16 scale and int4 zero for a group of 64");

    /// <summary>4-bit integers with a 16-bit scale for each 32.</summary>
    public static StorageFormat Int4Group32 { get; } = new("int4-g32", 4 + (16.0 / 32), "fp16 scale for a group of 32");

    /// <summary>4-bit floating point with an 8-bit scale for each 16: 9/16 byte.</summary>
    public static StorageFormat NvFp4 { get; } = new("nvfp4", 4 + (8.0 / 16), "NVIDIA NVFP4: an fp8 scale for a block of 16; ai-dynamo/aiconfigurator counts 9/16 byte");

    /// <summary>4-bit floating point with an 8-bit scale for each 32.</summary>
    public static StorageFormat MxFp4 { get; } = new("mxfp4", 4 + (8.0 / 32), "OCP Microscaling Formats v1.0 (2023): an 8-bit scale for a block of 32");

    /// <summary>All that have a name, widest first within plain formats, group formats and GGUF types.</summary>
    public static IReadOnlyList<StorageFormat> All { get; } =
    [
        Fp32, Fp16, Bf16, Fp8Block, Fp8, Int8, Int4Group32, NvFp4, Int4Group64, MxFp4, Int4Group128,
        Gguf("Q8_0", 8.5008), Gguf("Q6_K", 6.5633), Gguf("Q5_K_M", 5.7036), Gguf("Q5_K_S", 5.5704), Gguf("Q4_K_M", 4.8944), Gguf("Q4_K_S", 4.6672),
        Gguf("IQ4_NL", 4.6818), Gguf("IQ4_XS", 4.4597), Gguf("Q3_K_L", 4.2979), Gguf("IQ3_M", 3.7628), Gguf("IQ3_S", 3.6606), Gguf("Q3_K_S", 3.6429),
        Gguf("IQ3_XS", 3.4977), Gguf("IQ3_XXS", 3.2548), Gguf("Q2_K", 3.1593), Gguf("Q2_K_S", 2.9697), Gguf("IQ2_M", 2.9294), Gguf("IQ2_S", 2.7403),
        Gguf("IQ2_XS", 2.5882), Gguf("IQ2_XXS", 2.3824), Gguf("IQ1_M", 2.1460), Gguf("IQ1_S", 2.0042),
        Block("Q4_0", 4.5), Block("Q4_1", 5), Block("Q5_0", 5.5), Block("Q5_1", 6),
    ];

    /// <summary>Name as engines write it: "bf16", "nvfp4", "Q4_K_M".</summary>
    public string Name { get; }

    /// <summary>Bits of one stored value, its share of scales included.</summary>
    public double BitsPerValue { get; }

    /// <summary>Size of one stored value, its share of scales included.</summary>
    public DataSize BytesPerValue { get; }

    /// <summary>A format of your own.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="bits">Bits of one stored value with its share of scales, above 0 and at most 64.</param>
    /// <param name="source">Where the bits come from.</param>
    /// <exception cref="ArgumentException">The name or source is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The bits are not above 0, or above 64.</exception>
    public static StorageFormat Of(string name, double bits, string source = "given") =>
        new(Require.NotBlank(name, nameof(name)), Require.Between(0, Require.Above(0, bits, nameof(bits)), 64, nameof(bits)), Require.NotBlank(source, nameof(source)));

    /// <summary>Reads a name such as "int4-g128" or "Q4_K_M"; capitals do not matter.</summary>
    /// <param name="s">Name.</param>
    /// <exception cref="FormatException">There is no such format; the message lists the nearest.</exception>
    public static StorageFormat Parse(string s) =>
        TryParse(s, out StorageFormat? format)
            ? format
            : throw new FormatException($"'{s}' is not a storage format. Nearest: {NearestNames.Of(s ?? "", All.Select(one => one.Name))}; for another give its bits: StorageFormat.Of(name, bits).");

    /// <summary>Reads a name, if it is one.</summary>
    /// <param name="s">Name.</param>
    /// <param name="result">The format, or null.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, [NotNullWhen(true)] out StorageFormat? result)
    {
        result = All.FirstOrDefault(one => one.Name.Equals(s, StringComparison.OrdinalIgnoreCase));
        return result is not null;
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static StorageFormat Plain(string name, int bits) => new(name, bits, "bits of the type");

    private static StorageFormat Gguf(string name, double bits) => new(name, bits, GgufSource);

    private static StorageFormat Block(string name, double bits) => new(name, bits, "ggml blocks of 32 weights with one or two 16-bit scales");
}
