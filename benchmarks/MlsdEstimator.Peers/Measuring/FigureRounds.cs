namespace MlsdEstimator.Peers;

/// <summary>Figures about this library alone, each group in a fresh process in each round; the best round counts.</summary>
internal sealed class FigureRounds(int rounds, Action<string> progress)
{
    private static readonly string[] Groups = [FigureName.Calls, FigureName.Worksheet, FigureName.NodeCost];

    public IReadOnlyList<Figure> Run()
    {
        List<Figure> found = [];
        for (int round = 1; round <= rounds; round++)
        {
            foreach (string group in Groups)
            {
                progress($"round {round} of {rounds}: {group}");
                found.AddRange(Measure(group));
            }
            progress($"round {round} of {rounds}: {FigureName.SampleStart}");
            found.Add(SampleStart());
        }
        return Best(found);
    }

    /// <summary>The smallest value of each figure, in the order of the first round.</summary>
    public static IReadOnlyList<Figure> Best(IEnumerable<Figure> figures) => [.. figures.GroupBy(figure => figure.Name).Select(same => same.MinBy(figure => figure.Value)!)];

    private static IReadOnlyList<Figure> Measure(string group)
    {
        (string program, IReadOnlyList<string> arguments) = OwnPeer.Again([MeasureCommand.FiguresName, group]);
        return Figure.Parse(ChildProcess.Run(program, arguments));
    }

    private static Figure SampleStart()
    {
        string sample = Path.Combine(AppContext.BaseDirectory, "MlsdEstimator.Samples.dll");
        return new Figure(FigureName.SampleStart, ChildProcess.UntilFirstOutput("dotnet", [sample]).TotalMilliseconds, "ms");
    }
}
