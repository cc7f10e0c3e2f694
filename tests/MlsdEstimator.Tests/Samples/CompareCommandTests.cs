using System.Text.Json;
using MlsdEstimator.Samples;

namespace MlsdEstimator.Tests;

public class CompareCommandTests
{
    [Fact]
    public void Designs_are_ranked_by_cost_with_the_choice_below()
    {
        (int code, string screen, string errors) = SampleRun.Of("compare", "video");
        Assert.Equal((0, ""), (code, errors));
        string text = SampleRun.Squeezed(screen);
        Assert.Contains("Video recommendation: Online or batch, less is better", text, StringComparison.Ordinal);
        Assert.Matches("batch, active users .*batch, all registered .*online .*0%", text);
        Assert.Contains("'batch, active users' is best by $2,740/month", text, StringComparison.Ordinal);
        Assert.Contains("Choice: Batch is cheaper: ~$281 K/month online, ~$913/month in batch", text, StringComparison.Ordinal);
    }

    /// <summary>By the FLOP convention the int8 peak is twice the fp16 peak and the distilled model a fifth of the work, so GPU-hours are a half and a fifth in every draw.</summary>
    [Fact]
    public void Variants_share_the_draws_of_what_they_do_not_change()
    {
        JsonElement root = SampleRun.Json("compare", "video", "--set", "ranker capacity=FLOP convention", "--with", "ranker=int8", "--with", "ranker=distilled", "--result", "machine-hours per day");
        Assert.Equal(["case", "comparisons"], root.Names());
        JsonElement table = Assert.Single(root.GetProperty("comparisons").EnumerateArray());
        Assert.Equal(["result", "unit", "moreIsBetter", "alternatives", "difference", "noneFeasible"], table.Names());
        JsonElement[] ranked = [.. table.GetProperty("alternatives").EnumerateArray()];
        Assert.Equal(["name", "nominal", "low", "median", "high", "probabilityInfeasible", "probabilityBest"], ranked[0].Names());
        Assert.Equal(["ranker=distilled", "ranker=int8", "as it is"], ranked.Select(alternative => alternative.GetProperty("name").GetString()));
        Assert.Equal([1, 0, 0], ranked.Select(alternative => alternative.GetProperty("probabilityBest").GetDouble()));
        double high = ranked[2].GetProperty("high").GetDouble();
        Assert.Equal([0.2 * high, 0.5 * high], ranked.Take(2).Select(alternative => alternative.GetProperty("high").GetDouble()), Close);
        Assert.Equal(3.3387, table.GetProperty("difference").GetProperty("nominal").GetDouble(), 0.0001); // 11.1289 x (0.5 - 0.2)
    }

    [Fact]
    public void Variant_that_changes_nothing_is_equal()
    {
        string text = SampleRun.Squeezed(SampleRun.Of("compare", "video", "--with", "items shown=20").Output);
        Assert.Contains("Video recommendation: cost of all tiers, less is better", text, StringComparison.Ordinal);
        Assert.Contains("'as it is' and 'items shown=20' are equal.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("None works", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Variant_changes_several_inputs_and_each_result_has_its_table()
    {
        string text = SampleRun.Squeezed(SampleRun.Of(
            "compare", "video", "--with", "candidates ranked=300; peak factor=3", "--result", "peak QPS", "--result", "ranked predictions at peak").Output);
        Assert.Contains("peak QPS, less is better", text, StringComparison.Ordinal);
        Assert.Contains("candidates ranked=300; peak factor=3 23.1 k/s 174 k/s", text, StringComparison.Ordinal); // 57,870 x 3
        Assert.Contains("ranked predictions at peak, less is better", text, StringComparison.Ordinal);
        Assert.Contains("52.1 M/s", text, StringComparison.Ordinal); // 57,870 x 3 x 300
    }

    [Fact]
    public void Infeasible_alternative_comes_last()
    {
        CaseRun toy = ToyCase.Run();
        CaseComparison reading = CaseComparison.Of(toy, ["y=5"], ["wait"], null, new Progress<double>());
        var output = new StringWriter();
        ComparisonScreen.Show(reading, new Terminal(output, TextWriter.Null));
        string text = SampleRun.Squeezed(output.ToString());
        Assert.Contains("Only 'as it is' works at best guesses. None works in", text, StringComparison.Ordinal);
        Assert.Contains("y=5 infeasible 0%", text, StringComparison.Ordinal);
    }

    /// <summary>y is 2 at its best guess and below it in half of the draws.</summary>
    [Fact]
    public void Along_an_input_the_best_changes_where_both_are_equal()
    {
        CaseComparison reading = CaseComparison.Of(ToyCase.Run(), ["x=2"], ["share"], new AlongRequest("y=1 to 3", 3, IsLogarithmic: false), new Progress<double>());
        Assert.Equal("For y between 1 and 3: as it is is the best everywhere.", reading.Tables[0].Along!.Explanation);
        ComparisonTable table = ComparisonTable.Of(reading.Run, "size", [("x", reading.Run.Sheet.Input("x")), ("y", reading.Run.Sheet.Input("y"))], new AlongRequest("x=1 to 3", 3, IsLogarithmic: false));
        var output = new StringWriter();
        ComparisonScreen.Show(reading with { Tables = [table] }, new Terminal(output, TextWriter.Null));
        string text = SampleRun.Squeezed(output.ToString());
        Assert.Contains("For x between 1 and 3: x until 2, then y.", text, StringComparison.Ordinal);
        Assert.Matches(@"1 \* 9[45]% [56]% 2 \* 50% 50% 3 1[67]% \* 8[34]%", text);
        Assert.DoesNotContain("What is bought", text, StringComparison.Ordinal);
        JsonElement along = JsonDocument.Parse(ComparisonJson.Of(reading with { Tables = [table] })).RootElement.GetProperty("comparisons")[0].GetProperty("along");
        Assert.Equal(["name", "unit", "isUnrounded", "crossings", "rows"], along.Names());
        Assert.Equal(["at", "before", "after", "kind"], along.GetProperty("crossings")[0].Names());
        Assert.Equal(2, along.GetProperty("crossings")[0].GetProperty("at").GetDouble(), 1e-9);
        Assert.Equal(["at", "best", "probabilityBest", "noneFeasible"], along.GetProperty("rows")[0].Names());
    }

    [Theory]
    [InlineData("Cannot read \"zones\"; write for example --along \"zones=2 to 6\".", "--along", "zones")]
    [InlineData("'zones' is 0, but must be", "--along", "zones=0 to 6")]
    [InlineData("The number of values of an input is 1, but must lie between 2 and 1,000.", "--along", "zones=2 to 6", "--steps", "1")]
    [InlineData("No alternative depends on 'lift to detect'", "--along", "lift to detect=0.01 to 0.02")]
    [InlineData("There is no ranker 'int9'. Forms: fp16, int8, distilled.", "--with", "ranker=int9")]
    [InlineData("There is no input 'rankers'.", "--with", "rankers=int8")]
    [InlineData("Cannot read \"ranker\"; write for example --set \"daily active users=200M\".", "--with", "ranker")]
    [InlineData("'zones' is 0, but must be", "--with", "zones=0")]
    [InlineData("There is no result 'peak QSP'. Nearest: 'Web traffic / peak QPS'", "--with", "peak factor=3", "--result", "peak QSP")]
    [InlineData("--result needs a variant to compare with; write for example --with \"ranker=int8\".", "--result", "peak QPS")]
    [InlineData("Two alternatives have the same name", "--with", "zones=2", "--with", "zones=2")]
    public void Bad_argument_exits_with_2_and_one_line(string expected, params string[] arguments)
    {
        (int code, string output, string errors) = SampleRun.Of(["compare", "video", .. arguments]);
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith($"error: {expected}", errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
    }

    private static bool Close(double expected, double actual) => Math.Abs(expected - actual) <= 1e-9 * Math.Abs(expected);
}
