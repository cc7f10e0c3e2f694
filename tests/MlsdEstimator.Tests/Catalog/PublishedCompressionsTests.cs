using System.Globalization;

namespace MlsdEstimator.Tests;

public class PublishedCompressionsTests
{
    [Theory]
    [InlineData("DistilBERT, GLUE", CompressionKind.Distillation, 1.629, 1.667, 0.9686)] // Sanh et al. 2019
    [InlineData("TinyBERT-4, GLUE", CompressionKind.Distillation, 9.4, 7.5, 0.968)] // Jiao et al. 2020
    [InlineData("MobileNet-v1, int8 trained", CompressionKind.Quantization, 2.244, 3.930, 0.9873)]
    [InlineData("MobileNet-v2, int8 after training", CompressionKind.Quantization, 0.967, 3.889, 0.886)]
    [InlineData("Llama-2-7B, int8 with dynamic activations, torchao", CompressionKind.Quantization, 0.089, 1.995, 0.9959)]
    [InlineData("BLOOM-176B, LLM.int8()", CompressionKind.Quantization, 0.777, 2.0, null)]
    [InlineData("BERT-large, 95 % unstructured", CompressionKind.Pruning, 3.216, null, 1.0)]
    public void Find_gives_the_published_numbers(string name, CompressionKind kind, double speedUp, double? sizeRatio, double? kept)
    {
        PublishedCompression result = PublishedCompressions.Find(name);

        Assert.Equal(kind, result.Kind);
        Assert.Equal(speedUp, result.SpeedUp!.Value, 3);
        Assert.Equal(sizeRatio, Rounded(result.SizeRatio?.Value, 3));
        Assert.Equal(kept, Rounded(result.QualityKept?.Value, 4));
        Assert.Equal(name, result.ToString());
    }

    [Fact]
    public void All_have_a_setting_a_source_and_a_number()
    {
        Assert.True(PublishedCompressions.All.Count >= 35, PublishedCompressions.All.Count.ToString(CultureInfo.InvariantCulture));
        Assert.All(PublishedCompressions.All, result => Assert.True(result is { Setting.Length: > 0, Source.Length: > 0 } && (result.SpeedUp ?? result.SizeRatio ?? result.QualityKept?.AsScalar()) is not null));
        Assert.Equal(PublishedCompressions.All.Count, PublishedCompressions.All.Select(result => result.Name).Distinct().Count());
        Assert.All(PublishedCompressions.All, result => Assert.Equal(result.Source, result.SpeedUp?.Source ?? result.SizeRatio?.Source ?? result.QualityKept!.Source));
    }

    [Fact]
    public void All_that_were_built_for_zeros_say_so() =>
        Assert.All(PublishedCompressions.All.Where(result => result.Kind == CompressionKind.Pruning), result => Assert.Contains("engine made for zeros", result.Setting, StringComparison.Ordinal));

    [Fact]
    public void Find_of_an_unknown_name_lists_the_nearest() =>
        Assert.StartsWith("There is no published compression 'DistilBART, GLUE'. Nearest: 'DistilBERT, GLUE', ", Assert.Throws<ArgumentException>(() => PublishedCompressions.Find("DistilBART, GLUE")).Message, StringComparison.Ordinal);

    [Fact]
    public void Quality_ranges_are_defaults_with_a_source()
    {
        (Fraction Range, double Low, double Best, double High)[] ranges =
        [
            (PublishedQuality.Int8, 0.954, 0.995, 0.9999),
            (PublishedQuality.Int4WeightOnly, 0.951, 0.975, 0.996),
            (PublishedQuality.HalfTheLayers, 0.953, 0.971, 0.982),
            (PublishedQuality.TenthOfTheWork, 0.938, 0.955, 0.968),
        ];
        foreach ((Fraction range, double low, double best, double high) in ranges)
        {
            Assert.True(range.IsDefault);
            Assert.NotNull(range.Source);
            Assert.Equal(best, range.Value, 12);
            Estimate<Fraction> belief = range.Simulate();
            Assert.Equal(low, belief.Low.Value, 0.001);
            Assert.Equal(high, belief.High.Value, 0.001);
        }
    }

    private static double? Rounded(double? value, int digits) => value is double number ? Math.Round(number, digits) : null;
}
