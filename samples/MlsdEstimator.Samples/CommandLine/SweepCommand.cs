using System.CommandLine;

namespace MlsdEstimator.Samples;

/// <summary>"sweep": results over a range of one or two inputs.</summary>
internal sealed class SweepCommand
{
    private readonly Argument<string> named = Arguments.Case();
    private readonly Argument<string> input = Arguments.Input("What moves");
    private readonly Argument<string> from = new("from") { Description = "First value, with its unit: 100M, 7 d, 20%." };
    private readonly Argument<string> to = new("to") { Description = "Last value, with its unit." };
    private readonly Option<string[]> results = Arguments.Results("Result to show; by default the main results that move.");
    private readonly Option<int> steps = new("--steps") { Description = "Number of rows.", DefaultValueFactory = _ => SweepRequest.DefaultSteps, HelpName = "number" };
    private readonly Option<bool> log = new("--log") { Description = "Equal ratios between values in place of equal differences." };
    private readonly Option<string?> second = new("--and") { Description = "A second input, across the table: --and \"peak factor=1.5 to 3\".", HelpName = "input=from to to" };
    private readonly Option<int> columns = new("--columns") { Description = "Number of values of the second input.", DefaultValueFactory = _ => SweepRequest.DefaultColumns, HelpName = "number" };
    private readonly Option<bool> rebuild = new("--rebuild") { Description = "Decides anew at each value: what is bought follows. Without it, purchases stay as they are." };

    private SweepCommand()
    {
    }

    public static Command For(Terminal terminal) => new SweepCommand().Build(terminal);

    private ExampleCommand Build(Terminal terminal)
    {
        var command = new ExampleCommand(
            "sweep",
            "Tabulates results over one or two inputs, all others at their best guess.",
            "sweep video \"daily active users\" 100M 1bn",
            "sweep video retention \"7 d\" \"90 d\" --result \"Event log / kept, with copies\"",
            "sweep video \"candidates ranked\" 100 900 --and \"peak factor=1.5 to 3\"",
            "sweep video \"daily active users\" 1M 1bn --log --steps 4 --rebuild") { named, input, from, to, results, steps, log, second, columns, rebuild };
        var settings = new CaseOptions(command, named);
        command.SetAction(parsed => Run(parsed, settings, terminal));
        return command;
    }

    private int Run(ParseResult parsed, CaseOptions settings, Terminal terminal)
    {
        CaseSweep table = ProgressBar.While(terminal, "sweeping", progress => CaseSweep.Of(settings.Build(parsed), Request(parsed), progress));
        if (settings.IsJson(parsed))
            terminal.Output.WriteLine(SweepJson.Of(table));
        else
            SweepScreen.Show(table, terminal);
        return ExitCode.Success;
    }

    private SweepRequest Request(ParseResult parsed) => new(
        (parsed.GetRequiredValue(input), parsed.GetRequiredValue(from), parsed.GetRequiredValue(to), parsed.GetValue(steps)),
        parsed.GetValue(second),
        parsed.GetValue(columns),
        parsed.GetValue(results) ?? [],
        parsed.GetValue(log),
        parsed.GetValue(rebuild));
}
