using System.Text;

namespace MlsdEstimator.Accuracy;

/// <summary>Goes through a comma separated text record by record. Columns in its messages count fields from 1.</summary>
internal sealed class CsvScanner(string file, string text)
{
    private int at;
    private int line = 1;

    /// <summary>The next record that is not an empty line, with the line it starts on; null at the end.</summary>
    /// <exception cref="CsvException">The text is broken.</exception>
    public (int Line, IReadOnlyList<string> Fields)? Next()
    {
        while (at < text.Length)
        {
            int first = line;
            List<string> fields = Record();
            if (fields is not [""])
                return (first, fields);
        }
        return null;
    }

    private List<string> Record()
    {
        var fields = new List<string>();
        do
            fields.Add(Field(fields.Count + 1));
        while (Skip(','));
        EndLine(fields.Count);
        return fields;
    }

    private string Field(int column) => at < text.Length && text[at] == '"' ? Quoted(column) : Plain(column);

    private string Plain(int column)
    {
        int start = at;
        while (at < text.Length && text[at] is not (',' or '\r' or '\n'))
        {
            if (text[at++] == '"')
                throw Broken(line, column, "a quote stands inside a field that does not start with one");
        }
        return text[start..at];
    }

    private string Quoted(int column)
    {
        int opened = line;
        var field = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (Skip('"') && !(at < text.Length && text[at] == '"'))
                return field.ToString();
            line += text[at] == '\n' ? 1 : 0;
            field.Append(text[at]);
        }
        throw Broken(opened, column, "a quote is opened and never closed");
    }

    private void EndLine(int column)
    {
        Skip('\r');
        if (at < text.Length && text[at] != '\n')
            throw Broken(line, column, $"a comma or the end of the line is expected after a field, but '{text[at]}' found");
        at++;
        line++;
    }

    private bool Skip(char expected)
    {
        bool isThere = at < text.Length && text[at] == expected;
        at += isThere ? 1 : 0;
        return isThere;
    }

    private CsvException Broken(int where, int column, string problem) => new($"{file}, line {where}, column {column}: {problem}.");
}
