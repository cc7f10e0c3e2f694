namespace MlsdEstimator.Tests;

public class AcceleratorTests
{
    private static readonly Accelerator A100 = Accelerators.A100Sxm80Gb;

    private static CustomModel Model(Precision precision) => new() { Parameters = 1.Million, Format = ModelFormat.OfBits(16, precision) };

    [Fact]
    public void Peak_at_a_known_precision_is_that_of_the_data_sheet()
    {
        FlopRate peak = A100.Peak(Precision.Int8)!;

        Assert.Equal(624, peak.TeraflopsPerSecond, 9);
        Assert.Equal("A100-SXM-80GB int8 peak", peak.Name);
        Assert.Equal(A100.Source, peak.Source);
        Assert.Equal(new DateOnly(2026, 11, 1), peak.AsOf);
    }

    [Fact]
    public void Peak_that_is_absent_is_null_and_never_zero()
    {
        Assert.Null(Accelerators.T4.Peak(Precision.Bf16));
        Assert.Null(A100.Peak(Precision.Fp8));
        Assert.Equal("precision", Assert.Throws<ArgumentNullException>(() => A100.Peak(null!)).ParamName);
        Assert.DoesNotContain(Accelerators.All.SelectMany(device => device.Peaks), entry => entry.Peak.FlopsPerSecond <= 0);
    }

    [Fact]
    public void RateFor_a_precision_of_the_device_is_its_own_peak_however_low() // B300 data sheet: INT8 153.5 TOPS, bf16 2,250 TFLOP/s
    {
        Accelerator b300 = Accelerators.Find("B300-SXM");
        ComputeRate rate = b300.RateFor(Precision.Int8);

        Assert.True(rate.IsNative);
        Assert.Equal(153.5, rate.Rate.TeraflopsPerSecond, 9);
        Assert.Equal("154 TFLOP/s (int8)", rate.ToString());
        Assert.True((rate.Rate < b300.RateFor(Precision.Bf16).Rate).Nominally);
    }

    [Theory]
    [InlineData("A100-SXM-80GB", "fp8", "bf16", 312)]
    [InlineData("A100-SXM-80GB", "fp4", "bf16", 312)]
    [InlineData("H100-SXM-80GB", "fp4", "fp8", 1978)]
    [InlineData("H100-SXM-80GB", "int4", "int8", 1978)]
    [InlineData("V100-SXM2-16GB", "int8", "fp16", 125)]
    [InlineData("Core-i9-10940X", "bf16", "fp32", 2.96)]
    [InlineData("Core-i9-10940X", "fp8", "fp32", 2.96)]
    public void RateFor_an_absent_precision_is_a_wider_one_less_the_widening(string device, string wanted, string runsAs, double teraflops)
    {
        ComputeRate rate = Accelerators.Find(device).RateFor(Precision.Parse(wanted));

        Assert.False(rate.IsNative);
        Assert.Equal((wanted, runsAs), (rate.Wanted.Name, rate.RunsAs.Name));
        Assert.False(rate.Rate.IsCertain);
        Assert.Equal(0.86 * teraflops, rate.Rate.TeraflopsPerSecond, 9); // llama.cpp README: median of 21 types, 0.77 to 0.94
    }

    [Theory]
    [InlineData("T4-16GB", "bf16", "fp16", 65)]
    [InlineData("TPU-v3", "fp16", "bf16", 123)]
    public void RateFor_the_other_16_bits_is_their_whole_peak(string device, string wanted, string runsAs, double teraflops)
    {
        ComputeRate rate = Accelerators.Find(device).RateFor(Precision.Parse(wanted));

        Assert.Equal(runsAs, rate.RunsAs.Name);
        Assert.Equal(teraflops, rate.Rate.TeraflopsPerSecond, 9);
        Assert.True(rate.Rate.IsCertain);
        Assert.Equal($"{rate.Rate} ({wanted} as {runsAs})", rate.ToString());
    }

    [Fact]
    public void RateFor_what_nothing_wider_holds_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Accelerators.Find("TPU-v5e").RateFor(Precision.Fp32));
        Assert.Equal("TPU-v5e has no fp32 arithmetic and nothing wider; it has bf16, int8. (Parameter 'precision')", error.Message);
        Assert.Equal("precision", Assert.Throws<ArgumentNullException>(() => A100.RateFor(null!)).ParamName);
    }

    [Theory]
    [InlineData("fp16", 624)]
    [InlineData("int8", 1248)]
    [InlineData("tf32", 312)]
    [InlineData("fp32", 19.5)]
    public void PeakFor_a_two_of_four_model_on_A100_is_the_sparse_peak(string precision, double teraflops) // NVIDIA A100 data sheet, "with sparsity"
    {
        CustomModel model = Model(Precision.Parse(precision)).With(Pruning.TwoOfFour);
        Assert.Equal(teraflops, A100.PeakFor(model).TeraflopsPerSecond, 9);
    }

    [Fact]
    public void PeakFor_is_dense_without_sparse_hardware_or_without_the_pattern()
    {
        Assert.Equal(65, Accelerators.T4.PeakFor(Model(Precision.Fp16).With(Pruning.TwoOfFour)).TeraflopsPerSecond, 9);
        Assert.Equal(312, A100.PeakFor(Model(Precision.Fp16)).TeraflopsPerSecond, 9);
        Assert.Equal(312, A100.PeakFor(Model(Precision.Fp16).With(Pruning.Unstructured(50.Percent))).TeraflopsPerSecond, 9);
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
