using System.Text.Json;
using MlsdEstimator.Samples;

namespace MlsdEstimator.Tests;

public class SimulateCommandTests
{
    private static readonly string[] Peak = ["simulate", "video", "peak QPS"];

    [Fact]
    public void Histogram_is_drawn_with_the_statistics_above_it()
    {
        (int code, string screen, string errors) = SampleRun.Of([.. Peak, "--above", "200k/s", "--bins", "10"]);
        Assert.Equal((0, ""), (code, errors));
        string text = SampleRun.Squeezed(screen);
        Assert.Matches(@"peak QPS: 15\.\d.* \| 10\d k/s \| 4\d\d.* \(90%\), ~116 k/s at best guesses mean 15\d k/s, standard deviation 1\d\d k/s above 200 k/s: 2\d", text);
        Assert.Contains("16,384 draws, seed 20261121", text, StringComparison.Ordinal);
        Assert.Contains("Bins have equal ratios; < marks the best guess.", text, StringComparison.Ordinal);
        string[] bars = [.. screen.Split('\n').Where(line => line.Contains('█', StringComparison.Ordinal))];
        Assert.Equal(10, bars.Length);
        Assert.Single(bars, line => line.TrimEnd().EndsWith('<'));
        Assert.Equal(bars.Max(line => line.Count(cell => cell == '█')), bars.Single(line => line.TrimEnd().EndsWith('<')).Count(cell => cell == '█'));
    }

    [Fact]
    public void Json_has_the_documented_shape_and_shares_that_sum_to_1()
    {
        JsonElement root = SampleRun.Json([.. Peak, "--bins", "7", "--above", "200k/s"]);
        Assert.Equal(["case", "result", "bins", "above"], root.Names());
        Assert.Equal(
            ["name", "unit", "nominal", "mean", "meanError", "standardDeviation", "low", "median", "high", "probabilityInfeasible", "samples"],
            root.GetProperty("result").Names());
        Assert.Equal(115_740.74, root.GetProperty("result").GetProperty("nominal").GetDouble(), 0.01);
        JsonElement[] bins = [.. root.GetProperty("bins").EnumerateArray()];
        Assert.Equal(7, bins.Length);
        Assert.Equal(1, bins.Sum(bin => bin.GetProperty("share").GetDouble()), 1e-9);
        Assert.Equal(1, bins[^1].GetProperty("cumulative").GetDouble(), 1e-9);
        Assert.All(bins.Skip(1).Zip(bins), pair => Assert.Equal(pair.Second.GetProperty("to").GetDouble(), pair.First.GetProperty("from").GetDouble()));
        JsonElement above = Assert.Single(root.GetProperty("above").EnumerateArray());
        Assert.Equal(200_000, above.GetProperty("threshold").GetDouble());
        Assert.InRange(above.GetProperty("probability").GetDouble(), 0.22, 0.25);
    }

    [Fact]
    public void Until_draws_more()
    {
        JsonElement result = SampleRun.Json([.. Peak, "--until", "0.05%"]).GetProperty("result");
        Assert.True(result.GetProperty("samples").GetInt32() > SimulationOptions.DefaultSamples);
    }

    [Fact]
    public void Certain_result_has_no_histogram()
    {
        string screen = SampleRun.Of("simulate", "video", "nodes bought").Output;
        Assert.DoesNotContain("█", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("mean", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void Infeasible_draws_are_told()
    {
        CaseBelief belief = CaseBelief.Of(ToyCase.Run(), "wait", 5, [], new SimulationOptions());
        var output = new StringWriter();
        BeliefScreen.Show(belief, new Terminal(output, TextWriter.Null));
        string text = SampleRun.Squeezed(output.ToString());
        Assert.Contains("infeasible: 1", text, StringComparison.Ordinal); // y above 3: 1 - Phi(1.645 ln 1.5 / ln 2) = 16.8 %
        Assert.Contains("saturated", text, StringComparison.Ordinal);
        Assert.DoesNotContain("mean", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'peak QPS': Cannot read \"200kB\" as rate: unknown unit \"kB\".", "--above", "200kB")]
    [InlineData("'peak QPS': \"1/s to 2/s\" is a range; give one value.", "--above", "1/s to 2/s")]
    [InlineData("Cannot read \"200\" as fraction: it must lie in 0% to 100%", "--until", "200")]
    [InlineData("'until relative error' is 0, but must lie strictly between 0 and 1.", "--until", "0%")]
    [InlineData("bins ('0') must be greater than or equal to '1'.", "--bins", "0")]
    public void Bad_argument_exits_with_2_and_one_line(string expected, params string[] arguments)
    {
        (int code, string output, string errors) = SampleRun.Of([.. Peak, .. arguments]);
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith($"error: {expected}", errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
    }
}
