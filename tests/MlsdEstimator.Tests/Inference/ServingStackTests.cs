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

    [Fact]
    public void Names_are_unique() => Assert.Equal(14, ServingStack.All.Select(stack => stack.Name).Distinct().Count());
}
