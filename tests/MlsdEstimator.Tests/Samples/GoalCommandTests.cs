using System.Text.Json;
using MlsdEstimator.Samples;

namespace MlsdEstimator.Tests;

public class GoalCommandTests
{
    private static readonly string[] Users = ["goal", "video", "daily active users"];

    /// <summary>200,000 x 86,400 / (10 x 2) = 864 M.</summary>
    [Fact]
    public void Goal_says_how_many_users_until_a_peak()
    {
        (int code, string screen, string errors) = SampleRun.Of([.. Users, "peak QPS=200k/s"]);
        Assert.Equal((0, ""), (code, errors));
        string text = SampleRun.Squeezed(screen);
        Assert.Contains("peak QPS is 200 k/s at daily active users = 864 M.", text, StringComparison.Ordinal);
        Assert.Contains("daily active users = 864 M is 1.728 x the best guess of 500 M, inside its range of 100 M to 1 bn; peak QPS is then 200 k/s at best guesses.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("daily active users", "100M", "2bn", "peak QPS")]
    [InlineData("row size", "50 B", "5 kB", "Event log / kept, with copies")]
    [InlineData("features per candidate", "10", "900", "bytes fetched at peak")]
    [InlineData("positive rate", "1%", "40%", "impressions per arm")]
    [InlineData("FLOP utilisation, batch", "5%", "90%", "batch GPU-hours per day, FLOP convention")]
    public void Goal_inverts_what_sweep_shows(string input, string from, string to, string result)
    {
        JsonElement rows = SampleRun.Json("sweep", "video", input, from, to, "--steps", "4", "--result", result).GetProperty("rows");
        IQuantity like = new CaseRun(CaseCatalog.Default, new CaseInputs([]), new SimulationOptions()).Sheet[result];
        foreach (JsonElement row in rows.EnumerateArray())
        {
            string target = Base(like, row.GetProperty("results")[0].GetDouble());
            JsonElement goal = SampleRun.Json("goal", "video", input, $"{result}={target}");
            double expected = row.GetProperty("inputs")[0].GetDouble();
            Assert.Equal(expected, Assert.Single(goal.GetProperty("solutions").EnumerateArray()).GetProperty("input").GetDouble(), 1e-6 * expected);
        }
    }

    /// <summary>At the value found, the 90 % point of a simulation of its own hits the target.</summary>
    [Fact]
    public void Confidence_hits_the_target_at_that_point_of_belief()
    {
        JsonElement goal = SampleRun.Json([.. Users, "peak QPS=200k/s", "--confidence", "0.9"]);
        Assert.Equal(0.9, goal.GetProperty("confidence").GetDouble());
        double users = Assert.Single(goal.GetProperty("solutions").EnumerateArray()).GetProperty("input").GetDouble();
        Worksheet sheet = new CaseRun(CaseCatalog.Default, new CaseInputs([FormattableString.Invariant($"daily active users={users:R}")]), new SimulationOptions()).Sheet;
        Assert.Equal(200_000, sheet["peak QPS"].Simulate(new SimulationOptions { Samples = 65_536, Seed = 7 }).Quantile(0.9).BaseValue, 2_000.0);
        Assert.Contains("at the 90% point of belief.", SampleRun.Squeezed(SampleRun.Of([.. Users, "peak QPS=200k/s", "--confidence", "0.9"]).Output), StringComparison.Ordinal);
    }

    /// <summary>16 x 312 TFLOP/s x 0.2 x 0.6 / (115,741/s x 500) = 10.35 MFLOP.</summary>
    [Fact]
    public void Ceiling_is_smoothed_and_said_so()
    {
        string[] arguments = ["goal", "video", "FLOPs per candidate", "ranker GPUs, fp16, FLOP convention=16"];
        Assert.Equal(10.3514e6, SampleRun.Json(arguments).GetProperty("solutions")[0].GetProperty("input").GetDouble(), 1e3);
        Assert.True(SampleRun.Json(arguments).GetProperty("isUnrounded").GetBoolean());
        string text = SampleRun.Squeezed(SampleRun.Of(arguments).Output);
        Assert.Contains("ranker GPUs, fp16, FLOP convention is 16 at FLOPs per candidate = 10.4 MFLOP, before rounding to whole ones.", text, StringComparison.Ordinal);
        Assert.Contains("A ceiling was smoothed: the target is hit before rounding to whole ones; the value above is after it.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_solution_exits_with_3_and_says_why()
    {
        (int code, string screen, string errors) = SampleRun.Of([.. Users, "peak QPS=2/s"]);
        Assert.Equal((3, ""), (code, errors));
        Assert.Contains("peak QPS does not reach 2 /s for any daily active users between 500 K and 500 bn.", SampleRun.Squeezed(screen), StringComparison.Ordinal);
        Assert.Equal(0, SampleRun.Json([.. Users, "peak QPS=2/s"]).GetProperty("solutions").GetArrayLength());
    }

    [Fact]
    public void Solution_that_the_case_refuses_exits_with_3()
    {
        (int code, string screen, _) = SampleRun.Of("goal", "video", "peak factor", "peak QPS=20k/s");
        Assert.Equal(3, code);
        Assert.Contains("Not allowed by the case: 'peak factor' is 0.346, but must be at least 1.", SampleRun.Squeezed(screen), StringComparison.Ordinal);
        JsonElement solution = SampleRun.Json("goal", "video", "peak factor", "peak QPS=20k/s").GetProperty("solutions")[0];
        Assert.Equal("'peak factor' is 0.346, but must be at least 1", solution.GetProperty("refusal").GetString());
    }

    /// <summary>x (4 - x) = 3 at 1 and at 3.</summary>
    [Fact]
    public void Several_solutions_are_all_told()
    {
        CaseGoal goal = CaseGoal.Of(ToyCase.Run(), "x", "hill=3", confidence: null);
        Assert.Equal([1, 3], goal.Solutions.Select(solution => Math.Round(solution.Value.BaseValue, 6)));
        var output = new StringWriter();
        GoalScreen.Show(goal, new Terminal(output, TextWriter.Null));
        string text = SampleRun.Squeezed(output.ToString());
        Assert.Contains("hill is 3 at 2 values of x: 1, 3.", text, StringComparison.Ordinal);
        Assert.Contains("x = 3 is 3 x today's 1; hill is then 3 at best guesses.", text, StringComparison.Ordinal);
        Assert.Contains("Several values hit the target: choose one, or narrow the question.", text, StringComparison.Ordinal);
        Assert.True(goal.IsReached);
    }

    [Fact]
    public void Json_has_the_documented_shape()
    {
        JsonElement root = SampleRun.Json([.. Users, "peak QPS=200k/s"]);
        Assert.Equal(["case", "input", "result", "target", "confidence", "solutions", "isUnrounded", "explanation"], root.Names());
        Assert.Equal(["input", "resultAtBestGuess", "refusal"], root.GetProperty("solutions")[0].Names());
        Assert.Equal(200_000, root.GetProperty("target").GetDouble());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("confidence").ValueKind);
    }

    [Theory]
    [InlineData("'peak QPS': Cannot read \"200kB\" as rate: unknown unit \"kB\". Write for example \"116 k/s\".", "daily active users", "peak QPS=200kB")]
    [InlineData("'peak QPS': \"100k/s to 200k/s\" is a range; give one value.", "daily active users", "peak QPS=100k/s to 200k/s")]
    [InlineData("Cannot read \"peak QPS\"; write for example \"peak QPS=200k/s\".", "daily active users", "peak QPS")]
    [InlineData("There is no input 'nodes'. Nearest: ", "nodes", "peak QPS=2/s")]
    [InlineData("There is no result 'peak'. Nearest: ", "daily active users", "peak=2/s")]
    [InlineData("'peak QPS' does not depend on 'retention'.", "retention", "peak QPS=2/s")]
    [InlineData("'confidence' is 2, but must lie strictly between 0 and 1.", "daily active users", "peak QPS=2/s", "--confidence", "2")]
    [InlineData("'accelerator' is chosen by name", "accelerator", "peak QPS=2/s")]
    public void Bad_argument_exits_with_2_and_one_line(string expected, params string[] arguments)
    {
        (int code, string output, string errors) = SampleRun.Of(["goal", "video", .. arguments]);
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith($"error: {expected}", errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
    }

    private static string Base(IQuantity like, double value) => FormattableString.Invariant($"{value:R} {like.BaseUnit}").TrimEnd();
}
