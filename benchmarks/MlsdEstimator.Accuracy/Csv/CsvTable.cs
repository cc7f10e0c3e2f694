namespace MlsdEstimator.Accuracy;

/// <summary>Rows of a comma separated file with a header: quoted fields, doubled quotes, line breaks inside quotes.</summary>
internal static class CsvTable
{
    /// <exception cref="CsvException">The text is broken; the message names file, line and column.</exception>
    public static IReadOnlyList<CsvRow> Read(string path) => Parse(Path.GetFileName(path), File.ReadAllText(path));

    /// <exception cref="CsvException">The text is broken; the message names file, line and column.</exception>
    public static IReadOnlyList<CsvRow> Parse(string file, string text)
    {
        var scanner = new CsvScanner(file, text);
        IReadOnlyList<string> header = scanner.Next()?.Fields.Select(name => name.Trim()).ToArray() ?? throw new CsvException($"{file}, line 1, column 1: the file is empty; a header row is expected.");
        if (header.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { Key: string twice })
            throw new CsvException($"{file}, line 1, column '{twice}': it appears twice.");
        var rows = new List<CsvRow>();
        while (scanner.Next() is { } record)
            rows.Add(Row(file, header, record.Line, record.Fields));
        return rows;
    }

    private static CsvRow Row(string file, IReadOnlyList<string> header, int line, IReadOnlyList<string> fields) =>
        fields.Count == header.Count
            ? new CsvRow(file, line, header.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second.Trim()))
            : throw new CsvException($"{file}, line {line}, column {Math.Min(fields.Count, header.Count) + 1}: {header.Count} fields are expected, but {fields.Count} found.");
}
