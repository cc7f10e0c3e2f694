using Spectre.Console;

namespace MlsdEstimator.Samples;

/// <summary>The whole design on one screen.</summary>
internal static class SummaryScreen
{
    /// <summary>Columns that the whole screen takes; below it tables leave out what reads elsewhere, or put it on lines of its own.</summary>
    private const int WholeWidth = 160;

    public static void Show(CaseRun run, Terminal terminal)
    {
        IAnsiConsole console = terminal.Screen(WholeWidth);
        console.Write(new Rule($"[bold]{Markup.Escape(run.Sheet.Title)}[/]").LeftJustified());
        console.Write(SummaryTables.Ranges(run, console.Profile.Width));
        console.MarkupLine($"[bold]Choices:[/] {Markup.Escape(string.Join("; ", run.Choices.Select(choice => $"{choice.Key} {choice.Value}")))}");
        console.MarkupLine($"[bold]Certain inputs:[/] {Markup.Escape(CertainInputs(run))}");
        bool isWhole = console.Profile.Width >= WholeWidth;
        console.Write(isWhole ? SummaryTables.Results(run) : SummaryTables.NarrowResults(run));
        console.Write(SummaryTables.Tiers(run, isWhole));
        console.MarkupLine($"[bold]Serving choice:[/] {Markup.Escape(run.Design.Choice)}");
        if (run.Sheet.OldestPrice is DateOnly oldest)
            console.MarkupLine(FormattableString.Invariant($"[bold]Oldest price:[/] {oldest:yyyy-MM-dd}"));
        foreach (Finding finding in run.Findings.Where(finding => finding.Code != FindingCodes.Consequence).OrderByDescending(finding => finding.Severity))
            console.MarkupLine($"[{Color(finding.Severity)}]{finding.Severity.ToString().ToLowerInvariant(),-7}[/] {finding.Code} {Markup.Escape(finding.Message)}");
        console.MarkupLine(FormattableString.Invariant($"[grey]Ranges are 90% of belief, {run.Options.Samples:N0} draws, seed {run.Options.Seed}. ~ = not certain. {Markup.Escape(Hint(run))} shows a derivation.[/]"));
    }

    /// <summary>A command that explains the result most wanted.</summary>
    private static string Hint(CaseRun run) => $"explain {run.Study.Name} \"{run.Design.Headlines[0]}\"";

    private static string CertainInputs(CaseRun run) =>
        string.Join("; ", run.Sheet.Inputs.Where(input => input.IsCertain).Select(input => input.Source is null ? $"{input.Name} {input}" : $"{input.Name} {input} ({SummaryTables.Provenance(input)})"));

    private static string Color(Severity severity) => severity switch { Severity.Error => "red", Severity.Warning => "yellow", _ => "grey" };
}
