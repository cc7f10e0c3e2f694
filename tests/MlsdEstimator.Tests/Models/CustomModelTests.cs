namespace MlsdEstimator.Tests;

public class CustomModelTests
{
    private static CustomModel Bert => new() { Title = "BERT-base", Parameters = 110.Million, Format = ModelFormat.Fp32 };

    [Fact]
    public void WeightBytes_of_70_billion_in_fp16_is_140_gigabytes() // llmbook.apartsin.com section 57.1
    {
        var model = new CustomModel { Parameters = 70.Billion, Format = ModelFormat.Fp16 };
        Assert.Equal(140, model.WeightBytes.Gigabytes, 9);
    }

    [Fact]
    public void FlopsPerExample_when_not_given_is_two_for_each_parameter() // 350 GFLOP a token for GPT-3 (Brown et al. 2020, appendix D: 2 for each of 175e9)
    {
        var model = new CustomModel { Parameters = 175.Billion, Format = ModelFormat.Fp16 };

        Assert.Equal(350, model.FlopsPerExample.Gigaflops, 9);
        IQuantity assumed = Assert.Single(new Worksheet("GPT-3") { Model = [model] }.Defaults);
        Assert.Equal("FLOPs per parameter", assumed.Name);
        Assert.Equal("Kaplan et al. 2020, arXiv:2001.08361: 2 for each weight in a forward pass", assumed.Source);
    }

    [Fact]
    public void FlopsPerExample_when_given_is_what_was_given()
    {
        CustomModel model = Bert with { FlopsPerExample = 22.5.Gigaflops };

        Assert.Equal(22.5, model.FlopsPerExample.Gigaflops);
        Assert.Empty(new Worksheet("BERT") { Model = [model] }.Defaults);
    }

    [Fact]
    public void ArithmeticIntensity_is_operations_for_each_byte_of_weights() =>
        Assert.Equal(0.5, Bert.ArithmeticIntensity.BasePer(DataSize.Byte), 12);

    [Fact]
    public void Results_are_named_and_in_order()
    {
        Assert.Equal(["weight bytes", "FLOPs per example", "arithmetic intensity at batch 1"], Bert.Results.Select(result => result.Name));
        Assert.Equal(110, Bert.Parameters.Value / 1e6);
        Assert.Equal("parameters", Bert.Parameters.Name);
        Assert.Empty(Bert.Findings);
        Assert.Empty(Bert.Tiers);
        Assert.Null(Bert.QualityKept);
        Assert.Null(Bert.Sparsity);
        Assert.False(Bert.IsTwoOfFour);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Parameters_not_above_zero_are_refused(double parameters)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Bert with { Parameters = parameters });
        Assert.Equal($"'parameters' is {parameters}, but must be above 0. (Parameter 'parameters')", error.Message);
    }

    [Fact]
    public void FlopsPerExample_not_above_zero_is_refused()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Bert with { FlopsPerExample = FlopCount.Zero });
        Assert.StartsWith("'FLOPs per example' is 0 FLOP, but must be above 0.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Parameters_that_are_no_number_are_refused(double parameters) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Bert with { Parameters = parameters });

    [Fact]
    public void Inputs_that_are_null_are_refused()
    {
        Assert.Equal("parameters", Assert.Throws<ArgumentNullException>(() => Bert with { Parameters = null! }).ParamName);
        Assert.Equal("format", Assert.Throws<ArgumentNullException>(() => Bert with { Format = null! }).ParamName);
        Assert.Equal("FLOPs per example", Assert.Throws<ArgumentNullException>(() => Bert with { FlopsPerExample = null! }).ParamName);
        Assert.Equal("transform", Assert.Throws<ArgumentNullException>(() => Bert.With(null!)).ParamName);
    }

    [Fact]
    public void With_leaves_the_model_as_it_was()
    {
        CustomModel before = Bert;
        CustomModel after = before.With(Quantization.To(ModelFormat.Int8));

        Assert.Equal(440, before.WeightBytes.Megabytes, 9);
        Assert.Equal(110, after.WeightBytes.Megabytes, 9);
        Assert.Equal("BERT-base", before.Title);
    }

    [Fact]
    public void With_several_changes_lists_them_in_the_title_and_says_each_gain()
    {
        CustomModel small = Bert.With(new Distillation { Factor = 5, QualityKept = 97.Percent }).With(Quantization.To(ModelFormat.Int8));

        Assert.Equal("BERT-base, distilled 5x, int8", small.Title);
        Assert.Equal(22, small.WeightBytes.Megabytes, 9);
        Assert.Equal(44, small.FlopsPerExample.Megaflops, 9);
        Assert.Equal(["distilled 5x", "int8"], small.Findings.Select(finding => finding.Message.Split(':')[0]));
        Assert.All(small.Findings, finding => Assert.Equal((Severity.Note, FindingCodes.CompressionGain), (finding.Severity, finding.Code)));
    }

    [Fact]
    public void QualityKept_multiplies_what_the_changes_say()
    {
        CustomModel distilled = Bert.With(new Distillation { Factor = 2, QualityKept = 90.Percent });
        CustomModel both = distilled.With(Quantization.To(ModelFormat.Int8) with { QualityKept = 50.Percent });

        Assert.Equal(0.90, distilled.QualityKept!.Value);
        Assert.Equal(0.90, distilled.With(Quantization.To(ModelFormat.Int8)).QualityKept!.Value);
        Assert.Equal(0.45, both.QualityKept!.Value, 12);
        Assert.Equal(["weight bytes", "FLOPs per example", "arithmetic intensity at batch 1", "quality kept"], both.Results.Select(result => result.Name));
        Assert.Equal(0.5, Bert.With(Quantization.To(ModelFormat.Int8) with { QualityKept = 50.Percent }).QualityKept!.Value);
    }
}
