using System.CommandLine;

namespace MlsdEstimator.Samples;

/// <summary>"goal": the value of an input that makes a result hit a target.</summary>
internal sealed class GoalCommand
{
    private readonly Argument<string> named = Arguments.Case();
    private readonly Argument<string> input = Arguments.Input("What to solve for");
    private readonly Argument<string> target = new("result=target") { Description = "What to hit, with its unit: \"peak QPS=200k/s\"." };

    private readonly Option<double?> confidence = new("--confidence")
    {
        Description = "Point of belief that hits the target, 0.9 for \"90% sure to be below\"; without it all other inputs are at their best guess.",
        HelpName = "0..1",
    };

    private GoalCommand()
    {
    }

    public static Command For(Terminal terminal) => new GoalCommand().Build(terminal);

    private ExampleCommand Build(Terminal terminal)
    {
        var command = new ExampleCommand(
            "goal",
            "Finds the value of an input that makes a result hit a target. Exit code 3 when there is none.",
            "goal video \"daily active users\" \"peak QPS=200k/s\"",
            "goal video \"daily active users\" \"peak QPS=200k/s\" --confidence 0.9",
            "goal video \"FLOPs per candidate\" \"ranker GPUs, fp16=16\"") { named, input, target, confidence };
        var settings = new CaseOptions(command, named);
        command.SetAction(parsed => Run(parsed, settings, terminal));
        return command;
    }

    private int Run(ParseResult parsed, CaseOptions settings, Terminal terminal)
    {
        CaseGoal answer = ProgressBar.While(terminal, "solving", _ =>
            CaseGoal.Of(settings.Build(parsed), parsed.GetRequiredValue(input), parsed.GetRequiredValue(target), parsed.GetValue(confidence)));
        if (settings.IsJson(parsed))
            terminal.Output.WriteLine(GoalJson.Of(answer));
        else
            GoalScreen.Show(answer, terminal);
        return answer.IsReached ? ExitCode.Success : ExitCode.NotMet;
    }
}
