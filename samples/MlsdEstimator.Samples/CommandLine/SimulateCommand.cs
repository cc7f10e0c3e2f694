using System.CommandLine;

namespace MlsdEstimator.Samples;

/// <summary>"simulate": what is believed about a result, as a histogram.</summary>
internal static class SimulateCommand
{
    private const int DefaultBins = 20;

    public static Command For(Terminal terminal)
    {
        Argument<string> named = Arguments.Case(), result = Arguments.Result("What to draw");
        var bins = new Option<int>("--bins") { Description = "Number of bins.", DefaultValueFactory = _ => DefaultBins, HelpName = "number" };
        var above = new Option<string[]>("--above") { Description = "Tells how likely the result is to exceed a value: --above 200k/s. Repeatable.", HelpName = "value" };
        var until = new Option<string?>("--until") { Description = "Draws until the statistics have this relative standard error: --until 0.1%.", HelpName = "percent" };
        var command = new ExampleCommand(
            "simulate",
            "Shows what is believed about a result: a histogram, mean, quantiles, probabilities.",
            "simulate video \"peak QPS\" --above 200k/s",
            "simulate video \"cost of all tiers\" --bins 10",
            "simulate video \"Event log / kept, with copies\" --until 1%") { named, result };
        var settings = new CaseOptions(command, named);
        foreach (Option option in new Option[] { bins, above, until })
            command.Options.Add(option);
        command.SetAction(parsed =>
        {
            CaseBelief belief = ProgressBar.While(terminal, "drawing", progress =>
            {
                CaseRun run = settings.Build(parsed, progress);
                return CaseBelief.Of(run, parsed.GetRequiredValue(result), parsed.GetValue(bins), parsed.GetValue(above) ?? [], Exact(run.Options, parsed.GetValue(until)));
            });
            if (settings.IsJson(parsed))
                terminal.Output.WriteLine(BeliefJson.Of(belief));
            else
                BeliefScreen.Show(belief, terminal);
            return ExitCode.Success;
        });
        return command;
    }

    private static SimulationOptions Exact(SimulationOptions options, string? until) =>
        until is null ? options : options with { UntilRelativeError = Fraction.Parse(until).Value };
}
