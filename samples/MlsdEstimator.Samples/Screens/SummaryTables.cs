using Spectre.Console;

namespace MlsdEstimator.Samples;

/// <summary>The tables of the summary.</summary>
internal static class SummaryTables
{
    /// <summary>Results of one estimator on the screen, its most wanted first; JSON and "explain" have all.</summary>
    private const int MostResults = 6;

    private const int LongestSource = 60;

    /// <summary>A source cut shorter than this says nothing.</summary>
    private const int ShortestSource = 20;

    /// <summary>Borders and padding of a table of three columns.</summary>
    private const int Borders = 8;

    public static Table Ranges(CaseRun run, int width)
    {
        (string Name, string Range, string Source)[] rows =
            [.. run.Sheet.Inputs.Where(input => !input.IsCertain).Select(input => (input.Name ?? "", RangeCell.Of(input, run.Simulation), Provenance(input)))];
        int room = width - Borders - rows.Max(row => row.Name.Length) - rows.Max(row => row.Range.Length);
        bool hasSource = room >= ShortestSource;
        Table table = hasSource ? NewTable("Input", "low | best | high", "Source") : NewTable("Input", "low | best | high");
        foreach ((string name, string range, string source) in rows)
            table.AddRow([.. new[] { name, range, hasSource ? Cut(source, room) : "" }.Take(hasSource ? 3 : 2).Select(Markup.Escape)]);
        return table;
    }

    public static Table Results(CaseRun run)
    {
        Table table = NewTable("Step", "Result", "low | best | high", "Consequence");
        foreach ((string step, Estimator estimator) in run.Sheet.Estimators)
        {
            string label = Label(step, estimator);
            foreach (IQuantity result in estimator.Results.Take(MostResults))
            {
                table.AddRow(label, Markup.Escape(result.Name ?? ""), Markup.Escape(RangeCell.Of(result, run.Simulation)), Markup.Escape(Consequence(run, result)));
                label = "";
            }
        }
        return table;
    }

    /// <summary>Steps and consequences on lines of their own.</summary>
    public static Table NarrowResults(CaseRun run)
    {
        Table table = NewTable("Result", "low | best | high");
        table.Columns[0].NoWrap = false;
        foreach ((string step, Estimator estimator) in run.Sheet.Estimators)
        {
            table.AddRow(Label(step, estimator), "");
            foreach (IQuantity result in estimator.Results.Take(MostResults))
            {
                table.AddRow(new Padder(new Text(result.Name ?? ""), new Padding(2, 0, 0, 0)), new Text(RangeCell.Of(result, run.Simulation)));
                if (Consequence(run, result) is { Length: > 0 } consequence)
                    table.AddRow(new Padder(new Markup($"[grey]{Markup.Escape(consequence)}[/]"), new Padding(4, 0, 0, 0)), new Text(""));
            }
        }
        return table;
    }

    public static Table Tiers(CaseRun run, bool isWhole)
    {
        Table table = isWhole ? NewTable("Tier", "What is bought", "Needed", "Bought", "$/month") : NewTable("Tier", "Needed", "Bought", "$/month");
        foreach (Tier tier in run.Sheet.Tiers)
            table.AddRow([.. TierCells(run, tier).Where((_, cell) => isWhole || cell != 1).Select(Markup.Escape)]);
        string[] total = ["[bold]all tiers[/]", "", "", "", $"[bold]{Markup.Escape(run.Sheet.Cost.ToString())}[/]"];
        table.AddRow([.. total.Where((_, cell) => isWhole || cell != 1)]);
        return table;
    }

    public static string Provenance(IQuantity input)
    {
        string text = input.AsOf is DateOnly date ? $"{input.Source} ({date:yyyy-MM-dd})" : input.Source ?? "";
        return Cut(input.IsDefault ? $"default: {text}" : text, LongestSource);
    }

    private static string[] TierCells(CaseRun run, Tier tier) =>
    [
        tier.Name,
        tier.Machine,
        tier.Purchase is null ? "by volume" : RangeCell.Of(tier.Purchase.Need, run.Simulation),
        tier.Purchase?.Bought.ToString() ?? "",
        tier.Cost is null ? "no price" : tier.Cost.ToString(),
    ];

    private static string Label(string step, Estimator estimator)
    {
        string scope = estimator.Results.Any(result => result.Aspects.Contains(Aspect.ModelOnly)) ? " (model only)" : "";
        return $"[grey]{step}[/] {Markup.Escape(estimator.Title)}{scope}";
    }

    /// <summary>The serving choice has its own line below.</summary>
    private static string Consequence(CaseRun run, IQuantity result)
    {
        Finding? finding = run.Findings.FirstOrDefault(finding => finding.Code == FindingCodes.Consequence && ReferenceEquals(finding.Subject, result));
        return finding is null || finding.Message == run.Design.Reason ? "" : finding.Message;
    }

    private static Table NewTable(params string[] columns)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (string column in columns)
            table.AddColumn(new TableColumn($"[bold]{column}[/]") { Padding = new Padding(0, 0, 1, 0), NoWrap = column is "low | best | high" or "Source" or "Result" or "Needed" });
        return table;
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : string.Concat(text.AsSpan(0, length - 3), "...");
}
