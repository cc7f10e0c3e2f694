using System.Text;

namespace MlsdEstimator.Tests;

/// <summary>Rows of a comma separated file with a header: quoted fields, doubled quotes, line breaks inside quotes.</summary>
internal static class CsvTable
{
    public static IReadOnlyList<CsvRow> Read(string path) => Parse(path, File.ReadAllText(path));

    public static IReadOnlyList<CsvRow> Parse(string file, string text)
    {
        List<(int Line, List<string> Fields)> records = Records(file, text);
        if (records.Count == 0)
            throw new FormatException($"{file}, line 1: the file is empty; a header row is expected.");
        List<string> header = records[0].Fields;
        if (header.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { Key: string twice })
            throw new FormatException($"{file}, line 1: the column '{twice}' appears twice.");
        return [.. records.Skip(1).Select(record => Row(file, header, record.Line, record.Fields))];
    }

    private static CsvRow Row(string file, List<string> header, int line, List<string> fields) =>
        fields.Count == header.Count
            ? new CsvRow(file, line, header.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second))
            : throw new FormatException($"{file}, line {line}: {header.Count} fields are expected, but {fields.Count} found.");

    private static List<(int Line, List<string> Fields)> Records(string file, string text)
    {
        var records = new List<(int, List<string>)>();
        int line = 1, at = 0;
        while (at < text.Length)
        {
            int first = line;
            List<string> fields = Record(file, text, ref at, ref line);
            if (fields is not [""])
                records.Add((first, fields));
        }
        return records;
    }

    private static List<string> Record(string file, string text, ref int at, ref int line)
    {
        var fields = new List<string>();
        while (true)
        {
            fields.Add(at < text.Length && text[at] == '"' ? Quoted(file, text, ref at, ref line) : Plain(file, text, ref at, line));
            if (at < text.Length && text[at] == ',')
            {
                at++;
                continue;
            }
            EndLine(file, text, ref at, ref line);
            return fields;
        }
    }

    private static string Plain(string file, string text, ref int at, int line)
    {
        int start = at;
        while (at < text.Length && text[at] is not (',' or '\r' or '\n'))
        {
            if (text[at++] == '"')
                throw new FormatException($"{file}, line {line}: a quote stands inside a field that does not start with one.");
        }
        return text[start..at];
    }

    private static string Quoted(string file, string text, ref int at, ref int line)
    {
        int opened = line;
        var field = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"' && (at + 1 == text.Length || text[at + 1] != '"'))
            {
                at++;
                return field.ToString();
            }
            if (text[at] == '"')
                at++;
            line += text[at] == '\n' ? 1 : 0;
            field.Append(text[at]);
        }
        throw new FormatException($"{file}, line {opened}: a quote is opened and never closed.");
    }

    private static void EndLine(string file, string text, ref int at, ref int line)
    {
        if (at < text.Length && text[at] == '\r')
            at++;
        if (at < text.Length && text[at] != '\n')
            throw new FormatException($"{file}, line {line}: a comma or the end of the line is expected after a field, but '{text[at]}' found.");
        at++;
        line++;
    }
}
