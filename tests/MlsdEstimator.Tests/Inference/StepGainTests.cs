namespace MlsdEstimator.Tests;

public class StepGainTests
{
    private static readonly Accelerator Cpu = new()
    {
        Name = "cpu",
        Kind = DeviceKind.Cpu,
        Peaks = [(Precision.Fp32, FlopRate.FromTeraflopsPerSecond(1)), (Precision.Int8, FlopRate.FromTeraflopsPerSecond(4))],
        MemoryBandwidth = Bandwidth.FromGigabytesPerSecond(100),
        Source = "test",
    };

    private static readonly NetworkWork Work = new()
    {
        Kind = NetworkKind.Convolution, Flops = FlopCount.FromGigaflops(8), Activations = 10.Million, Parameters = 25.Million, Layers = 50,
    };

    private static readonly NetworkStep Before = new() { Work = Work, Device = Cpu, Format = ModelFormat.Fp32, Stack = NetworkRuntime.OpenVino, Batch = 1 };

    private static readonly GainEfficiencies Half = new([.. Enum.GetValues<GainKind>().Select(kind => new GainEfficiency(kind, null, 0.5, 0.1, 3, new DateOnly(2026, 11, 21)))]);

    private static readonly StepGain Gain = new() { Before = Before, After = Before with { Format = ModelFormat.Int8 }, Efficiencies = Half };

    [Fact]
    public void Speed_up_is_the_ratio_of_times_less_what_is_lost()
    {
        double promised = Before.Step.Seconds / Gain.After.Step.Seconds;
        Assert.InRange(promised, 2, 4);
        Assert.Equal(promised / 2, Gain.SpeedUp.Value, 9);
        Assert.Equal(Before.Step.Seconds, Gain.TimeBefore.Seconds, 12);
        Assert.Equal(Before.Step.Seconds * 2 / promised, Gain.TimeAfter.Seconds, 12);
        Assert.Equal(["speed-up", "time of an item before", "time of an item after"], Gain.Results.Select(result => result.Name));
    }

    /// <summary>Both steps share their leaves: what is left is the doubt about what is kept.</summary>
    [Fact]
    public void What_both_steps_share_cancels()
    {
        Estimate<Scalar> belief = Gain.SpeedUp.Simulate();
        Assert.Equal(2 * 1.6449 * 0.1, Math.Log(belief.High.Value / belief.Low.Value), 1e-2);
    }

    [Fact]
    public void Times_are_those_of_one_item()
    {
        StepGain same = Gain with { After = Before with { Work = Work with { Flops = FlopCount.FromGigaflops(8) } } };
        StepGain batched = Gain with { Before = Before with { Batch = 8 }, After = Before with { Batch = 8 } };
        Assert.Equal(0.5, same.SpeedUp.Value, 9);
        Assert.Equal(0.5, batched.SpeedUp.Value, 9);
        Assert.Equal(Before.Step.Seconds / ((Before with { Batch = 8 }).Step.Seconds / 8) / 2, (Gain with { After = Before with { Batch = 8 } }).SpeedUp.Value, 9);
    }

    [Fact]
    public void Kind_of_change_is_read_from_the_steps()
    {
        Assert.Equal(GainKind.NarrowerOnCpu, Gain.Change);
        Accelerator gpu = Cpu with { Kind = DeviceKind.Gpu };
        Assert.Equal(GainKind.NarrowerOnAccelerator, (Gain with { Before = Before with { Device = gpu }, After = Gain.After with { Device = gpu } }).Change);
        Assert.Equal(GainKind.Compilation, (Gain with { After = Before with { Stack = NetworkRuntime.TensorRt } }).Change);
        Assert.Equal(GainKind.Zeros, (Gain with { After = Before with { Work = Work with { Zeros = 90.Percent } } }).Change);
        Assert.Equal(GainKind.SmallerNetwork, (Gain with { After = Before with { Work = Work with { Flops = FlopCount.FromGigaflops(4) } } }).Change);
        NetworkStep wide = Before with { Format = ModelFormat.OfBits(32, Precision.Fp32) }, stored = Before with { Format = ModelFormat.OfBits(8, Precision.Fp32) };
        Assert.Equal(GainKind.StorageOnlyBoundByArithmetic, (Gain with { Before = wide, After = stored }).Change);
        NetworkWork heavy = Work with { Flops = FlopCount.FromGigaflops(0.05) };
        Assert.Equal(GainKind.StorageOnly, (Gain with { Before = wide with { Work = heavy }, After = stored with { Work = heavy } }).Change);
    }

    [Fact]
    public void Stack_with_pairs_of_its_own_goes_before_all()
    {
        var own = new GainEfficiencies([.. Half.All, new GainEfficiency(GainKind.NarrowerOnCpu, "OpenVINO", 0.8, 0.1, 9, new DateOnly(2026, 11, 21))]);
        Assert.Equal(0.8, own.Of(GainKind.NarrowerOnCpu, NetworkRuntime.OpenVino).Kept.Value, 9);
        Assert.Equal(0.5, own.Of(GainKind.NarrowerOnCpu, NetworkRuntime.TensorFlow).Kept.Value, 9);
        Assert.Equal("kept by fewer bits on a CPU in OpenVINO", own.Of(GainKind.NarrowerOnCpu, NetworkRuntime.OpenVino).Kept.Name);
        Assert.Equal("kept by fewer bits on a CPU", own.Of(GainKind.NarrowerOnCpu, NetworkRuntime.TensorFlow).Kept.Name);
    }

    [Fact]
    public void Missing_step_is_refused()
    {
        Assert.Throws<ArgumentNullException>("step before", () => Gain with { Before = null! });
        Assert.Throws<ArgumentNullException>("step after", () => Gain with { After = null! });
    }

    [Theory]
    [InlineData(GainKind.NarrowerOnCpu, "fewer bits on a CPU")]
    [InlineData(GainKind.StorageOnlyBoundByArithmetic, "fewer bits stored, bound by arithmetic")]
    [InlineData(GainKind.Zeros, "zeros")]
    [InlineData(GainKind.SmallerNetwork, "a smaller network")]
    [InlineData(GainKind.Compilation, "another stack")]
    public void Kind_of_a_change_has_a_name(GainKind kind, string words) =>
        Assert.Contains(words, GainEfficiencies.Fitted.Of(kind, NetworkRuntime.Unknown).Kept.Name!, StringComparison.Ordinal);
}
