using System.CommandLine;

namespace MlsdEstimator.Samples;

/// <summary>"compare": alternatives of a case, or the case with some inputs changed.</summary>
internal sealed class CompareCommand
{
    private readonly Argument<string> named = Arguments.Case();

    private readonly Option<string[]> with = new("--with")
    {
        Description = "A variant, which shares all inputs it does not change: --with \"ranker=int8\", --with \"accelerator=L4; zones=2\". Repeatable. Without it, the designs of the case are compared.",
        HelpName = "input=value; ...",
    };

    private readonly Option<string[]> results = Arguments.Results("Result by which the variants are compared; by default the cost of all tiers.");
    private readonly Option<string?> along = new("--along") { Description = "Tells where the best changes as an input moves: --along \"zones=2 to 6\".", HelpName = "input=from to to" };
    private readonly Option<int> steps = new("--steps") { Description = "Number of values of that input.", DefaultValueFactory = _ => AlongRequest.DefaultSteps, HelpName = "number" };
    private readonly Option<bool> log = new("--log") { Description = "Equal ratios between its values in place of equal differences." };

    private CompareCommand()
    {
    }

    public static Command For(Terminal terminal) => new CompareCommand().Build(terminal);

    private ExampleCommand Build(Terminal terminal)
    {
        var command = new ExampleCommand(
            "compare",
            "Compares the designs of a case, such as online and batch, or variants of the case.",
            "compare video",
            "compare video --along \"refresh interval=4 h to 7 d\" --log",
            "compare video --with ranker=int8 --with accelerator=L4 --result \"online cost\"",
            "compare video --with \"CPU time per request=10 ms; least replicas per zone=3\"") { named, with, results, along, steps, log };
        var settings = new CaseOptions(command, named);
        command.SetAction(parsed => Run(parsed, settings, terminal));
        return command;
    }

    private int Run(ParseResult parsed, CaseOptions settings, Terminal terminal)
    {
        CaseComparison comparison = ProgressBar.While(terminal, "comparing", progress =>
            CaseComparison.Of(settings.Build(parsed), parsed.GetValue(with) ?? [], parsed.GetValue(results) ?? [], Along(parsed), progress));
        if (settings.IsJson(parsed))
            terminal.Output.WriteLine(ComparisonJson.Of(comparison));
        else
            ComparisonScreen.Show(comparison, terminal);
        return ExitCode.Success;
    }

    private AlongRequest? Along(ParseResult parsed) =>
        parsed.GetValue(along) is string text ? new AlongRequest(text, parsed.GetValue(steps), parsed.GetValue(log)) : null;
}
