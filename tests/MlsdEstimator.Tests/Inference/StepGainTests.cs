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
        Assert.Equal(1, same.SpeedUp.Value);
        Assert.Equal(1, batched.SpeedUp.Value);
        Assert.Equal(Before.Step.Seconds / ((Before with { Batch = 8 }).Step.Seconds / 8), (Gain with { After = Before with { Batch = 8 } }).SpeedUp.Value, 9);
    }

    [Fact]
    public void Kind_of_change_is_read_from_the_steps()
    {
        Assert.Equal(GainKind.NarrowerOnCpu, Gain.Change);
        Accelerator gpu = Cpu with { Kind = DeviceKind.Gpu };
        Assert.Equal(GainKind.NarrowerOnAccelerator, (Gain with { Before = Before with { Device = gpu }, After = Gain.After with { Device = gpu } }).Change);
        Assert.Equal(GainKind.Compilation, (Gain with { Before = Before with { Stack = NetworkRuntime.PyTorchEager } }).Change);
        NetworkStep skipping = Before with { Stack = NetworkRuntime.DeepSparse };
        Assert.Equal(GainKind.Zeros, (Gain with { Before = skipping, After = skipping with { Work = Work with { Zeros = 90.Percent } } }).Change);
        Assert.Equal(GainKind.SmallerNetwork, (Gain with { After = Before with { Work = Work with { Flops = FlopCount.FromGigaflops(4) } } }).Change);
        NetworkStep wide = Before with { Format = ModelFormat.OfBits(32, Precision.Fp32) }, stored = Before with { Format = ModelFormat.OfBits(8, Precision.Fp32) };
        Assert.Equal(GainKind.StorageOnlyBoundByArithmetic, (Gain with { Before = wide, After = stored }).Change);
        NetworkWork heavy = Work with { Flops = FlopCount.FromGigaflops(0.05) };
        Assert.Equal(GainKind.StorageOnly, (Gain with { Before = wide with { Work = heavy }, After = stored with { Work = heavy } }).Change);
    }

    [Theory]
    [InlineData("TensorRT", 32)]
    [InlineData("PyTorch eager", 1)]
    public void Step_against_itself_is_exactly_one(string stack, int batch)
    {
        NetworkStep step = new() { Work = Work, Device = Accelerators.A100Sxm80Gb, Format = ModelFormat.Fp16, Stack = NetworkRuntime.Parse(stack), Batch = batch };
        var gain = new StepGain { Before = step, After = step };
        AssertNothing(gain);
        Assert.Equal(step.Step.Seconds / batch, gain.TimeAfter.Seconds, 15);
    }

    [Fact]
    public void Another_device_is_the_ratio_of_the_times()
    {
        NetworkStep a100 = new() { Work = Work, Device = Accelerators.A100Sxm80Gb, Format = ModelFormat.Fp16, Stack = NetworkRuntime.TensorRt, Batch = 32 }, h100 = a100 with { Device = Accelerators.H100Sxm80Gb };
        var gain = new StepGain { Before = a100, After = h100 };
        Assert.Null(gain.Change);
        Assert.Equal(a100.Step.Seconds / h100.Step.Seconds, gain.SpeedUp.Value, 12);
        Assert.InRange(gain.SpeedUp.Value, 1.5, 3.2);
    }

    /// <summary>Half of int8's promise is kept, so that going back takes twice the promise: 1 / (promised / 2).</summary>
    [Fact]
    public void Change_backwards_undoes_it()
    {
        StepGain back = Gain with { Before = Gain.After, After = Gain.Before };
        Assert.Equal(GainKind.NarrowerOnCpu, back.Change);
        Assert.Equal(2 * Gain.After.Step.Seconds / Before.Step.Seconds, back.SpeedUp.Value, 12);
        StepGain framework = Gain with { Before = Before, After = Before with { Stack = NetworkRuntime.PyTorchEager } };
        Assert.Equal(GainKind.Compilation, framework.Change);
        Assert.Equal(2 * Before.Step.Seconds / framework.After.Step.Seconds, framework.SpeedUp.Value, 12);
        StepGain larger = Gain with { After = Before with { Work = Work with { Flops = FlopCount.FromGigaflops(16) } } };
        Assert.Equal(GainKind.SmallerNetwork, larger.Change);
        Assert.Equal(2 * Before.Step.Seconds / larger.After.Step.Seconds, larger.SpeedUp.Value, 12);
    }

    [Fact]
    public void Stacks_of_the_same_sort_are_the_ratio_of_the_times()
    {
        StepGain gain = Gain with { After = Before with { Stack = NetworkRuntime.OnnxRuntime } };
        Assert.Null(gain.Change);
        Assert.Equal(Before.Step.Seconds / gain.After.Step.Seconds, gain.SpeedUp.Value, 12);
    }

    [Fact]
    public void Unstructured_zeros_bring_nothing_on_a_GPU_and_much_in_a_runtime_that_skips_them()
    {
        Transformer bert = PublishedModels.Transformer("BERT-base"), pruned = bert.With(Pruning.Unstructured(90.Percent));
        NetworkStep gpu = new() { Work = NetworkWork.Of(bert, 384), Device = Accelerators.A100Sxm80Gb, Format = ModelFormat.Fp16, Stack = NetworkRuntime.TensorRt, Batch = 32 };
        AssertNothing(new() { Before = gpu, After = gpu with { Work = NetworkWork.Of(pruned, 384) } });
        NetworkStep cpu = gpu with { Device = Accelerators.Find("Core-i9-10940X"), Format = ModelFormat.Fp32, Stack = NetworkRuntime.DeepSparse };
        Assert.InRange(new StepGain { Before = cpu, After = cpu with { Work = NetworkWork.Of(pruned, 384) } }.SpeedUp.Value, 1.5, 3.5); // 3.2 published at 95 %
    }

    [Theory]
    [InlineData("V100-SXM2-32GB")]
    [InlineData("T4-16GB")]
    public void Two_of_four_brings_nothing_where_the_device_multiplies_its_zeros(string device) => AssertNothing(Thinned(device, NetworkRuntime.TensorRt));

    /// <summary>Of 1.5 in matrix products, 1.07 to 1.75 are published for whole networks.</summary>
    [Theory]
    [InlineData("A100-SXM-80GB", "TensorRT")]
    [InlineData("H100-SXM-80GB", "TensorRT")]
    [InlineData("H100-SXM-80GB", "PyTorch compiled")]
    [InlineData("MI300X-192GB", "PyTorch eager")]
    public void Two_of_four_gains_where_device_and_stack_skip_its_zeros(string device, string stack)
    {
        StepGain gain = Thinned(device, NetworkRuntime.Parse(stack));
        Assert.Null(gain.Change);
        Assert.InRange(gain.SpeedUp.Value, 1.03, 1.5);
        Assert.True(gain.SpeedUp.Simulate().Low.Value > 1);
        AssertNothing(Thinned(device, NetworkRuntime.OnnxRuntime));
    }

    /// <summary>BERT-large on 64 sequences, dense and 2:4 sparse.</summary>
    private static StepGain Thinned(string device, NetworkRuntime stack)
    {
        Transformer bert = PublishedModels.Transformer("BERT-large");
        NetworkStep dense = new() { Work = NetworkWork.Of(bert, 384), Device = Accelerators.Find(device), Format = ModelFormat.Fp16, Stack = stack, Batch = 64 };
        return new() { Before = dense, After = dense with { Work = NetworkWork.Of(bert.With(Pruning.TwoOfFour), 384) } };
    }

    private static void AssertNothing(StepGain gain)
    {
        Estimate<Scalar> belief = gain.SpeedUp.Simulate();
        Assert.Null(gain.Change);
        Assert.Equal((1, 1, 1), (belief.Low.Value, gain.SpeedUp.Value, belief.High.Value));
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
    [InlineData(GainKind.Compilation, "compilation")]
    public void Kind_of_a_change_has_a_name(GainKind kind, string words) =>
        Assert.Contains(words, GainEfficiencies.Fitted.Of(kind, NetworkRuntime.Unknown).Kept.Name!, StringComparison.Ordinal);
}
