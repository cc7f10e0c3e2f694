using System.CommandLine;

namespace MlsdEstimator.Samples;

/// <summary>"sensitivity": which inputs drive a result.</summary>
internal static class SensitivityCommand
{
    public static Command For(Terminal terminal)
    {
        Argument<string> named = Arguments.Case(), result = Arguments.Result("What is driven");
        var command = new ExampleCommand(
            "sensitivity",
            "Shows which inputs drive a result: a tornado, elasticities, shares of the variance.",
            "sensitivity video \"peak QPS\"",
            "sensitivity video \"Event log / kept, with copies\" --set \"retention=30 d\"",
            "sensitivity video \"cost of all tiers\" --json") { named, result };
        var settings = new CaseOptions(command, named);
        command.SetAction(parsed =>
        {
            CaseSensitivity reading = ProgressBar.While(terminal, "drawing", progress => new CaseSensitivity(settings.Build(parsed, progress), parsed.GetRequiredValue(result)));
            if (settings.IsJson(parsed))
                terminal.Output.WriteLine(SensitivityJson.Of(reading));
            else
                SensitivityScreen.Show(reading, terminal);
            return ExitCode.Success;
        });
        return command;
    }
}
