using System.Globalization;

namespace MlsdEstimator.Tests;

/// <summary>One row of a file, with the place to name when it is wrong.</summary>
internal sealed record CsvRow(string File, int Line, IReadOnlyDictionary<string, string> Fields)
{
    public string Text(string column) =>
        Fields.TryGetValue(column, out string? text) ? text : throw Broken($"there is no column '{column}'");

    public string NotBlank(string column) => Text(column) is { Length: > 0 } text ? text : throw Broken($"the column '{column}' is blank");

    public double Number(string column) => Number(column, Text(column));

    public double? NumberOrBlank(string column) => Text(column) is { Length: > 0 } text ? Number(column, text) : null;

    public double Number(string what, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : throw Broken($"'{text}' is no number for '{what}'");

    public FormatException Broken(string problem) => new($"{File}, line {Line}: {problem}.");
}
