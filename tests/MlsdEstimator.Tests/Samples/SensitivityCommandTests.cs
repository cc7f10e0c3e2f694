using System.Text.Json;
using System.Text.RegularExpressions;
using MlsdEstimator.Samples;

namespace MlsdEstimator.Tests;

public class SensitivityCommandTests
{
    /// <summary>2 x users x requests / 86,400 s with each input at its own ends; the nominal value 115,741 lies at 29 % of 23.1 k/s to 347 k/s.</summary>
    [Fact]
    public void Tornado_is_drawn_widest_first()
    {
        (int code, string screen, string errors) = SampleRun.Of("sensitivity", "video", "peak QPS");
        Assert.Equal((0, ""), (code, errors));
        string[] lines = screen.Split('\n');
        int first = Array.FindIndex(lines, line => line.StartsWith(" requests per user per day 34.7 k/s 347 k/s      1 ", StringComparison.Ordinal));
        Assert.StartsWith(" daily active users        23.1 k/s 231 k/s      1 ", lines[first + 1], StringComparison.Ordinal);
        Assert.StartsWith(" peak factor               92.6 k/s 174 k/s      1 ", lines[first + 2], StringComparison.Ordinal);
        Assert.Equal(["░░░│███████████", "░░░░│██████", "░│███"], lines.Skip(first).Take(3).Select(line => line.TrimEnd().Split(' ')[^1]));
        Assert.Single(lines.Skip(first).Take(3).Select(line => line.IndexOf('│', StringComparison.Ordinal)).Distinct());
    }

    [Fact]
    public void Json_has_ends_and_elasticities()
    {
        JsonElement root = SampleRun.Json("sensitivity", "video", "peak QPS");
        Assert.Equal(["case", "result", "inputs"], root.Names());
        Assert.Equal(["name", "unit", "nominal", "low", "median", "high"], root.GetProperty("result").Names());
        Assert.Equal(115_740.74, root.GetProperty("result").GetProperty("nominal").GetDouble(), 0.01);
        JsonElement first = root.GetProperty("inputs")[0];
        Assert.Equal("requests per user per day", first.GetProperty("name").GetString());
        Assert.Equal(1, first.GetProperty("elasticity").GetDouble(), 1e-9);
        Assert.Equal(34_722.2, first.GetProperty("atLow").GetDouble(), 0.1);
        Assert.Equal(347_222.2, first.GetProperty("atHigh").GetDouble(), 0.1);
        Assert.InRange(first.GetProperty("varianceShare").GetDouble(), 0.4, 0.55);
        Assert.InRange(first.GetProperty("totalVarianceShare").GetDouble(), 0.6, 0.75);
        Assert.Equal(
            ["name", "unit", "elasticity", "atLow", "atHigh", "varianceShare", "varianceShareError", "totalVarianceShare", "totalVarianceShareError"],
            first.Names());
    }

    [Fact]
    public void Certain_inputs_are_told_by_elasticity()
    {
        string screen = SampleRun.Squeezed(SampleRun.Of("sensitivity", "video", "index, one copy").Output);
        Assert.Contains("Certain inputs by elasticity: HNSW overhead 1, bytes per component 0.8, embedding dimensions 0.8, bytes per HNSW link 0.2, HNSW links (m) 0.2.", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void Purchase_says_that_it_is_a_decision()
    {
        string bought = SampleRun.Squeezed(SampleRun.Of("sensitivity", "video", "nodes bought").Output);
        Assert.Contains("No input moves it. What is bought is a decision already taken: inputs that only decide it do not move the result.", bought, StringComparison.Ordinal);
        Assert.DoesNotContain("decision already taken", SampleRun.Of("sensitivity", "video", "peak QPS").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Ranges_that_hardly_matter_are_named_below()
    {
        string screen = SampleRun.Squeezed(SampleRun.Of("sensitivity", "video", "cost of all tiers").Output);
        string named = Assert.Single(Regex.Matches(screen, "Ranges that hardly move it: ([^.]*)\\.").Select(match => match.Groups[1].Value));
        Assert.Equal( // nearly alike: any order
            ["A100-SXM-80GB on demand", "FLOPs per candidate", "TensorRT Recommender factor", "TensorRT accelerator factor", "activations per candidate", "layers of the ranker"],
            named.Split(", ").Order(StringComparer.Ordinal));
        Assert.Contains("requests per user per d…", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void Shares_say_when_they_are_of_the_logarithm()
    {
        Assert.Contains("On the shares: its variance is not settled by", SampleRun.Squeezed(SampleRun.Of("sensitivity", "video", "index, one copy").Output), StringComparison.Ordinal);
        Assert.DoesNotContain("On the shares", SampleRun.Of("sensitivity", "video", "peak QPS").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Wide_screen_has_longer_bars_and_whole_names()
    {
        string screen = SampleRun.At(120, "sensitivity", "video", "cost of all tiers").Output;
        Assert.Contains("requests per user per day", screen, StringComparison.Ordinal);
        Assert.All(screen.Split('\n'), line => Assert.True(line.Length <= 120, line));
        Assert.True(screen.Count(cell => cell == '█') > 2 * SampleRun.Of("sensitivity", "video", "cost of all tiers").Output.Count(cell => cell == '█'));
    }

    /// <summary>x / y falls as y rises: its high end is the low side. 1 / (3 - y) has no value at y = 4.</summary>
    [Fact]
    public void Falling_and_infeasible_ends_are_drawn_on_their_side()
    {
        string share = ScreenOf("share"), wait = ScreenOf("wait");
        Assert.Matches(@"y +1 +0\.25 +-1 .* █+│░+", share);
        Assert.Matches(@"y +0\.5 +infeasible +2 +░*│█+", wait);
    }

    [Theory]
    [InlineData("There is no result 'peak QSP'. Nearest: 'Web traffic / peak QPS'", "peak QSP")]
    [InlineData("'shards' names several results: 'Video index / shards', 'Retrieval / shards'.", "shards")]
    public void Unknown_result_exits_with_2(string expected, string result)
    {
        (int code, string output, string errors) = SampleRun.Of("sensitivity", "video", result);
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith($"error: {expected}", errors, StringComparison.Ordinal);
    }

    private static string ScreenOf(string result)
    {
        var output = new StringWriter();
        SensitivityScreen.Show(new CaseSensitivity(ToyCase.Run(), result), new Terminal(output, TextWriter.Null));
        return output.ToString();
    }
}
