using System.CommandLine;

namespace MlsdEstimator.Peers;

/// <summary>What this program does when it starts itself: one measurement, one line.</summary>
internal static class MeasureCommand
{
    public const string Name = "measure";
    public const string FiguresName = "measure-figures";

    public static Command Create(TextWriter output)
    {
        var peer = new Argument<string>("peer");
        var workload = new Argument<string>("workload");
        var samples = new Argument<int>("samples");
        var threads = new Argument<int>("threads");
        var seconds = new Argument<double>("seconds");
        var command = new Command(Name, "Measures once and prints a line of JSON.") { peer, workload, samples, threads, seconds };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            var contest = new Contest(parsed.GetRequiredValue(workload), parsed.GetRequiredValue(samples), parsed.GetRequiredValue(threads));
            output.WriteLine(Measure(parsed.GetRequiredValue(peer), contest, parsed.GetRequiredValue(seconds)).ToJson());
        });
        return command;
    }

    public static Command CreateFigures(TextWriter output)
    {
        var group = new Argument<string>("group");
        var command = new Command(FiguresName, "Measures this library alone and prints lines of JSON.") { group };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            foreach (Figure figure in Figures(parsed.GetRequiredValue(group)))
                output.WriteLine(figure.ToJson());
        });
        return command;
    }

    private static Measurement Measure(string peer, Contest contest, double seconds) => peer switch
    {
        OwnPeer.SelfName => OwnRuns.Measure(contest, seconds),
        OwnPeer.MathNetName => MathNetRuns.Measure(contest, seconds),
        OwnPeer.DoublesName => DoublesRuns.Measure(contest, seconds),
        _ => throw new ArgumentException($"'{peer}' is not a program of this process; known: {OwnPeer.SelfName}, {OwnPeer.MathNetName}, {OwnPeer.DoublesName}.", nameof(peer)),
    };

    private static IReadOnlyList<Figure> Figures(string group) => group switch
    {
        FigureName.Calls => FirstCalls.Measure(),
        FigureName.Worksheet => WorksheetFigures.Measure(),
        FigureName.NodeCost => NodeCosts.Measure(),
        _ => throw new ArgumentException($"'{group}' is not a group of figures; known: {FigureName.Calls}, {FigureName.Worksheet}, {FigureName.NodeCost}.", nameof(group)),
    };
}
