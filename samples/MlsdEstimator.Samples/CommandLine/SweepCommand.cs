using System.CommandLine;

namespace MlsdEstimator.Samples;

/// <summary>"sweep": results over a range of one or two inputs.</summary>
internal static class SweepCommand
{
    public static Command For(Terminal terminal)
    {
        Argument<string> named = Arguments.Case(), input = Arguments.Input("What moves");
        var from = new Argument<string>("from") { Description = "First value, with its unit: 100M, 7 d, 20%." };
        var to = new Argument<string>("to") { Description = "Last value, with its unit." };
        var second = new Option<string?>("--and") { Description = "A second input, across the table: --and \"peak factor=1.5 to 3\".", HelpName = "input=from to to" };
        var steps = new Option<int>("--steps") { Description = "Number of rows.", DefaultValueFactory = _ => SweepRequest.DefaultSteps, HelpName = "number" };
        var columns = new Option<int>("--columns") { Description = "Number of values of the second input.", DefaultValueFactory = _ => SweepRequest.DefaultColumns, HelpName = "number" };
        var log = new Option<bool>("--log") { Description = "Equal ratios between values in place of equal differences." };
        var rebuild = new Option<bool>("--rebuild") { Description = "Decides anew at each value: what is bought follows. Without it, purchases stay as they are." };
        Option<string[]> results = Arguments.Results("Result to show; by default the main results that move.");
        var command = new ExampleCommand(
            "sweep",
            "Tabulates results over one or two inputs, all others at their best guess.",
            "sweep video \"daily active users\" 100M 1bn",
            "sweep video retention \"7 d\" \"90 d\" --result \"Event log / kept, with copies\"",
            "sweep video \"candidates ranked\" 100 900 --and \"peak factor=1.5 to 3\"",
            "sweep video \"daily active users\" 1M 1bn --log --steps 4 --rebuild") { named, input, from, to };
        var settings = new CaseOptions(command, named);
        foreach (Option option in new Option[] { results, steps, log, second, columns, rebuild })
            command.Options.Add(option);
        command.SetAction(parsed =>
        {
            var request = new SweepRequest(
                (parsed.GetRequiredValue(input), parsed.GetRequiredValue(from), parsed.GetRequiredValue(to), parsed.GetValue(steps)),
                parsed.GetValue(second),
                parsed.GetValue(columns),
                parsed.GetValue(results) ?? [],
                parsed.GetValue(log),
                parsed.GetValue(rebuild));
            CaseSweep table = ProgressBar.While(terminal, "sweeping", progress => CaseSweep.Of(settings.Build(parsed), request, progress));
            if (settings.IsJson(parsed))
                terminal.Output.WriteLine(SweepJson.Of(table));
            else
                SweepScreen.Show(table, terminal);
            return ExitCode.Success;
        });
        return command;
    }
}
