using MlsdEstimator.Samples;

namespace MlsdEstimator.Tests;

public class CaseInputsTests
{
    private static readonly CaseRun Video = new(CaseCatalog.Default, new CaseInputs([]), new SimulationOptions());

    [Fact]
    public void Input_asked_for_twice_is_the_same_unknown()
    {
        var inputs = new CaseInputs(["load=1 to 2"]);
        Scalar first = inputs.Of("load", Scalar.FromNumber(5), "assumed");
        Assert.Same(first, inputs.Of("Load", Scalar.FromNumber(6), "assumed"));
        Assert.Equal(0, (first - inputs.Of("load", Scalar.FromNumber(5), "assumed")).Simulate().High.Value);
    }

    [Fact]
    public void Refresh_interval_of_two_batches_is_one_input() =>
        Assert.Single(new CaseRun(CaseCatalog.Default, new CaseInputs(["refresh interval=12 h to 24 h"]), new SimulationOptions()).Sheet.Inputs, input => input.Name == "refresh interval");

    [Fact]
    public void Variant_shares_what_it_does_not_change()
    {
        CaseRun variant = Video.With("candidates ranked=300");
        Assert.Same(Video.Sheet.Input("daily active users").Node, variant.Sheet.Input("daily active users").Node);
        Assert.Equal(300, variant.Sheet.Input("candidates ranked").BaseValue);
        Assert.Equal(500, Video.Sheet.Input("candidates ranked").BaseValue);
        Assert.Same(variant.Sheet.Input("candidates ranked").Node, variant.With("zones=2").Sheet.Input("candidates ranked").Node);
    }

    [Fact]
    public void Variant_keeps_what_was_chosen_by_name()
    {
        CaseRun chosen = Video.With("ranker=int8");
        Assert.Equal(("int8", "L4-24GB"), (chosen.With("accelerator=L4").Choices["ranker"], chosen.With("accelerator=L4").Choices["accelerator"]));
        Assert.Equal("A100-SXM-80GB", chosen.Choices["accelerator"]);
    }

    [Fact]
    public void Every_printed_input_can_be_set_except_definitions_and_what_was_fitted()
    {
        foreach (IQuantity input in Video.Sheet.Inputs.Where(input => input.Source is not { } source || !(source.StartsWith("fitted to", StringComparison.Ordinal) || source == "bits of the type")))
        {
            string text = input.ToString("R", null);
            CaseRun set = Video.With($"{input.Name}={text}");
            Assert.Equal((text, "set on the command line"), (set.Sheet.Input(input.Name!).ToString("R", null), set.Sheet.Input(input.Name!).Source));
        }
    }

    /// <summary>500 M x 500 x 20 MFLOP / (312 TFLOP/s x 0.4) = 40,064 s = 11.129 h; int8 has twice the peak, the distilled ranker a fifth of the work.</summary>
    [Theory]
    [InlineData("fp16", 11.1289)]
    [InlineData("int8", 5.5645)]
    [InlineData("distilled", 2.2258)]
    public void Chosen_ranker_is_what_is_served(string form, double hours)
    {
        CaseRun run = new(CaseCatalog.Default, VideoRecommendation.PointValues().With([$"ranker={form}"]), new SimulationOptions());
        Assert.Equal(hours, run.Sheet["batch for the active, GPU-hours per day"].BaseValue, 0.001);
        Assert.Equal(31, run.Sheet["ranker GPUs, fp16"].BaseValue);
    }

    [Theory]
    [InlineData("=5")]
    [InlineData("x=")]
    [InlineData(" = ")]
    [InlineData("x")]
    public void Setting_without_name_or_value_is_refused(string setting) =>
        Assert.Equal($"Cannot read \"{setting}\"; write for example --set \"daily active users=200M\".", Assert.Throws<FormatException>(() => new CaseInputs([setting])).Message);

    [Theory]
    [InlineData("video")]
    [InlineData("VIDEO-recommendation")]
    [InlineData("vid")]
    public void Case_is_found_by_the_beginning_of_its_name(string name) => Assert.Equal("video-recommendation", CaseCatalog.Find(name).Name);

    [Fact]
    public void Empty_name_finds_no_case() => Assert.Throws<ArgumentException>(() => CaseCatalog.Find(""));
}
