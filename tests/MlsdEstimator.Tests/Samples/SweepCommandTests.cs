using System.Text.Json;
using MlsdEstimator.Samples;

namespace MlsdEstimator.Tests;

public class SweepCommandTests
{
    /// <summary>500 M x 10 x 2 / 86,400 s = 115,741/s, and a fifth of it for a fifth of the users.</summary>
    [Fact]
    public void Sweep_prints_the_published_peak_at_500_M_users()
    {
        (int code, string screen, string errors) = SampleRun.Of("sweep", "video", "daily active users", "100M", "500M", "--steps", "5", "--result", "peak QPS");
        Assert.Equal((0, ""), (code, errors));
        string[] lines = [.. screen.Split('\n').Select(SampleRun.Squeezed)];
        Assert.Equal(["100 M 23.1 k/s", "200 M 46.3 k/s", "300 M 69.4 k/s", "400 M 92.6 k/s", "500 M 116 k/s"], lines.Skip(5).Take(5));
        Assert.Contains("All other inputs are at their best guess.", lines);
        Assert.DoesNotContain("--rebuild", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_rows_in_base_units()
    {
        JsonElement root = SampleRun.Json("sweep", "video", "Daily Active Users", "100M", "500M", "--steps", "2", "--result", "peak QPS", "--result", "Event log / rows per day, raw");
        Assert.Equal(["case", "inputs", "results", "rows"], root.Names());
        Assert.Equal("video-recommendation", root.GetProperty("case").GetString());
        Assert.Equal("daily active users", root.GetProperty("inputs")[0].GetProperty("name").GetString());
        Assert.Equal(["/s", "B"], root.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("unit").GetString()));
        JsonElement last = root.GetProperty("rows")[1];
        Assert.Equal(5e8, last.GetProperty("inputs")[0].GetDouble());
        Assert.Equal(115_740.74, last.GetProperty("results")[0].GetDouble(), 0.01);
        Assert.Equal(50e12, last.GetProperty("results")[1].GetDouble(), 1);
    }

    [Fact]
    public void Default_results_are_headlines_that_move()
    {
        JsonElement users = SampleRun.Json("sweep", "video", "daily active users", "100M", "1bn", "--steps", "2");
        Assert.Equal(
            ["peak QPS", "kept, with copies", "ranker GPUs, fp16", "machines needed", "cost of all tiers"],
            users.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("name").GetString()));
        JsonElement lift = SampleRun.Json("sweep", "video", "lift to detect", "0.005", "0.01", "--steps", "2");
        Assert.Equal("impressions per arm", Assert.Single(lift.GetProperty("results").EnumerateArray()).GetProperty("name").GetString());
    }

    [Fact]
    public void Results_beyond_the_headlines_are_found_when_no_headline_moves()
    {
        JsonElement root = SampleRun.Json("sweep", "video", "registered users", "1bn", "2bn", "--steps", "2");
        Assert.Contains("batch for all registered, GPU-hours per day", root.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("name").GetString()));
    }

    /// <summary>16 x 0.98 / (0.02 x lift^2).</summary>
    [Fact]
    public void Logarithmic_sweep_has_equal_ratios()
    {
        JsonElement rows = SampleRun.Json("sweep", "video", "lift to detect", "0.001", "0.1", "--log", "--steps", "3").GetProperty("rows");
        Assert.Equal([0.001, 0.01, 0.1], rows.EnumerateArray().Select(row => Math.Round(row.GetProperty("inputs")[0].GetDouble(), 12)));
        Assert.Equal([784e6, 7.84e6, 78_400], rows.EnumerateArray().Select(row => Math.Round(row.GetProperty("results")[0].GetDouble(), 3)));
    }

    /// <summary>31 GPUs at 500 candidates and peak factor 2; the ceiling of 62.4, 23.2 and so on by hand.</summary>
    [Fact]
    public void Second_input_goes_across()
    {
        (int code, string screen, _) = SampleRun.Of("sweep", "video", "candidates ranked", "100", "900", "--steps", "3", "--and", "peak factor=1.5 to 3", "--columns", "4", "--result", "ranker GPUs, fp16, FLOP convention");
        Assert.Equal(0, code);
        string[] lines = [.. screen.Split('\n').Select(SampleRun.Squeezed)];
        Assert.Contains("ranker GPUs, fp16, FLOP convention: candidates ranked down, peak factor across", lines);
        Assert.Contains("candidates 1.5 2 2.5 3", lines);
        Assert.Contains("100 5 7 8 10", lines);
        Assert.Contains("500 24 31 39 47", lines);
        Assert.Contains("900 42 56 70 84", lines);
    }

    [Fact]
    public void Two_inputs_show_only_results_that_both_move()
    {
        JsonElement root = SampleRun.Json("sweep", "video", "candidates ranked", "100", "900", "--steps", "2", "--and", "peak factor=1.5 to 3", "--columns", "2");
        Assert.Equal(["ranker GPUs, fp16", "ranked predictions at peak"], root.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("name").GetString()));
        Assert.Equal(["candidates ranked", "peak factor"], root.GetProperty("inputs").EnumerateArray().Select(input => input.GetProperty("name").GetString()));
        Assert.Equal(4, root.GetProperty("rows").GetArrayLength());
    }

    [Fact]
    public void Purchases_follow_only_when_the_case_is_built_again()
    {
        (int code, _, string errors) = SampleRun.Of("sweep", "video", "daily active users", "100M", "1bn", "--result", "nodes bought");
        Assert.Equal(2, code);
        Assert.Equal("error: 'nodes bought' does not move with 'daily active users'. What is bought stays as decided for the case: --rebuild decides anew at each value.\n", errors);
        string[] sweep = ["sweep", "video", "daily active users", "100M", "1bn", "--steps", "2"];
        JsonElement rows = SampleRun.Json([.. sweep, "--result", "nodes bought", "--rebuild"]).GetProperty("rows");
        double[] bought = [.. rows.EnumerateArray().Select(row => row.GetProperty("results")[0].GetDouble())];
        Assert.InRange(bought[1], 5 * bought[0], 15 * bought[0]);
        Assert.Contains("What is bought stays as decided", SampleRun.Squeezed(SampleRun.Of(sweep).Output), StringComparison.Ordinal);
        Assert.Contains("The case is built again at each value: what is bought follows.", SampleRun.Squeezed(SampleRun.Of([.. sweep, "--rebuild"]).Output), StringComparison.Ordinal);
    }

    [Fact]
    public void Value_that_contradicts_another_input_is_noted()
    {
        const string Contradiction = "At candidates ranked 1,500: The inputs of 'Funnel' contradict each other: 1,500 candidates are ranked, but only ~1,000 retrieved.";
        string[] sweep = ["sweep", "video", "candidates ranked", "100", "1500", "--steps", "2", "--result", "ranker GPUs, fp16, FLOP convention"];
        Assert.Contains(Contradiction, SampleRun.Squeezed(SampleRun.Of(sweep).Output), StringComparison.Ordinal);
        string rebuilt = SampleRun.Squeezed(SampleRun.Of([.. sweep, "--rebuild"]).Output);
        Assert.Contains(Contradiction, rebuilt, StringComparison.Ordinal);
        Assert.Contains("100 7 1,500 -", rebuilt, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, SampleRun.Json([.. sweep, "--rebuild"]).GetProperty("rows")[1].GetProperty("results")[0].ValueKind);
    }

    [Fact]
    public void Chosen_result_that_stays_is_noted()
    {
        string screen = SampleRun.Squeezed(SampleRun.Of("sweep", "video", "peak factor", "1", "3", "--steps", "2", "--result", "peak QPS", "--result", "average QPS").Output);
        Assert.Contains("'average QPS' does not move with 'peak factor'.", screen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'peak factor' is 0.5, but must be at least 1.", "peak factor", "0.5", "2")]
    [InlineData("'peak factor' is 0.5, but must be at least 1.", "peak factor", "2", "0.5")]
    [InlineData("'peak factor' is 0.5, but must be at least 1.", "peak factor", "0.5", "2", "--rebuild")]
    [InlineData("'daily active users' is -5, but must not be negative.", "daily active users", "1", "-5")]
    [InlineData("'peak factor': Cannot read \"2GB\" as scalar: unknown unit \"GB\".", "peak factor", "1", "2GB")]
    [InlineData("'row size': Cannot read \"100\" as data size: the unit is missing", "row size", "100", "2 kB")]
    [InlineData("'peak factor': \"2 to 3\" is a range; give one value.", "peak factor", "1", "2 to 3")]
    [InlineData("There is no input 'user'. Nearest: 'registered users', 'daily active users'", "user", "1", "2")]
    [InlineData("'ranker' is chosen by name, so it is compared in place of swept: compare video-recommendation --with \"ranker=...\".", "ranker", "fp16", "int8")]
    [InlineData("There is no result 'peak QSP'. Nearest: 'Web traffic / peak QPS'", "peak factor", "1", "2", "--result", "peak QSP")]
    [InlineData("The number of values of an input is 1, but must lie between 2 and 1,000.", "peak factor", "1", "2", "--steps", "1")]
    [InlineData("The number of values of an input is 1001, but must lie between 2 and 1,000.", "peak factor", "1", "2", "--steps", "1001")]
    [InlineData("'peak factor' is swept twice; give two different inputs.", "peak factor", "1", "2", "--and", "peak factor=1 to 2")]
    [InlineData("Cannot read \"zones\"; write for example --and \"peak factor=1.5 to 3\".", "peak factor", "1", "2", "--and", "zones")]
    [InlineData("Cannot read \"zones=2\"; write for example --and \"peak factor=1.5 to 3\", each end with its unit.", "peak factor", "1", "2", "--and", "zones=2")]
    [InlineData("A logarithmic sweep needs both ends above 0", "zones to survive", "0", "2", "--log")]
    [InlineData("Required argument missing", "peak factor", "1")]
    public void Bad_argument_exits_with_2_and_one_line(string expected, params string[] arguments)
    {
        (int code, string output, string errors) = SampleRun.Of(["sweep", "video", .. arguments]);
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith($"error: {expected}", errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public void Row_that_cannot_be_says_infeasible()
    {
        CaseSweep sweep = CaseSweep.Of(ToyCase.Run(), new SweepRequest(("y", "2", "4", 2), null, 2, ["wait"], false, false), new Progress<double>());
        Assert.Equal(["1", "infeasible"], sweep.Rows.Select(row => $"{row.Results[0]}"));
        JsonElement rows = JsonDocument.Parse(SweepJson.Of(sweep)).RootElement.GetProperty("rows");
        Assert.Equal([JsonValueKind.Number, JsonValueKind.Null], rows.EnumerateArray().Select(row => row.GetProperty("results")[0].ValueKind));
    }
}
