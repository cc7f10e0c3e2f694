namespace MlsdEstimator.Accuracy;

/// <summary>Reads rows one by one: what one of them lacks is said of it, and the others are read.</summary>
internal static class RowReading
{
    /// <summary>Every row as a measurement, or as one that is refused.</summary>
    /// <param name="rows">Rows of a file.</param>
    /// <param name="read">Makes a measurement of a row.</param>
    public static IReadOnlyList<Measurement> Of(IEnumerable<CsvRow> rows, Func<CsvRow, Measurement> read) => Of(rows, row => [read(row)]);

    /// <summary>The same, where a row holds several measurements, or none.</summary>
    /// <param name="rows">Rows of a file.</param>
    /// <param name="read">Makes measurements of a row.</param>
    public static IReadOnlyList<Measurement> Of(IEnumerable<CsvRow> rows, Func<CsvRow, IEnumerable<Measurement>> read) => [.. rows.SelectMany(row => Of(row, read))];

    /// <summary>True for what a row says wrong; a fault of the program is none.</summary>
    public static bool IsFaultOfRow(Exception problem) => problem is CsvException or ArgumentException or EstimateException;

    /// <summary>What is wrong, for people.</summary>
    public static string ReasonOf(Exception problem) => (problem is CsvException broken ? broken.Reason : problem.Message.Split(" (Parameter", 2)[0]).ReplaceLineEndings(" ").TrimEnd('.');

    private static IEnumerable<Measurement> Of(CsvRow row, Func<CsvRow, IEnumerable<Measurement>> read)
    {
        try
        {
            return [.. read(row)];
        }
        catch (Exception problem) when (IsFaultOfRow(problem))
        {
            return [Unreadable(row, ReasonOf(problem))];
        }
    }

    private static UnreadableRow Unreadable(CsvRow row, string reason) => new()
    {
        Id = row.Id,
        Model = row.TextOrBlank("model") ?? "not stated",
        Device = row.TextOrBlank("device") ?? "not stated",
        Engine = row.TextOrBlank("engine") ?? "not stated",
        Value = double.NaN,
        Reason = reason,
    };
}
