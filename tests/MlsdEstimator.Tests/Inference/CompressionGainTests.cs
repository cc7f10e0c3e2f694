namespace MlsdEstimator.Tests;

public class CompressionGainTests
{
    private static readonly Transformer Bert = PublishedModels.Transformer("BERT-base");
    private static readonly Transformer Llama = PublishedModels.Transformer("Llama-3-8B");
    private static readonly Transformer Student = Bert.With(new Distillation { Student = PublishedModels.Transformer("DistilBERT"), QualityKept = 97.Percent });

    private static CompressionGain Gain => new() { Before = Bert, After = Student, TimeBefore = 668.Seconds, TimeAfter = 410.Seconds, ModelShare = 80.Percent };

    [Fact]
    public void Gain_of_DistilBERT_is_63_percent_faster_and_39_percent_less_time() // Sanh et al. 2019: "60 % faster", 668 s to 410 s
    {
        Assert.Equal(1.629268, Gain.SpeedUp.Value, 6);
        Assert.Equal(0.629268, Gain.Faster.Value, 6);
        Assert.Equal(0.386228, Gain.TimeSaved.Value, 6);
        Assert.Equal(109_482_240.0 / 66_362_880, Gain.SizeRatio.Value, 12);
        Assert.Equal("BERT-base, distilled to DistilBERT: 1.63 times as fast. 62.9% faster is 38.6% less time; 62.9% less time would be 2.7 times as fast. A request of which the model is 80% gets 1.447 times as fast.", Assert.Single(Gain.Findings).Message);
    }

    [Fact]
    public void Gain_says_60_percent_faster_and_60_percent_less_time_apart()
    {
        CompressionGain faster = Gain with { TimeBefore = 1.6.Seconds, TimeAfter = 1.Seconds };
        CompressionGain less = Gain with { TimeBefore = 1.Seconds, TimeAfter = 0.4.Seconds };

        Assert.Equal((0.6, 0.375), (Math.Round(faster.Faster.Value, 12), Math.Round(faster.TimeSaved.Value, 12)));
        Assert.Equal((1.5, 0.6), (Math.Round(less.Faster.Value, 12), Math.Round(less.TimeSaved.Value, 12)));
        Assert.Contains("1.6 times as fast. 60% faster is 37.5% less time; 60% less time would be 2.5 times as fast.", faster.Findings[0].Message, StringComparison.Ordinal);
        Assert.Contains("2.5 times as fast. 150% faster is 60% less time; 150% less time would be no time at all.", less.Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gain_end_to_end_follows_Amdahl() // 1 / (0.2 + 0.8 / 1.629268)
    {
        Assert.Equal(1.447140, Gain.EndToEndSpeedUp.Value, 5);
        Assert.Equal(0.308982, Gain.EndToEndTimeSaved.Value, 6);
        Assert.Equal(1, (Gain with { ModelShare = Fraction.Zero }).EndToEndSpeedUp.Value);
        Assert.Equal(Gain.SpeedUp.Value, (Gain with { ModelShare = Fraction.One }).EndToEndSpeedUp.Value, 12);
    }

    [Fact]
    public void Gain_with_a_cost_says_what_is_saved()
    {
        CompressionGain priced = Gain with { CostBefore = 1000.DollarsPerMonth };

        Assert.Equal(613.77, priced.CostAfter!.DollarsPerMonth, 2);
        Assert.Equal(386.23, priced.CostSaved!.DollarsPerMonth, 2);
        Assert.Equal(
            ["speed-up", "faster by", "time saved", "end-to-end speed-up", "quality kept", "times smaller", "end-to-end time saved", "cost after", "cost saved"],
            priced.Results.Select(result => result.Name));
        Assert.Null(Gain.CostAfter);
        Assert.Null(Gain.CostSaved);
    }

    [Fact]
    public void Gain_of_something_slower_says_so_and_asks_for_quality() // LLM.int8(): 285 ms to 367 ms a token
    {
        var slower = new CompressionGain { Before = Llama, After = Llama.With(Quantization.To(ModelFormat.Int8)), TimeBefore = 285.Milliseconds, TimeAfter = 367.Milliseconds, ModelShare = Fraction.One };

        Assert.Equal(-0.2877, slower.TimeSaved.Value, 4);
        Assert.Equal(["Llama-3-8B, int8: slower, it takes 1.29 times as long. A request of which the model is 100% gets 0.777 times as fast.", "What Llama-3-8B, int8 costs in quality is not stated; measure it on your data."], slower.Findings.Select(finding => finding.Message));
        Assert.Equal(["speed-up", "faster by", "time saved", "end-to-end speed-up", "times smaller", "end-to-end time saved"], slower.Results.Select(result => result.Name));
    }

    [Fact]
    public void Gain_from_rates_is_that_of_their_times()
    {
        var gain = CompressionGain.FromRates(Bert, Student, 800.PerSecond, 2800.PerSecond, Fraction.One);
        Assert.Equal(3.5, gain.SpeedUp.Value, 12);
        Assert.Equal("rate before", Assert.Throws<ArgumentOutOfRangeException>(() => CompressionGain.FromRates(Bert, Student, Rate.Zero, 1.PerSecond, Fraction.One)).ParamName);
        Assert.Equal("rate after", Assert.Throws<ArgumentOutOfRangeException>(() => CompressionGain.FromRates(Bert, Student, 1.PerSecond, Rate.Zero, Fraction.One)).ParamName);
    }

    [Fact]
    public void Gain_inputs_out_of_range_are_refused()
    {
        Assert.Equal("time before", Assert.Throws<ArgumentOutOfRangeException>(() => Gain with { TimeBefore = Duration.Zero }).ParamName);
        Assert.Equal("time after", Assert.Throws<ArgumentOutOfRangeException>(() => Gain with { TimeAfter = Duration.Zero }).ParamName);
        Assert.Null((Gain with { CostBefore = 5.DollarsPerHour } with { CostBefore = null }).CostBefore);
        Assert.Equal("cost before", Assert.Throws<ArgumentOutOfRangeException>(() => Gain with { CostBefore = (-1).DollarsPerDay }).ParamName);
        Assert.Equal("model before", Assert.Throws<ArgumentNullException>(() => Gain with { Before = null! }).ParamName);
        Assert.Equal("model after", Assert.Throws<ArgumentNullException>(() => Gain with { After = null! }).ParamName);
        Assert.Equal("model's share of the request", Assert.Throws<ArgumentNullException>(() => Gain with { ModelShare = null! }).ParamName);
    }

    /// <summary>Two predicted steps: the ratio of their times is the speed-up that was fitted, and quality is what the model says.</summary>
    [Fact]
    public void Gain_from_steps_has_their_times_and_keeps_the_quality_of_the_model()
    {
        NetworkStep before = new() { Work = NetworkWork.Of(Bert, 128), Device = Accelerators.A100Sxm80Gb, Format = ModelFormat.Fp16, Stack = NetworkRuntime.TensorRt, Batch = 32 };
        var steps = new StepGain { Before = before, After = before with { Work = NetworkWork.Of(PublishedModels.Transformer("DistilBERT"), 128) } };
        CompressionGain gain = CompressionGain.FromSteps(steps, Bert, Student, 50.Percent);

        Assert.Equal(steps.SpeedUp.Value, gain.SpeedUp.Value, 12);
        Assert.Equal(before.Step.Seconds / 32, gain.TimeBefore.Seconds, 12);
        Assert.Equal(2 / (1 + 1 / steps.SpeedUp.Value), gain.EndToEndSpeedUp.Value, 12);
        Assert.Equal(0.97, gain.QualityKept!.Value);
        Assert.False(gain.SpeedUp.IsCertain);
        Assert.Equal("steps", Assert.Throws<ArgumentNullException>(() => CompressionGain.FromSteps(null!, Bert, Student, Fraction.One)).ParamName);
    }
}
