using System.CommandLine;

namespace MlsdEstimator.Samples;

/// <summary>"compare": alternatives of a case, or the case with some inputs changed.</summary>
internal static class CompareCommand
{
    public static Command For(Terminal terminal)
    {
        Argument<string> named = Arguments.Case();
        var with = new Option<string[]>("--with")
        {
            Description = "A variant, which shares all inputs it does not change: --with \"ranker=int8\", --with \"accelerator=L4; zones=2\". Repeatable. Without it, the designs of the case are compared.",
            HelpName = "input=value; ...",
        };
        Option<string[]> results = Arguments.Results("Result by which the variants are compared; by default the cost of all tiers.");
        var command = new ExampleCommand(
            "compare",
            "Compares the designs of a case, such as online and batch, or variants of the case.",
            "compare video",
            "compare video --with ranker=int8 --with accelerator=L4 --result \"online cost\"",
            "compare video --with \"CPU time per request=10 ms; least replicas per zone=3\"") { named };
        var settings = new CaseOptions(command, named);
        command.Options.Add(with);
        command.Options.Add(results);
        command.SetAction(parsed =>
        {
            CaseComparison comparison = ProgressBar.While(terminal, "comparing", progress =>
                CaseComparison.Of(settings.Build(parsed), parsed.GetValue(with) ?? [], parsed.GetValue(results) ?? [], progress));
            if (settings.IsJson(parsed))
                terminal.Output.WriteLine(ComparisonJson.Of(comparison));
            else
                ComparisonScreen.Show(comparison, terminal);
            return ExitCode.Success;
        });
        return command;
    }
}
