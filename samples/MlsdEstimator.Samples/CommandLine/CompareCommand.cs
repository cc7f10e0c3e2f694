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
            "compare video --along \"refresh interval=4 h to 7 d\" --log",
            "compare video --with ranker=int8 --with accelerator=L4 --result \"online cost\"",
            "compare video --with \"CPU time per request=10 ms; least replicas per zone=3\"") { named };
        var along = new Option<string?>("--along") { Description = "Tells where the best changes as an input moves: --along \"zones=2 to 6\".", HelpName = "input=from to to" };
        var steps = new Option<int>("--steps") { Description = "Number of values of that input.", DefaultValueFactory = _ => AlongRequest.DefaultSteps, HelpName = "number" };
        var log = new Option<bool>("--log") { Description = "Equal ratios between its values in place of equal differences." };
        var settings = new CaseOptions(command, named);
        foreach (Option option in new Option[] { with, results, along, steps, log })
            command.Options.Add(option);
        command.SetAction(parsed =>
        {
            AlongRequest? path = parsed.GetValue(along) is string text ? new AlongRequest(text, parsed.GetValue(steps), parsed.GetValue(log)) : null;
            CaseComparison comparison = ProgressBar.While(terminal, "comparing", progress =>
                CaseComparison.Of(settings.Build(parsed), parsed.GetValue(with) ?? [], parsed.GetValue(results) ?? [], path, progress));
            if (settings.IsJson(parsed))
                terminal.Output.WriteLine(ComparisonJson.Of(comparison));
            else
                ComparisonScreen.Show(comparison, terminal);
            return ExitCode.Success;
        });
        return command;
    }
}
