namespace MlsdEstimator.Tests;

public class ServingStackTests
{
    [Theory]
    [InlineData("vllm", "vLLM")]
    [InlineData("TENSORRT-LLM", "TensorRT-LLM")]
    [InlineData("llama.cpp", "llama.cpp")]
    public void Parse_reads_names_whatever_their_capitals(string text, string name) => Assert.Equal(name, ServingStack.Parse(text).ToString());

    [Fact]
    public void Parse_of_another_name_lists_the_nearest() => Assert.Equal(
        "'vlm' is not a serving stack. Nearest: 'vLLM', 'SGLang', 'ExLlama'. Use 'unknown stack' for others.",
        Assert.Throws<FormatException>(() => ServingStack.Parse("vlm")).Message);

    [Fact]
    public void Parse_of_null_is_refused()
    {
        Assert.False(ServingStack.TryParse(null, out ServingStack? none));
        Assert.Null(none);
        Assert.Throws<FormatException>(() => ServingStack.Parse(null!));
    }

    [Theory]
    [InlineData("TensorRT-LLM", "H100-SXM-80GB, Jetson-AGX-Orin-64GB", "MI300X-192GB, TPU-v5e, Trainium2, Apple-M3-Max-40-Core-GPU-64GB, Gaudi2-96GB, EPYC-9654")]
    [InlineData("vLLM", "H100-SXM-80GB, MI300X-192GB, TPU-v5e, Trainium2, Inferentia2, Gaudi2-96GB, EPYC-9654", "Apple-M3-Max-40-Core-GPU-64GB")]
    [InlineData("SGLang", "H100-SXM-80GB, MI300X-192GB, TPU-v5e", "Trainium2, Gaudi2-96GB, Apple-M3-Max-40-Core-GPU-64GB")]
    [InlineData("llama.cpp", "T4-16GB, MI300X-192GB, Apple-M3-Max-40-Core-GPU-64GB, EPYC-9654, Core-Ultra-7-258V-iGPU", "TPU-v5e, Trainium2, Gaudi2-96GB")]
    [InlineData("OpenVINO GenAI", "Core-Ultra-7-258V-iGPU, Core-i9-10940X", "H100-SXM-80GB, MI300X-192GB, Apple-M3-Max-40-Core-GPU-64GB, Gaudi2-96GB")]
    [InlineData("unknown stack", "H100-SXM-80GB, TPU-v5e, Trainium2", "")]
    public void Stack_runs_on_what_its_documentation_lists(string stack, string devices, string others)
    {
        Assert.All(devices.Split(", "), device => Assert.True(ServingStack.Parse(stack).RunsOn(Accelerators.Find(device)), device));
        Assert.All(others.Split(", ", StringSplitOptions.RemoveEmptyEntries), device => Assert.False(ServingStack.Parse(stack).RunsOn(Accelerators.Find(device)), device));
    }

    [Theory]
    [InlineData(DeviceKind.Gpu)]
    [InlineData(DeviceKind.Npu)]
    [InlineData(DeviceKind.SystemOnChip)]
    public void Device_whose_maker_nobody_gave_is_not_judged(DeviceKind kind) =>
        Assert.All(ServingStack.All, stack => Assert.True(stack.RunsOn(Accelerators.H100Sxm80Gb with { Vendor = null, Kind = kind })));

    [Fact]
    public void Names_are_unique() => Assert.Equal(14, ServingStack.All.Select(stack => stack.Name).Distinct().Count());
}
