using MlsdEstimator.Accuracy;

namespace MlsdEstimator.Tests;

/// <summary>A published estimate: inputs, the formula its author used, the answer printed, and the answer its inputs give.</summary>
internal sealed record WorkedExample
{
    public const string Bundled = "worked_examples.csv";

    /// <summary>Names another file of the same shape, whose rows are tested as well.</summary>
    public const string ExtraFileVariable = "MLSD_WORKED_EXAMPLES";

    private static readonly string[] Verdicts = ["ok", "wrong", "unit-label", "hidden-input"];

    public required string Id { get; init; }

    public required string Formula { get; init; }

    public required ExampleInputs Inputs { get; init; }

    public required string Unit { get; init; }

    public required double Published { get; init; }

    public required double Recomputed { get; init; }

    public required double PublishedOverRecomputed { get; init; }

    public required string Verdict { get; init; }

    public static IReadOnlyList<WorkedExample> FromBundledFile() => From(CsvTable.Read(Path.Combine(AppContext.BaseDirectory, "Data", Bundled)));

    public static IReadOnlyList<WorkedExample> FromExtraFile() =>
        Environment.GetEnvironmentVariable(ExtraFileVariable) is { Length: > 0 } path ? From(CsvTable.Read(path)) : [];

    public static IReadOnlyList<WorkedExample> From(IReadOnlyList<CsvRow> rows)
    {
        var seen = new HashSet<string>();
        foreach (CsvRow row in rows)
        {
            if (!seen.Add(row.NotBlank("id")))
                throw row.Broken($"the id '{row.Text("id")}' appears twice");
        }
        return [.. rows.Select(From)];
    }

    private static WorkedExample From(CsvRow row) => new()
    {
        Id = row.NotBlank("id"),
        Formula = string.Concat(row.NotBlank("formula").Where(letter => !char.IsWhiteSpace(letter))),
        Inputs = ExampleInputs.From(row),
        Unit = row.NotBlank("unit"),
        Published = row.Number("published_value"),
        Recomputed = row.Number("recomputed_value"),
        PublishedOverRecomputed = row.Number("published_over_recomputed"),
        Verdict = Array.Find(Verdicts, known => known == row.Text("verdict")) ?? throw row.Broken($"the verdict '{row.Text("verdict")}' is none of {string.Join(", ", Verdicts)}"),
    };
}
