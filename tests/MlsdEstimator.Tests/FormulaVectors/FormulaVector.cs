using System.Globalization;
using System.Text.Json;
using MlsdEstimator.Accuracy;

namespace MlsdEstimator.Tests;

/// <summary>One row: a formula, its inputs, what an independent tool gives, and how closely to agree.</summary>
internal sealed record FormulaVector
{
    public const string Bundled = "formula_vectors.csv";

    /// <summary>Names another file of the same shape, whose rows are tested as well.</summary>
    public const string ExtraFileVariable = "MLSD_FORMULA_VECTORS";

    /// <summary>Topics that this harness answers; rows of others belong to other parts of the library.</summary>
    public static readonly string[] Topics = ["queueing", "capacity", "tail", "feature_store", "latency_numbers", "cost", "storage", "pipeline"];

    public required string Id { get; init; }

    public required string Topic { get; init; }

    public required string Formula { get; init; }

    public required VectorInputs Inputs { get; init; }

    public required double Expected { get; init; }

    /// <summary>Largest relative error; 0 for exact; null for a measurement, which is scored.</summary>
    public required double? Tolerance { get; init; }

    public static IReadOnlyList<FormulaVector> FromBundledFile() => From(CsvTable.Read(Path.Combine(AppContext.BaseDirectory, "Data", Bundled)));

    public static IReadOnlyList<FormulaVector> FromExtraFile() =>
        Environment.GetEnvironmentVariable(ExtraFileVariable) is { Length: > 0 } path ? From(CsvTable.Read(path)) : [];

    public static IReadOnlyList<FormulaVector> From(IReadOnlyList<CsvRow> rows)
    {
        var seen = new HashSet<string>();
        foreach (CsvRow row in rows)
        {
            if (!seen.Add(row.NotBlank("id")))
                throw row.Broken($"the id '{row.Text("id")}' appears twice");
        }
        return [.. rows.Where(row => Topics.Contains(row.NotBlank("topic"))).Select(From)];
    }

    /// <summary>What is wrong with an answer; null when it agrees or is only scored.</summary>
    public string? Problem(double answer)
    {
        if (Tolerance is not double tolerance)
            return null;
        bool agrees = double.IsFinite(answer) && Math.Abs(answer - Expected) <= tolerance * Math.Abs(Expected);
        return agrees ? null : string.Create(CultureInfo.InvariantCulture, $"{Id}: ours is {answer:R}, expected {Expected:R} ({(tolerance == 0 ? "exactly" : $"within {tolerance:G2}")})");
    }

    private static FormulaVector From(CsvRow row) => new()
    {
        Id = row.NotBlank("id"),
        Topic = row.Text("topic"),
        Formula = row.NotBlank("formula"),
        Inputs = new VectorInputs(row, JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(row.NotBlank("inputs")) ?? throw row.Broken("there are no inputs")),
        Expected = row.Number("expected"),
        Tolerance = ToleranceOf(row),
    };

    private static double? ToleranceOf(CsvRow row) => row.NotBlank("tolerance") switch
    {
        "exact" => 0,
        "datum" => null,
        string text when text.StartsWith("rel:", StringComparison.Ordinal) => row.Number("tolerance", text[4..]),
        string text => throw row.Broken($"the tolerance '{text}' is none of exact, datum, rel:x"),
    };
}
