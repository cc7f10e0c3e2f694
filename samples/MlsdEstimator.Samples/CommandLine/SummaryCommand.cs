using System.CommandLine;

namespace MlsdEstimator.Samples;

/// <summary>No command: the whole design on one screen.</summary>
internal static class SummaryCommand
{
    public static void Complete(RootCommand root, Argument<string> named, Terminal terminal)
    {
        var whiteboard = new Option<bool>("--whiteboard") { Description = "Ten lines for the whiteboard: the chain of mental arithmetic, two digits." };
        root.Options.Add(whiteboard);
        var settings = new CaseOptions(root, named);
        var asserted = new AssertOption(root);
        root.SetAction(parsed =>
        {
            (CaseRun run, IReadOnlyList<Assertion> assertions) = ProgressBar.While(terminal, "drawing", progress => Simulated(settings.Build(parsed, progress), parsed, asserted));
            bool isJson = settings.IsJson(parsed);
            Show(run, parsed.GetValue(whiteboard), isJson, terminal);
            return AssertOption.Judge(assertions, isJson ? terminal.Errors : terminal.Output);
        });
    }

    private static (CaseRun Run, IReadOnlyList<Assertion> Assertions) Simulated(CaseRun run, ParseResult parsed, AssertOption asserted)
    {
        IReadOnlyList<Assertion> assertions = asserted.Read(parsed, run);
        _ = run.Findings;
        return (run, assertions);
    }

    private static void Show(CaseRun run, bool whiteboard, bool json, Terminal terminal)
    {
        if (json)
            terminal.Output.WriteLine(JsonReport.Of(run));
        else if (whiteboard)
            WhiteboardScreen.Show(run, terminal.Output);
        else
            SummaryScreen.Show(run, terminal);
    }
}
