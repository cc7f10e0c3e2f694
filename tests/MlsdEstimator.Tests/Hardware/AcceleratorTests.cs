namespace MlsdEstimator.Tests;

public class AcceleratorTests
{
    private static readonly Accelerator A100 = Accelerators.A100Sxm80Gb;

    private static DenseModel Model(Precision precision) => new() { Parameters = 1.Million, Precision = precision };

    [Fact]
    public void Peak_at_a_known_precision_is_that_of_the_data_sheet()
    {
        FlopRate peak = A100.Peak(Precision.Int8);

        Assert.Equal(624, peak.TeraflopsPerSecond, 9);
        Assert.Equal("A100-SXM-80GB int8 peak", peak.Name);
        Assert.Equal(A100.Source, peak.Source);
        Assert.Equal(new DateOnly(2026, 11, 1), peak.AsOf);
    }

    [Fact]
    public void Peak_at_an_unknown_precision_lists_the_known()
    {
        var error = Assert.Throws<ArgumentException>(() => Accelerators.T4.Peak(Precision.Bf16));
        Assert.Equal("T4-16GB has no bf16 arithmetic; it has fp32, fp16, int8, int4. (Parameter 'precision')", error.Message);
        Assert.Equal("precision", Assert.Throws<ArgumentNullException>(() => A100.Peak(null!)).ParamName);
    }

    [Theory]
    [InlineData("fp16", 624)]
    [InlineData("int8", 1248)]
    [InlineData("tf32", 312)]
    [InlineData("fp32", 19.5)]
    public void PeakFor_a_two_of_four_model_on_A100_is_the_sparse_peak(string precision, double teraflops) // NVIDIA A100 data sheet, "with sparsity"
    {
        DenseModel model = Model(Precision.Parse(precision)).With(Pruning.TwoOfFour);
        Assert.Equal(teraflops, A100.PeakFor(model).TeraflopsPerSecond, 9);
    }

    [Fact]
    public void PeakFor_is_dense_without_sparse_hardware_or_without_the_pattern()
    {
        Assert.Equal(65, Accelerators.T4.PeakFor(Model(Precision.Fp16).With(Pruning.TwoOfFour)).TeraflopsPerSecond, 9);
        Assert.Equal(312, A100.PeakFor(Model(Precision.Fp16)).TeraflopsPerSecond, 9);
        Assert.Equal(312, A100.PeakFor(Model(Precision.Fp16).With(Pruning.Unstructured(50.Percent))).TeraflopsPerSecond, 9);
        Assert.Throws<ArgumentException>(() => A100.PeakFor(Model(Precision.Fp8)));
        Assert.Equal("model", Assert.Throws<ArgumentNullException>(() => A100.PeakFor(null!)).ParamName);
    }

    [Fact]
    public void Inputs_out_of_range_are_refused()
    {
        Assert.Equal("device memory", Assert.Throws<ArgumentOutOfRangeException>(() => A100 with { Memory = DataSize.Zero }).ParamName);
        Assert.Equal("memory bandwidth", Assert.Throws<ArgumentOutOfRangeException>(() => A100 with { MemoryBandwidth = Bandwidth.Zero }).ParamName);
        Assert.Equal("board power", Assert.Throws<ArgumentOutOfRangeException>(() => A100 with { Power = Power.Zero }).ParamName);
        Assert.Equal("price on demand", Assert.Throws<ArgumentOutOfRangeException>(() => A100 with { OnDemand = (-1).DollarsPerHour }).ParamName);
        Assert.Equal("name", Assert.Throws<ArgumentException>(() => A100 with { Name = " " }).ParamName);
        Assert.Equal("source", Assert.Throws<ArgumentException>(() => A100 with { Source = "" }).ParamName);
    }

    [Fact]
    public void Peaks_empty_twice_or_zero_are_refused()
    {
        (Precision, FlopRate) fp16 = (Precision.Fp16, 100.TeraflopsPerSecond);
        Assert.Contains("'peaks' is empty", Assert.Throws<ArgumentException>(() => A100 with { Peaks = [] }).Message, StringComparison.Ordinal);
        Assert.StartsWith("'peaks' names fp16 twice; give each precision once.", Assert.Throws<ArgumentException>(() => A100 with { Peaks = [fp16, fp16] }).Message, StringComparison.Ordinal);
        Assert.Equal("fp8 peak", Assert.Throws<ArgumentOutOfRangeException>(() => A100 with { Peaks = [(Precision.Fp8, FlopRate.Zero)] }).ParamName);
        Assert.Throws<ArgumentNullException>(() => A100 with { Peaks = null! });
        Assert.Throws<ArgumentNullException>("peaks", () => A100 with { Peaks = [(null!, FlopRate.Zero)] });
    }

    [Fact]
    public void Price_may_be_removed() => Assert.Null((A100 with { OnDemand = null }).OnDemand);
}
