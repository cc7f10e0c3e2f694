using Spectre.Console;

namespace MlsdEstimator.Samples;

/// <summary>Alternatives side by side, the best first.</summary>
internal static class ComparisonScreen
{
    public static void Show(CaseComparison reading, Terminal terminal)
    {
        IAnsiConsole console = terminal.Screen();
        foreach (ComparisonTable table in reading.Tables)
            Show(reading.Run, table, console);
        if (reading.Conclusion is string conclusion)
            console.Sentence($"Choice: {conclusion}");
        console.Remark(FormattableString.Invariant($"Ranges are 90% of belief, {reading.Run.Options.Samples:N0} draws that all alternatives share; \"best in\" is the part of them an alternative wins."));
    }

    private static void Show(CaseRun run, ComparisonTable table, IAnsiConsole console)
    {
        IComparison comparison = table.Comparison;
        console.Title(run, $"{table.Subject}, {(comparison.MoreIsBetter ? "more" : "less")} is better");
        Alternatives(comparison).Show(console);
        console.Sentence(Difference(comparison, run.Options));
        if (table is { Input: SweptInput input, Along: ICrossings along })
            Show(input, along, table.RestsOnPurchases, console);
    }

    private static void Show(SweptInput input, ICrossings along, bool restsOnPurchases, IAnsiConsole console)
    {
        console.MarkupLine($"[bold]{Markup.Escape(along.Explanation)}[/]");
        new Grid([input.Name, .. along.Alternatives], [.. along.Rows.Select(row => Row(row, along.Alternatives))]).Show(console);
        console.Remark($"Part of the draws an alternative wins with {input.Name} at that value; * is the best at best guesses.{(restsOnPurchases ? " What is bought stays as decided for the case." : "")}");
    }

    private static IReadOnlyList<string> Row(ICrossingRow row, IReadOnlyList<string> names) =>
        [$"{row.At}", .. row.ProbabilityBest.Select((share, i) => $"{(names[i] == row.Best ? "* " : "")}{Page.Percent(share.Value)}")];

    private static Grid Alternatives(IComparison comparison) =>
        new(["Alternative", "low", "best guess", "high", "best in"], [.. comparison.Ranking.Select(Row)]) { NameColumn = 0 };

    private static IReadOnlyList<string> Row(IAlternative alternative) =>
    [
        alternative.Name, Low(alternative), Page.Best(alternative.Subject), High(alternative), Page.Percent(alternative.ProbabilityBest.Value),
    ];

    /// <summary>A certain alternative has no range.</summary>
    private static string Low(IAlternative alternative) => alternative.Subject.IsCertain ? "" : $"{alternative.Belief.Low}";

    private static string High(IAlternative alternative) => alternative.Subject.IsCertain ? "" : $"{alternative.Belief.High}";

    private static string Difference(IComparison comparison, SimulationOptions options)
    {
        (IAlternative best, IAlternative next) = (comparison.Ranking[0], comparison.Ranking[1]);
        string none = comparison.NoneFeasible.Value > 0.5 / options.Samples ? $" None works in {Page.Percent(comparison.NoneFeasible.Value)} of the draws." : "";
        if (!best.IsFeasible)
            return $"None works at best guesses.{none}";
        if (!next.IsFeasible)
            return $"Only '{best.Name}' works at best guesses.{none}";
        IEstimate belief = comparison.DifferenceBelief;
        if (IsZero(comparison.Difference) && IsZero(belief.Low) && IsZero(belief.High))
            return $"'{best.Name}' and '{next.Name}' are equal.{none}";
        return $"'{best.Name}' is best by {Page.Best(comparison.Difference)}, {belief.Low} to {belief.High} (90%), before '{next.Name}'.{none}";
    }

    private static bool IsZero(IQuantity quantity) => quantity is { IsFeasible: true, BaseValue: 0 };
}
