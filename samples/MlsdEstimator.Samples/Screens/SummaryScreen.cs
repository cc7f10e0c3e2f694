using Spectre.Console;

namespace MlsdEstimator.Samples;

/// <summary>The whole design on one screen.</summary>
internal static class SummaryScreen
{
    private const int NarrowestUsable = 160;

    /// <summary>Results of one estimator on the screen, its most wanted first; JSON and "explain" have all.</summary>
    private const int MostResults = 6;

    private const int LongestSource = 60;

    public static void Show(CaseRun run, Terminal terminal)
    {
        IAnsiConsole console = terminal.Screen(NarrowestUsable);
        console.Write(new Rule($"[bold]{Markup.Escape(run.Sheet.Title)}[/]").LeftJustified());
        console.Write(Ranges(run));
        console.MarkupLine($"[bold]Choices:[/] {Markup.Escape(string.Join("; ", run.Choices.Select(choice => $"{choice.Key} {choice.Value}")))}");
        console.MarkupLine($"[bold]Certain inputs:[/] {Markup.Escape(CertainInputs(run))}");
        console.Write(Results(run));
        console.Write(Tiers(run));
        console.MarkupLine($"[bold]Serving choice:[/] {Markup.Escape(run.Design.Choice)}");
        foreach (Finding finding in run.Findings.Where(finding => finding.Code != FindingCodes.Consequence).OrderByDescending(finding => finding.Severity))
            console.MarkupLine($"[{Color(finding.Severity)}]{finding.Severity.ToString().ToLowerInvariant(),-7}[/] {finding.Code} {Markup.Escape(finding.Message)}");
        console.MarkupLine($"[grey]Ranges are 90% of belief, {run.Options.Samples:N0} draws, seed {run.Options.Seed}. ~ = not certain. explain {run.Study.Name} \"peak QPS\" shows a derivation.[/]");
    }

    private static string CertainInputs(CaseRun run) =>
        string.Join("; ", run.Sheet.Inputs.Where(input => input.IsCertain).Select(input => input.Source is null ? $"{input.Name} {input}" : $"{input.Name} {input} ({Provenance(input)})"));

    private static Table Ranges(CaseRun run)
    {
        Table table = NewTable("Input", "low | best | high", "Source");
        foreach (IQuantity input in run.Sheet.Inputs.Where(input => !input.IsCertain))
            table.AddRow(Markup.Escape(input.Name ?? ""), Markup.Escape(RangeCell.Of(input, run.Simulation)), Markup.Escape(Provenance(input)));
        return table;
    }

    private static Table Results(CaseRun run)
    {
        Table table = NewTable("Step", "Result", "low | best | high", "Consequence");
        foreach ((string step, IReadOnlyList<Estimator> estimators) in run.Sheet.Steps)
        {
            foreach (Estimator estimator in estimators)
                AddResults(table, run, step, estimator);
        }
        return table;
    }

    private static void AddResults(Table table, CaseRun run, string step, Estimator estimator)
    {
        string scope = estimator.Results.Any(result => result.Aspects.Contains(Aspect.ModelOnly)) ? " (model only)" : "";
        string label = $"[grey]{step}[/] {Markup.Escape(estimator.Title)}{scope}";
        foreach (IQuantity result in estimator.Results.Take(MostResults))
        {
            table.AddRow(label, Markup.Escape(result.Name ?? ""), Markup.Escape(RangeCell.Of(result, run.Simulation)), Markup.Escape(Consequence(run, result)));
            label = "";
        }
        foreach (Estimator part in estimator.Parts)
            AddResults(table, run, step, part);
    }

    /// <summary>The serving choice has its own line below.</summary>
    private static string Consequence(CaseRun run, IQuantity result)
    {
        Finding? finding = run.Findings.FirstOrDefault(finding => finding.Code == FindingCodes.Consequence && ReferenceEquals(finding.Subject, result));
        return finding is null || finding.Message == run.Design.Serving.Reason ? "" : finding.Message;
    }

    private static Table Tiers(CaseRun run)
    {
        Table table = NewTable("Tier", "What is bought", "Needed", "Bought", "$/month");
        foreach (Tier tier in run.Sheet.Tiers)
        {
            table.AddRow(
                Markup.Escape(tier.Name),
                Markup.Escape(tier.Machine),
                tier.Purchase is null ? "by volume" : Markup.Escape(RangeCell.Of(tier.Purchase.Need, run.Simulation)),
                tier.Purchase?.Bought.ToString() ?? "",
                tier.Cost is null ? "no price" : Markup.Escape(tier.Cost.ToString()));
        }
        table.AddRow("[bold]all tiers[/]", "", "", "", $"[bold]{Markup.Escape(run.Sheet.Cost.ToString())}[/]");
        return table;
    }

    private static Table NewTable(params string[] columns)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (string column in columns)
            table.AddColumn(new TableColumn($"[bold]{column}[/]") { Padding = new Padding(0, 0, 1, 0), NoWrap = column is "low | best | high" or "Source" or "Result" });
        return table;
    }

    private static string Provenance(IQuantity input)
    {
        string text = input.AsOf is DateOnly date ? $"{input.Source} ({date:yyyy-MM-dd})" : input.Source ?? "";
        string source = input.IsDefault ? $"default: {text}" : text;
        return source.Length <= LongestSource ? source : string.Concat(source.AsSpan(0, LongestSource - 3), "...");
    }

    private static string Color(Severity severity) => severity switch { Severity.Error => "red", Severity.Warning => "yellow", _ => "grey" };
}
