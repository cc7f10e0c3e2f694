using System.Globalization;

namespace MlsdEstimator.Accuracy;

/// <summary>One row of a file, with the place to name when it is wrong.</summary>
/// <param name="File">Name of the file, without its folder.</param>
/// <param name="Line">Line on which the row starts, from 1.</param>
/// <param name="Fields">Text by column.</param>
internal sealed record CsvRow(string File, int Line, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>Identifier of the row; its line where it has none.</summary>
    public string Id => TextOrBlank("id") ?? $"{File}, line {Line}";

    /// <summary>The text of a column, which may be blank: so is one that is not there.</summary>
    public string Text(string column) => Fields.TryGetValue(column, out string? text) ? text : "";

    /// <summary>The text of a column, or null where it is blank.</summary>
    public string? TextOrBlank(string column) => Text(column) is { Length: > 0 } text ? text : null;

    /// <summary>The text of a column that must be filled.</summary>
    /// <exception cref="CsvException">There is no such column, or it is blank.</exception>
    public string NotBlank(string column) => TextOrBlank(column) ?? throw Missing(column, "");

    /// <summary>A number that must be there.</summary>
    /// <exception cref="CsvException">There is no such column, it is blank, or holds no finite number.</exception>
    public double Number(string column) => NumberOrBlank(column) ?? throw Missing(column, ", but a number is expected");

    /// <summary>A number above 0 that must be there.</summary>
    /// <exception cref="CsvException">There is no such column, it is blank, or holds no finite number above 0.</exception>
    public double Positive(string column) => PositiveOrBlank(column) ?? throw Missing(column, ", but a number is expected");

    /// <summary>A number, or null where the column is blank.</summary>
    /// <exception cref="CsvException">It holds no finite number.</exception>
    public double? NumberOrBlank(string column) => TextOrBlank(column) is string text ? Parsed(column, text) : null;

    /// <summary>A number above 0, or null where the column is blank.</summary>
    /// <exception cref="CsvException">It holds no finite number above 0.</exception>
    public double? PositiveOrBlank(string column) =>
        NumberOrBlank(column) is double number && number <= 0 ? throw Broken(column, "is not above 0") : NumberOrBlank(column);

    private CsvException Broken(string column, string problem) => new($"{File}, line {Line}, column '{column}': '{Text(column)}' {problem}.") { Reason = $"column '{column}' {problem}" };

    private CsvException Missing(string column, string expected) =>
        new($"{File}, line {Line}, column '{column}': {Lacking(column)}{expected}.") { Reason = $"column '{column}': {Lacking(column)}" };

    private string Lacking(string column) => Fields.ContainsKey(column) ? "it is blank" : "there is no such column";

    private double Parsed(string column, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : throw Broken(column, "is no number");
}
