namespace MlsdEstimator.Tests;

public class LlmEfficienciesTests
{
    private static LlmReplica On(ServingStack stack, string device) =>
        new() { Model = PublishedModels.Transformer("Llama-3.1-8B"), Device = Accelerators.Find(device), Stack = stack };

    [Fact]
    public void Fitted_costs_are_positive_and_have_rows()
    {
        LlmEfficiencies fitted = LlmEfficiencies.Fitted;

        Assert.All(fitted.Stacks, cost => Assert.True(cost.Rows > 0 && cost.Blocks > 0));
        Assert.All(fitted.Stacks, cost => Assert.Equal(LlmCosts.Count, cost.Values.Count));
        Assert.All(fitted.Stacks.SelectMany(cost => cost.Values), value => Assert.True(double.IsFinite(value) && value > 0));
        Assert.All(fitted.Classes.SelectMany(one => one.Factors), factor => Assert.True(double.IsFinite(factor) && factor > 0));
        Assert.All(fitted.Spreads.SelectMany(spread => spread.Residuals.Append(spread.Shared)), deviation => Assert.InRange(deviation, 0.01, 2));
        Assert.Equal(ServingStack.Unknown.Name, fitted.Stacks[0].Stack);
        Assert.True(fitted.FittedOn >= new DateOnly(2026, 11, 21));
    }

    [Fact]
    public void Predictions_of_one_stack_on_a_class_share_a_leaf()
    {
        LlmReplica h100 = On(ServingStack.Vllm, "H100-SXM-80GB"), h200 = On(ServingStack.Vllm, "H200-SXM-141GB"), a100 = On(ServingStack.Vllm, "A100-SXM-80GB");

        Assert.Contains("time factor of vLLM on H100 and its like", Inputs(h100.Decode(1, 1000).Step));
        Assert.Same(h100.Costs, h200.Costs);
        Assert.NotSame(h100.Costs, a100.Costs);
        Assert.Contains("time factor of a prompt, vLLM on H100 and its like", Inputs(h100.Prompt(1000).Time));
        Assert.DoesNotContain("time factor of a generated token, vLLM on H100 and its like", Inputs(h100.Prompt(1000).Time));
    }

    [Fact]
    public void Unknown_stack_is_in_the_middle_with_the_widest_range()
    {
        double WidthOf(ServingStack stack) => Width(On(stack, "H100-SXM-80GB").Decode(8, 1000).Step);

        Assert.All(ServingStack.All, stack => Assert.True(WidthOf(stack) <= WidthOf(ServingStack.Unknown) * 1.001));
        Duration[] known = [.. new[] { ServingStack.TensorRtLlm, ServingStack.Vllm, ServingStack.SgLang, ServingStack.LlamaCpp }.Select(stack => On(stack, "H100-SXM-80GB").Decode(8, 1000).Step)];
        Assert.InRange(On(ServingStack.Unknown, "H100-SXM-80GB").Decode(8, 1000).Step.Seconds, known.Min(step => step.Seconds), known.Max(step => step.Seconds));
    }

    [Fact]
    public void Stack_without_rows_costs_what_its_relative_does()
    {
        var efficiencies = new LlmEfficiencies(
            [new("unknown stack", 9, 3, [.. Enumerable.Repeat(1.0, LlmCosts.Count)]), new("TensorRT-LLM", 5, 2, [.. Enumerable.Repeat(2.0, LlmCosts.Count)])],
            [new(LlmDeviceClass.Hopper, [.. Enumerable.Repeat(3.0, LlmCosts.Count)])],
            [new("unknown stack", 0.3, [0.4, 0.4, 0.4, 0.4])],
            new DateOnly(2026, 1, 2));

        Assert.Equal(6, efficiencies.Of(ServingStack.TensorRtLlmPyTorch, Accelerators.H100Sxm80Gb)[LlmConstant.Link].Value);
        Assert.Equal(2, efficiencies.Of(ServingStack.TensorRtLlmPyTorch, Accelerators.A100Sxm80Gb)[LlmConstant.Link].Value);
        Assert.Equal(1, efficiencies.Of(ServingStack.Vllm, Accelerators.A100Sxm80Gb)[LlmConstant.Link].Value);
        Assert.Equal("fitted to 5 published results in 2 (model, device) blocks, 2026-01-02", SourceOf(efficiencies.Of(ServingStack.TensorRtLlm, Accelerators.A100Sxm80Gb).Error(LlmFigure.Token)));
    }

    [Theory]
    [InlineData("A100-SXM-40GB", nameof(LlmDeviceClass.Ampere))]
    [InlineData("H100-PCIE-80GB", nameof(LlmDeviceClass.Hopper))]
    [InlineData("GH200-144GB", nameof(LlmDeviceClass.Hopper))]
    [InlineData("B200-180GB", nameof(LlmDeviceClass.Blackwell))]
    [InlineData("B300-SXM", nameof(LlmDeviceClass.Blackwell))]
    [InlineData("RTX-5090-32GB", nameof(LlmDeviceClass.GraphicsCard))]
    [InlineData("RTX-3090-24GB", nameof(LlmDeviceClass.GraphicsCard))]
    [InlineData("L40S-48GB", nameof(LlmDeviceClass.GraphicsCard))]
    [InlineData("MI300X-192GB", nameof(LlmDeviceClass.Amd))]
    [InlineData("Apple-M2-16GB", nameof(LlmDeviceClass.SystemOnChip))]
    [InlineData("Core-Ultra-7-258V-iGPU", nameof(LlmDeviceClass.IntegratedGpu))]
    [InlineData("Jetson-AGX-Orin-64GB", nameof(LlmDeviceClass.Edge))]
    [InlineData("Xeon-Platinum-8592+", nameof(LlmDeviceClass.Cpu))]
    [InlineData("TPU-v5e", nameof(LlmDeviceClass.Other))]
    public void Class_of_a_device_follows_from_its_data_sheet(string device, string expected) =>
        Assert.Equal(expected, LlmDeviceClasses.Of(Accelerators.Find(device)).ToString());

    [Theory]
    [InlineData("B200-180GB", "B200 and its like")]
    [InlineData("RTX-4090-24GB", "graphics cards")]
    [InlineData("MI300X-192GB", "AMD Instinct")]
    [InlineData("Apple-M2-Ultra-76-Core-GPU-192GB", "systems on a chip")]
    [InlineData("Core-Ultra-7-258V-iGPU", "integrated graphics")]
    [InlineData("Jetson-AGX-Orin-64GB", "edge modules")]
    [InlineData("Xeon-Platinum-8592+", "CPUs")]
    public void Class_of_a_device_has_a_name(string device, string words) =>
        Assert.Contains($"time factor of llama.cpp on {words}", Inputs(On(ServingStack.LlamaCpp, device).Decode(1, 100).Step));

    [Fact]
    public void Figure_of_a_language_model_has_a_name()
    {
        var serving = new LlmServing { Replica = On(ServingStack.Vllm, "H100-SXM-80GB"), PromptTokens = 1000, AnswerTokens = 200, Load = LlmLoad.Saturated };

        Assert.Contains("time factor of the first token, vLLM on H100 and its like", Inputs((serving with { Load = LlmLoad.Concurrent(4) }).TimeToFirstToken));
        Assert.Contains("time factor of a full system, vLLM on H100 and its like", Inputs(serving.Throughput));
    }

    private static IEnumerable<string?> Inputs<T>(Quantity<T> quantity)
        where T : Quantity<T>, IQuantity<T> => quantity.Sensitivities().Select(input => input.Label);

    private static string? SourceOf(Scalar error) => error.Sensitivities()[0].Input.Source;

    private static double Width(Duration time)
    {
        Estimate<Duration> belief = time.Simulate(new SimulationOptions { Samples = 4096 });
        return belief.High / belief.Low is Scalar ratio ? ratio.Value : 0;
    }
}
