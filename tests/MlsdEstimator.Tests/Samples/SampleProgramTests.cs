using System.Text.Json;
using System.Text.RegularExpressions;
using MlsdEstimator.Samples;

namespace MlsdEstimator.Tests;

/// <summary>The sample as its users meet it: arguments in, screen and exit code out.</summary>
public class SampleProgramTests
{
    [Fact]
    public void No_arguments_print_the_video_case()
    {
        (int code, string screen, string errors) = Run();
        Assert.Equal((0, ""), (code, errors));
        string[] expected =
        [
            "Video recommendation", "daily active users", "100 M | 500 M | 1 bn", "peak QPS", "57.9 k/s", "feature fetch p99", "(model only)", "Consequence",
            "no sharding", "A100-SXM-80GB", "all tiers", "Serving choice:", "For comparison, not", "follow the fitted step.", "warning MLSD012", "90% of belief, 16,384 draws, seed 20261121",
        ];
        Assert.All(expected, text => Assert.Contains(text, screen, StringComparison.Ordinal));
        Assert.DoesNotContain("NaN", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void Same_arguments_print_the_same_screen() => Assert.Equal(Run().Output, Run().Output);

    [Fact]
    public void List_names_each_case() => Assert.StartsWith("video-recommendation  ", Run("list").Output, StringComparison.Ordinal);

    [Fact]
    public void Explain_shows_one_derivation_with_its_range()
    {
        (int code, string text, _) = Run("explain", "video-recommendation", "average QPS");
        Assert.Equal(0, code);
        Assert.StartsWith("average QPS = daily active users x requests per user per day / 1 d = ~57.9 k/s [average, counts requests]", text, StringComparison.Ordinal);
        Assert.Contains("requests per user per day = ~10, 3 to 30 (90%) (assumed; 5 bn a day equals the X home timeline (2023))", text, StringComparison.Ordinal);
        Assert.Contains("90% of belief: ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_without_a_result_shows_all() =>
        Assert.Contains("kept, with copies = kept, raw x copies / compression ratio", Run("explain", "video-recommendation").Output, StringComparison.Ordinal);

    public static TheoryData<string> Cases => [.. CaseCatalog.All.Select(study => study.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Command_at_the_end_of_the_screen_works(string name)
    {
        Match hint = Regex.Match(SampleRun.Squeezed(Run(name, "--samples", "64").Output), "explain [^\"]+ \"[^\"]+\"(?= shows a derivation)");
        Assert.True(hint.Success);
        (int code, string text, string errors) = Run([.. SampleRun.Words(hint.Value), "--samples", "64"]);
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains(" = ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Part_of_the_peak_reads_as_a_share() =>
        Assert.Matches(@"part of the peak, fitted step [\d.]+% \| [\d.]+% \| [\d.]+%", SampleRun.Squeezed(Run("video").Output));

    [Fact]
    public void Set_rebuilds_the_case_with_its_decisions()
    {
        JsonElement few = Json("--set", "daily active users=200M", "--set", "Requests per user per day=5 to 20");
        JsonElement users = few.GetProperty("inputs").EnumerateArray().First(input => input.GetProperty("name").GetString() == "daily active users");
        Assert.Equal(200e6, users.GetProperty("nominal").GetDouble());
        Assert.Equal("set on the command line", users.GetProperty("source").GetString());
        Assert.Equal(200e6 * 10 / 86_400, Result(few, "average QPS").GetProperty("nominal").GetDouble(), 1e-3);
        Assert.True(Nominal(few, "nodes bought") < Nominal(Json(), "nodes bought"));
    }

    [Fact]
    public void Whiteboard_fits_a_whiteboard()
    {
        string[] lines = Run("--whiteboard").Output.TrimEnd().Split('\n');
        Assert.InRange(lines.Length, 2, 10);
        Assert.Equal(6, lines[0].Split(" assuming ")[1].Split(", ").Length);
        Assert.Contains("1. 500 M x 10 / 86,400 s = 58 k/s", lines);
        Assert.Contains("2. x 2 = 120 k/s at peak", lines);
    }

    [Fact]
    public void Json_has_the_documented_shape()
    {
        JsonElement root = Json();
        Assert.Equal(["case", "inputs", "results", "findings"], root.EnumerateObject().Select(property => property.Name));
        Assert.Equal("video-recommendation", root.GetProperty("case").GetString());
        Assert.All(root.GetProperty("inputs").EnumerateArray(), input =>
            Assert.Equal(["name", "unit", "nominal", "low", "high", "source", "isDefault"], input.EnumerateObject().Select(property => property.Name)));
        Assert.All(root.GetProperty("results").EnumerateArray(), result =>
            Assert.Equal(["section", "name", "unit", "nominal", "mean", "low", "median", "high", "probabilityInfeasible"], result.EnumerateObject().Select(property => property.Name)));
        Assert.All(root.GetProperty("findings").EnumerateArray(), finding =>
            Assert.Equal(["code", "severity", "message"], finding.EnumerateObject().Select(property => property.Name)));
        Assert.Equal("Clarify / Web traffic", Result(root, "peak QPS").GetProperty("section").GetString());
        Assert.Equal(115_740.74, Nominal(root, "peak QPS"), 0.01);
    }

    [Fact]
    public void Samples_and_seed_change_the_ranges_and_no_nominal_value()
    {
        JsonElement one = Json("--seed", "1", "--samples", "1000"), two = Json("--seed", "2", "--samples", "1000");
        Assert.Equal(Nominal(one, "peak QPS"), Nominal(two, "peak QPS"));
        Assert.NotEqual(Result(one, "peak QPS").GetProperty("high").GetDouble(), Result(two, "peak QPS").GetProperty("high").GetDouble());
    }

    [Theory]
    [InlineData("peak QPS <= 200k/s", 0)]
    [InlineData("peak QPS <= 100k/s", 3)]
    [InlineData("peak QPS >= 100k/s", 0)]
    [InlineData("peak QPS < 100k/s", 3)]
    [InlineData("Event log / kept, with copies > 4 PB", 0)]
    [InlineData("Event log / kept, with copies > 5 PB", 3)]
    public void Assertion_sets_the_exit_code(string assertion, int expected)
    {
        (int code, string output, _) = Run("--assert", assertion);
        Assert.Equal(expected, code);
        Assert.Contains(expected == 0 ? $"holds: {assertion}" : $"VIOLATED: {assertion}", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no case 'nowhere'. Cases: video-recommendation, similar-listings, people-you-may-know, ad-click-prediction, visual-search, llm-chat.", "nowhere")]
    [InlineData("There is no input 'users'. Nearest: 'registered users', 'daily active users', ", "--set", "users=5")]
    [InlineData("'bytes per value, fp16' is a definition, not an input of the case; it cannot be set.", "--set", "bytes per value, fp16=3 B")]
    [InlineData("There is no ranker 'int9'. Forms: fp16, int8, distilled.", "--set", "ranker=int9")]
    [InlineData("There is no ranker '1'. Forms: fp16, int8, distilled.", "--set", "ranker=1")]
    [InlineData("There is no accelerator 'A1000'. Nearest: ", "--set", "accelerator=A1000")]
    [InlineData("'H100-PCIE' has no price on demand in the catalogue", "--set", "accelerator=H100-PCIE")]
    [InlineData("Cannot read \"daily active users\"; write for example --set \"daily active users=200M\".", "--set", "daily active users")]
    [InlineData("Input 'daily active users': Cannot read \"200GB\"", "--set", "daily active users=200GB")]
    [InlineData("Input 'requests per user per day': Cannot read \"5 to 3\"", "--set", "requests per user per day=5 to 3")]
    [InlineData("'daily active users' is -5, but must not be negative.", "--set", "daily active users=-5")]
    [InlineData("'peak factor' is 0.5, but must be at least 1.", "--set", "peak factor=0.5")]
    [InlineData("The input 'Copies' is set twice.", "--set", "copies=2", "--set", "Copies=3")]
    [InlineData("The inputs of 'Funnel' contradict each other: 2,000 candidates are ranked, but only ~1,000 retrieved", "--set", "candidates ranked=2000")]
    [InlineData("There is no result 'peak QSP'. Nearest: 'Web traffic / peak QPS'", "explain", "video-recommendation", "peak QSP")]
    [InlineData("Cannot read the assertion \"peak QPS\"; write for example", "--assert", "peak QPS")]
    [InlineData("Cannot read \"200kB\" as rate", "--assert", "peak QPS <= 200kB")]
    [InlineData("There is no case '--nonsense'. Cases: video-recommendation, similar-listings, people-you-may-know, ad-click-prediction, visual-search, llm-chat.", "--nonsense")]
    [InlineData("Cannot parse argument 'many'", "--samples", "many")]
    [InlineData("samples", "--samples", "0")]
    public void Bad_argument_exits_with_2_and_one_line(string expected, params string[] arguments)
    {
        (int code, string output, string errors) = Run(arguments);
        Assert.Equal(2, code);
        Assert.Equal("", output);
        Assert.StartsWith("error: ", errors, StringComparison.Ordinal);
        Assert.Contains(expected, errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
    }

    private static (int Code, string Output, string Errors) Run(params string[] arguments) => SampleRun.Of(arguments);

    private static JsonElement Json(params string[] arguments) => JsonDocument.Parse(Run([.. arguments, "--json"]).Output).RootElement;

    private static JsonElement Result(JsonElement root, string name) =>
        root.GetProperty("results").EnumerateArray().First(result => result.GetProperty("name").GetString() == name);

    private static double Nominal(JsonElement root, string name) => Result(root, name).GetProperty("nominal").GetDouble();
}
