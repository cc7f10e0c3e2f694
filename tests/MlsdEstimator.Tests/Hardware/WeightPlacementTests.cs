namespace MlsdEstimator.Tests;

public class WeightPlacementTests
{
    private static readonly CustomModel Llama = new() { Title = "70B", Parameters = 70.Billion, Format = ModelFormat.Fp16 };

    [Fact]
    public void Left_when_the_weights_fit_is_the_rest_of_the_memory()
    {
        WeightPlacement placement = Llama.With(Quantization.To(ModelFormat.Int8)).FitsOn(Accelerators.A100Sxm80Gb, 90.Percent);

        Assert.Equal("70B, int8 on A100-SXM-80GB", placement.Title);
        Assert.Equal(70, placement.Needed.Gigabytes, 9);
        Assert.Equal(72, placement.Available.Gibibytes, 9);
        Assert.Equal(7.3094, placement.Left.Gigabytes, 4); // 72 x 1.073741824 - 70
        Assert.Equal(1, placement.Devices.Value);
        Assert.Empty(placement.Findings);
        Assert.Equal(["weights to place", "memory for weights", "memory left", "devices for the weights"], placement.Results.Select(result => result.Name));
    }

    [Fact]
    public void Left_when_they_do_not_fit_is_infeasible_with_shortfall_and_fix()
    {
        WeightPlacement placement = Llama.FitsOn(Accelerators.A100Sxm80Gb, 90.Percent);

        Assert.False(placement.Left.IsFeasible);
        Assert.Equal(2, placement.Devices.Value);
        Finding finding = Assert.Single(placement.Findings);
        Assert.Equal((Severity.Error, FindingCodes.Infeasible), (finding.Severity, finding.Code));
        Assert.Equal(
            "memory left is infeasible: 70B needs 130 GiB and A100-SXM-80GB has 72 GiB for weights, 58.4 GiB too little; int8 fits, or 2 devices do.",
            finding.Message);
        Assert.Same(placement.Left, finding.Subject);
    }

    [Theory]
    [InlineData("A100-SXM-40GB", "94.4 GiB too little; int4-weight-only fits, or 4 devices do.")]
    [InlineData("H100-SXM-80GB", "58.4 GiB too little; fp8 fits, or 2 devices do.")]
    [InlineData("T4-16GB", "116 GiB too little; 10 devices do.")]
    public void Fix_is_the_widest_precision_that_fits_or_more_devices(string device, string end) =>
        Assert.EndsWith(end, Llama.FitsOn(Accelerators.Find(device), 90.Percent).Findings[0].Message, StringComparison.Ordinal);

    [Fact]
    public void Weights_of_exactly_the_memory_fit()
    {
        var model = new CustomModel { Parameters = 16 * 1073741824.0, Format = ModelFormat.Int8 };
        WeightPlacement placement = model.FitsOn(Accelerators.T4, Fraction.One);

        Assert.Equal(0, placement.Left.Bytes);
        Assert.Empty(placement.Findings);
    }

    [Fact]
    public void Fix_that_takes_exactly_the_memory_is_named() // 16 x 2^30 weights of 1 B on 16 GiB
    {
        var model = new CustomModel { Title = "17B", Parameters = 17_179_869_184, Format = ModelFormat.Fp16 };
        Assert.EndsWith("16 GiB too little; int8 fits, or 2 devices do.", Assert.Single(model.FitsOn(Accelerators.T4, Fraction.One).Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Worksheet_says_a_misfit_once()
    {
        var sheet = new Worksheet("fit") { Model = [Llama.FitsOn(Accelerators.T4, 90.Percent)] };
        Assert.Single(sheet.Findings, finding => finding.Code == FindingCodes.Infeasible);
    }

    [Fact]
    public void Inputs_null_or_zero_are_refused()
    {
        Assert.Equal("memory for weights", Assert.Throws<ArgumentOutOfRangeException>(() => Llama.FitsOn(Accelerators.T4, Fraction.Zero)).ParamName);
        Assert.Equal("device", Assert.Throws<ArgumentNullException>(() => Llama.FitsOn(null!, Fraction.One)).ParamName);
        Assert.Equal("model", Assert.Throws<ArgumentNullException>(() => new WeightPlacement { Model = null!, Device = Accelerators.T4, MemoryForWeights = Fraction.One }).ParamName);
    }
}
