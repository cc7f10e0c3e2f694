using System.CommandLine;

namespace MlsdEstimator.Samples;

/// <summary>"simulate": what is believed about a result, as a histogram.</summary>
internal sealed class SimulateCommand
{
    private const int DefaultBins = 20;

    private readonly Argument<string> named = Arguments.Case();
    private readonly Argument<string> result = Arguments.Result("What to draw");
    private readonly Option<int> bins = new("--bins") { Description = "Number of bins.", DefaultValueFactory = _ => DefaultBins, HelpName = "number" };
    private readonly Option<string[]> above = new("--above") { Description = "Tells how likely the result is to exceed a value: --above 200k/s. Repeatable.", HelpName = "value" };
    private readonly Option<string?> until = new("--until") { Description = "Draws until the statistics have this relative standard error: --until 0.1%.", HelpName = "percent" };

    private SimulateCommand()
    {
    }

    public static Command For(Terminal terminal) => new SimulateCommand().Build(terminal);

    private ExampleCommand Build(Terminal terminal)
    {
        var command = new ExampleCommand(
            "simulate",
            "Shows what is believed about a result: a histogram, mean, quantiles, probabilities.",
            "simulate video \"peak QPS\" --above 200k/s",
            "simulate video \"cost of all tiers\" --bins 10",
            "simulate video \"Event log / kept, with copies\" --until 1%") { named, result, bins, above, until };
        var settings = new CaseOptions(command, named);
        command.SetAction(parsed => Run(parsed, settings, terminal));
        return command;
    }

    private int Run(ParseResult parsed, CaseOptions settings, Terminal terminal)
    {
        CaseBelief belief = ProgressBar.While(terminal, "drawing", progress => Draw(parsed, settings.Build(parsed, progress)));
        if (settings.IsJson(parsed))
            terminal.Output.WriteLine(BeliefJson.Of(belief));
        else
            BeliefScreen.Show(belief, terminal);
        return ExitCode.Success;
    }

    private CaseBelief Draw(ParseResult parsed, CaseRun run)
    {
        SimulationOptions options = parsed.GetValue(until) is string error ? run.Options with { UntilRelativeError = Fraction.Parse(error).Value } : run.Options;
        return CaseBelief.Of(run, parsed.GetRequiredValue(result), parsed.GetValue(bins), parsed.GetValue(above) ?? [], options);
    }
}
