using System.Globalization;

namespace MlsdEstimator.Peers;

/// <summary>Everything that was measured, as text for a screen or as Markdown for a page.</summary>
/// <param name="Standings">The workloads.</param>
/// <param name="Figures">This library alone.</param>
/// <param name="Skips">What was left out.</param>
/// <param name="Versions">Programs that took part, with their versions.</param>
internal sealed record Report(
    IReadOnlyList<Standing> Standings, IReadOnlyList<Figure> Figures, IReadOnlyList<Skip> Skips, IReadOnlyList<string> Versions)
{
    /// <summary>Tables in the order of the workloads, then figures and budgets; none that is empty.</summary>
    public IReadOnlyList<Table> Tables =>
    [
        .. Standings.GroupBy(standing => standing.Workload).Select(TableOf),
        .. Figures.Count > 0 ? [FigureTable()] : (Table[])[],
        .. BudgetTable() is { RowCount: > 0 } budgets ? [budgets] : (Table[])[],
    ];

    public string ToText() => Join(line => Wrapped.Of(line), Tables.Select(table => table.ToText()), skip => Wrapped.Of(skip));

    public string ToMarkdown() => Join(line => line, Tables.Select(table => table.ToMarkdown()), skip => $"- {skip}");

    private string Join(Func<string, string> sentence, IEnumerable<string> tables, Func<string, string> item)
    {
        string[] head = [sentence(Processor.Description + "."), sentence(string.Join("; ", Versions) + ".")];
        IEnumerable<string> left = Skips.Select(skip => item(skip.ToString()));
        return string.Join(Environment.NewLine, [.. head, "", .. tables, .. left]);
    }

    private static Table TableOf(IGrouping<string, Standing> workload) =>
        workload.Key == WorkloadName.Accuracy ? AccuracyTable(workload) : WorkloadTable(workload.Key, workload);

    private static Table WorkloadTable(string workload, IEnumerable<Standing> standings)
    {
        string unit = workload == WorkloadName.Point ? "ns an evaluation" : "ns a sample";
        var table = new Table($"{Title(workload)} ({unit}; ratio: the peer's time over ours)", ["peer", "threads", "samples", "best", "median", "ratio", "median ratio"]);
        foreach (Standing standing in standings)
        {
            table.Add(
                standing.Peer,
                standing.Threads.ToString(CultureInfo.InvariantCulture),
                Count(standing.Samples),
                Number.Of(standing.NanosecondsPerSample),
                Number.Of(standing.MedianNanosecondsPerSample),
                Number.Of(standing.Ratio),
                Number.Of(standing.MedianRatio));
        }
        return table;
    }

    private static string Title(string workload) => workload switch
    {
        WorkloadName.Capacity => "W1: nine inputs, five outputs, 20 statistics",
        WorkloadName.Scaling => "W2: W1 by number of samples",
        WorkloadName.Point => "W3: W1 at one point",
        WorkloadName.Graph => "W4: 64 inputs, 200 nodes",
        _ => workload,
    };

    /// <summary>The samples of plain Monte Carlo follow from its error at fewer, which the title must say.</summary>
    private static Table AccuracyTable(IEnumerable<Standing> standings)
    {
        var table = new Table(
            "Time to 0.1 % RMS error, one thread (NumPy: extrapolated by 1 / error^2)", ["peer", "samples", "worst RMS error", "ns a sample", "ms", "ratio", "median ratio"]);
        foreach (Standing standing in standings)
        {
            table.Add(
                standing.Peer,
                Count(standing.Samples),
                $"{Number.Of(standing.RelativeError!.Value * 100)} %",
                Number.Of(standing.NanosecondsPerSample),
                Number.Of(standing.Seconds * 1000),
                Number.Of(standing.Ratio),
                Number.Of(standing.MedianRatio));
        }
        return table;
    }

    private static string Count(int samples) => samples.ToString("N0", CultureInfo.InvariantCulture);

    private Table FigureTable()
    {
        var table = new Table("This library alone", ["what", "measured", "unit"]);
        foreach (Figure figure in Figures)
            table.Add(figure.Name, Number.Of(figure.Value), figure.Unit);
        return table;
    }

    private Table BudgetTable()
    {
        var table = new Table("Budgets", ["what", "budget", "measured", "verdict"]);
        foreach (Budget budget in BudgetSheet.Of(Standings, Figures, Processor.InstructionSet == Processor.Avx512))
            table.Add(budget.What, budget.Limit, budget.Measured, budget.Verdict);
        return table;
    }
}
