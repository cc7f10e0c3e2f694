using System.CommandLine;

namespace MlsdEstimator.Samples;

/// <summary>"explain": how a result came about.</summary>
internal static class ExplainCommand
{
    public static Command For(Terminal terminal)
    {
        Argument<string> named = Arguments.Case();
        var result = new Argument<string?>("result") { Description = "Result, such as \"peak QPS\"; all of them when left out.", DefaultValueFactory = _ => null };
        var explain = new ExampleCommand(
            "explain",
            "Shows how a result came about, down to its inputs and their sources.",
            "explain video \"peak QPS\"",
            "explain video \"cost of all tiers\"") { named, result };
        var settings = new CaseOptions(explain, named, hasJson: false);
        var asserted = new AssertOption(explain);
        explain.SetAction(parsed =>
        {
            CaseRun run = settings.Build(parsed);
            IReadOnlyList<Assertion> assertions = asserted.Read(parsed, run);
            ExplainScreen.Show(run, parsed.GetValue(result), terminal.Output);
            return AssertOption.Judge(assertions, terminal.Output);
        });
        return explain;
    }
}
