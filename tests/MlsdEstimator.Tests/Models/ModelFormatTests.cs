namespace MlsdEstimator.Tests;

public class ModelFormatTests
{
    [Theory]
    [InlineData("fp32", 32)]
    [InlineData("bf16", 16)]
    [InlineData("fp8", 8)]
    [InlineData("fp8-block", 8.001953125)] // a 32-bit scale for 16,384 weights
    [InlineData("int8", 8)]
    [InlineData("int4-g128", 4.15625)] // 16-bit scale and 4-bit zero for 128
    [InlineData("int4-g64", 4.3125)]
    [InlineData("int4-g32", 4.5)]
    [InlineData("nvfp4", 4.5)] // 9/16 byte
    [InlineData("mxfp4", 4.25)]
    [InlineData("Q4_0", 4.5)] // 18 bytes for a block of 32
    [InlineData("Q8_0", 8.5008)]
    [InlineData("Q4_K_M", 4.8944)] // llama.cpp tools/quantize/README.md, by file size
    [InlineData("q2_k", 3.1593)]
    public void StorageFormat_counts_the_scales_of_its_groups(string name, double bits)
    {
        var format = StorageFormat.Parse(name);

        Assert.Equal(bits, format.BitsPerValue, 9);
        Assert.Equal(bits / 8, format.BytesPerValue.Bytes, 9);
        Assert.Equal($"bytes per value, {format}", format.BytesPerValue.Name);
        Assert.NotNull(format.BytesPerValue.Source);
    }

    [Fact]
    public void StorageFormat_unknown_suggests_the_nearest()
    {
        Assert.Equal("'Q4_K_X' is not a storage format. Nearest: 'Q4_K_M', 'Q4_K_S', 'Q4_0'; for another give its bits: StorageFormat.Of(name, bits).", Assert.Throws<FormatException>(() => StorageFormat.Parse("Q4_K_X")).Message);
        Assert.False(StorageFormat.TryParse(null, out StorageFormat? none));
        Assert.Null(none);
        Assert.StartsWith("'' is not a storage format.", Assert.Throws<FormatException>(() => StorageFormat.Parse(null!)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void StorageFormat_names_are_different() => Assert.Equal(StorageFormat.All.Count, StorageFormat.All.Select(format => format.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());

    [Theory]
    [InlineData(0)]
    [InlineData(-4)]
    [InlineData(64.5)]
    [InlineData(double.NaN)]
    public void StorageFormat_of_impossible_bits_is_refused(double bits) =>
        Assert.Equal("bits", Assert.Throws<ArgumentOutOfRangeException>(() => StorageFormat.Of("mine", bits)).ParamName);

    [Fact]
    public void StorageFormat_of_your_own_keeps_its_source()
    {
        var mine = StorageFormat.Of("mine", 3.5, "own measurement");
        Assert.Equal((3.5, "own measurement"), (mine.BitsPerValue, mine.BytesPerValue.Source));
        Assert.Equal(64, StorageFormat.Of("wide", 64).BitsPerValue);
        Assert.Equal("name", Assert.Throws<ArgumentException>(() => StorageFormat.Of(" ", 3)).ParamName);
        Assert.Equal("source", Assert.Throws<ArgumentException>(() => StorageFormat.Of("mine", 3, "")).ParamName);
    }

    [Theory] // bytes of a weight and arithmetic as in ai-dynamo/aiconfigurator sdk/common.py
    [InlineData("bf16", 16, "bf16", false)]
    [InlineData("int8-weight-only", 8, "bf16", true)]
    [InlineData("int4-weight-only", 4.15625, "bf16", true)]
    [InlineData("fp8", 8, "fp8", false)]
    [InlineData("int8", 8, "int8", false)]
    [InlineData("w4a8", 4.15625, "fp8", true)]
    [InlineData("nvfp4", 4.5, "fp4", false)]
    [InlineData("nvfp4-weight-only", 4.5, "bf16", true)]
    [InlineData("mxfp4", 4.25, "bf16", true)]
    [InlineData("tf32", 32, "tf32", false)]
    public void Format_separates_what_is_stored_from_what_is_multiplied(string name, double bits, string compute, bool isWeightOnly)
    {
        ModelFormat format = ModelFormat.All.Single(one => one.Name == name);

        Assert.Equal((bits, compute, isWeightOnly), (format.Weights.BitsPerValue, format.Compute.Name, format.IsWeightOnly));
        Assert.Equal(name, format.ToString());
    }

    [Fact]
    public void Format_of_quantized_layers_leaves_embeddings_and_cache_in_16_bits() => // so W8A8 keeps its fp16 cache
        Assert.All(ModelFormat.All.Where(format => format.Weights.BitsPerValue < 16), format => Assert.Equal((16, 16), (format.Embeddings.BitsPerValue, format.KvCache.BitsPerValue)));

    [Fact]
    public void Gguf_is_the_same_throughout_the_file_and_computes_in_16_bits()
    {
        var format = ModelFormat.Gguf("q4_k_m");
        Assert.Equal(("Q4_K_M", 4.8944, "fp16", 16.0), (format.Name, format.Embeddings.BitsPerValue, format.Compute.Name, format.KvCache.BitsPerValue));
        Assert.Throws<FormatException>(() => ModelFormat.Gguf("Q9"));
    }

    [Fact]
    public void OfBits_takes_what_was_measured()
    {
        var format = ModelFormat.OfBits(4.5, Precision.Fp16, kvBits: 8);

        Assert.Equal("4.5-bit weights, fp16 arithmetic", format.Name);
        Assert.Equal((4.5, 16.0, 8.0), (format.Weights.BitsPerValue, format.Embeddings.BitsPerValue, format.KvCache.BitsPerValue));
        Assert.Equal(32, ModelFormat.OfBits(32, Precision.Fp32).Embeddings.BitsPerValue);
        Assert.Equal(16, ModelFormat.OfBits(16, Precision.Bf16).KvCache.BitsPerValue);
        Assert.Equal("compute", Assert.Throws<ArgumentNullException>(() => ModelFormat.OfBits(8, null!)).ParamName);
        Assert.Equal("bits", Assert.Throws<ArgumentOutOfRangeException>(() => ModelFormat.OfBits(0, Precision.Bf16)).ParamName);
    }

    [Fact]
    public void Format_without_a_part_is_refused()
    {
        Assert.Equal("weight storage", Assert.Throws<ArgumentNullException>(() => ModelFormat.Bf16 with { Weights = null! }).ParamName);
        Assert.Equal("embedding storage", Assert.Throws<ArgumentNullException>(() => ModelFormat.Bf16 with { Embeddings = null! }).ParamName);
        Assert.Equal("compute precision", Assert.Throws<ArgumentNullException>(() => ModelFormat.Bf16 with { Compute = null! }).ParamName);
        Assert.Equal("KV-cache storage", Assert.Throws<ArgumentNullException>(() => ModelFormat.Bf16 with { KvCache = null! }).ParamName);
        Assert.Equal("name of the format", Assert.Throws<ArgumentException>(() => ModelFormat.Bf16 with { Name = "" }).ParamName);
    }
}
