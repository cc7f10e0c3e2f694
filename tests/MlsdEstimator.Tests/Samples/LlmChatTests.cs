using System.Text.Json;
using MlsdEstimator.Samples;

namespace MlsdEstimator.Tests;

/// <summary>The chat case: the figures of the published example, the fleet by step time beside them, and every command.</summary>
public class LlmChatTests
{
    private static readonly Lazy<CaseDesign> AtPoints = new(() => CaseCatalog.Find("llm-chat").Build(LlmChat.PointValues()));

    /// <summary>10M x 2 x 5 / 86,400 x 4 requests, 400 tokens each, 600 s, duty 0.4; 1,459 tokens/s a GPU; 2 x 32 x 8 x 128 x 2 B a token; 10M x 1,024 x 4 x 1.5.</summary>
    [Theory]
    [InlineData("Chat, duty by convention / requests at peak", 4_630, 0.5)]
    [InlineData("Chat, duty by convention / output tokens at peak", 1.85e6, 0.005e6)]
    [InlineData("Chat, duty by convention / generating sequences", 222_222, 1)]
    [InlineData("Chat, duty by convention / duty cycle", 0.4, 1e-9)]
    [InlineData("By convention / GPUs for the tokens, by convention", 1_269, 0.5)]
    [InlineData("Llama-3-8B / KV bytes per token", 131_072, 0)]
    [InlineData("By convention / cache, by convention", 35e12, 0.1e12)]
    [InlineData("By convention / GPUs for the cache alone, by convention", 437, 0.5)]
    [InlineData("Documents / document index", 61e9, 0.5e9)]
    public void Point_values_give_the_published_figures(string path, double published, double tolerance) => Assert.Equal(published, AtPoints.Value.Sheet[path].BaseValue, tolerance);

    [Fact]
    public void Open_sessions_are_those_of_the_published_example()
    {
        Worksheet sheet = AtPoints.Value.Sheet;
        Assert.Equal(555_556, sheet["Chat, duty by convention / generating sequences"].BaseValue + sheet["Chat, duty by convention / idle sessions"].BaseValue, 1.0);
    }

    [Fact] // the same sessions and pauses, so that sessions = in progress + pause x requests, with the duty as a result
    public void Step_time_closes_the_loop_that_the_convention_leaves_open()
    {
        Worksheet sheet = AtPoints.Value.Sheet;
        double duty = sheet["Chat / duty cycle"].BaseValue, requests = sheet["Chat / requests at peak"].BaseValue, response = sheet["response time of the chat"].BaseValue;

        Assert.Equal(response / (72 + response), duty, 1e-9);
        Assert.Equal(555_555.6 / (72 + response), requests, 0.5);
        Assert.True(duty < 0.1 && requests > 4_630);
        Assert.Contains("so the duty is ", AtPoints.Value.Choice);
        Assert.Contains(" is the cheapest of ", AtPoints.Value.Reason);
    }

    [Fact]
    public void Fleet_is_bought_and_paid_once()
    {
        Tier tier = Assert.Single(AtPoints.Value.Sheet.Tiers);
        Assert.Equal(AtPoints.Value.Sheet.Cost.BaseValue, tier.Cost!.BaseValue);
        Assert.Equal("hosted gpt-5-mini", AtPoints.Value.Alternatives[^1].Name);
        Assert.True(AtPoints.Value.Alternatives.Count >= 3);
    }

    [Theory]
    [InlineData("compare", "llm-chat", "--samples", "64")]
    [InlineData("sweep", "llm-chat", "daily active users", "1M", "30M", "--steps", "2", "--samples", "64")]
    [InlineData("goal", "llm-chat", "daily active users", "Chat, duty by convention / requests at peak=10k/s", "--samples", "64")]
    [InlineData("explain", "llm-chat", "response time of the chat", "--samples", "64")]
    [InlineData("llm-chat", "--whiteboard")]
    [InlineData("llm-chat", "--set", "output tokens=300", "--set", "model=Llama-3.1-8B", "--samples", "64")]
    public void Every_command_runs(params string[] arguments)
    {
        (int code, string output, string errors) = SampleRun.Of(arguments);
        Assert.Equal((0, ""), (code, errors));
        Assert.DoesNotContain("NaN", output, StringComparison.Ordinal);
        Assert.NotEmpty(output);
    }

    [Fact]
    public void Case_is_listed_and_printed_as_JSON()
    {
        Assert.Contains("llm-chat  ", SampleRun.Of("list").Output, StringComparison.Ordinal);
        JsonElement root = SampleRun.Json("llm-chat", "--samples", "64");
        Assert.Equal("llm-chat", root.GetProperty("case").GetString());
        Assert.Contains("GPUs for the tokens, by convention", root.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("name").GetString()));
    }

    [Fact]
    public void Model_that_no_device_holds_leaves_the_convention_and_says_why()
    {
        (int code, string output, _) = SampleRun.Of("llm-chat", "--set", "model=DeepSeek-V3", "--samples", "64");
        Assert.Equal(0, code);
        Assert.Contains("Of own GPUs: No plan works. H100-SXM-80GB, TP8, fp8", SampleRun.Squeezed(output), StringComparison.Ordinal);
        Assert.Contains("21 others fail too: see Refused.", SampleRun.Squeezed(output), StringComparison.Ordinal); // 3 devices x 4 layouts x 2 formats, less one of each device
        Assert.Contains("6. by step time: none fits", SampleRun.Of("llm-chat", "--set", "model=DeepSeek-V3", "--whiteboard").Output, StringComparison.Ordinal);
    }

    [Fact] // 70 GB of weights in fp8: one device of 80 GB has room for hardly any cache
    public void Model_that_fills_a_device_is_spread_over_several()
    {
        CaseDesign design = CaseCatalog.Find("llm-chat").Build(LlmChat.PointValues().With(["model=Llama-3-70B"]));
        Assert.Matches("^H100-SXM-80GB, TP[248], fp8, bf16 cache is the cheapest of [0-9]+ plans", design.Reason);
        Assert.InRange(design.Sheet.Cost.DollarsPerMonth, 5e6, 60e6);
    }

    [Fact]
    public void Choice_says_that_it_is_one_of_own_GPUs()
    {
        Assert.StartsWith("Of own GPUs: H100-SXM-80GB, one device, fp8, bf16 cache is the cheapest of ", AtPoints.Value.Choice, StringComparison.Ordinal);
        Assert.Contains("Choice: Of own GPUs: ", SampleRun.Squeezed(SampleRun.Of("compare", "llm-chat", "--samples", "64").Output), StringComparison.Ordinal);
    }
}
