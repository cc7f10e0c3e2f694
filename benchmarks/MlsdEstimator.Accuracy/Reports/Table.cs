using System.Text;

namespace MlsdEstimator.Accuracy;

/// <summary>Rows under headings. The first column is text, the others are numbers and stand to the right.</summary>
internal sealed class Table(IReadOnlyList<string> headings)
{
    private readonly List<IReadOnlyList<string>> rows = [];

    /// <exception cref="ArgumentException">Not one cell for each heading.</exception>
    public void Add(params IReadOnlyList<string> cells)
    {
        if (cells.Count != headings.Count)
            throw new ArgumentException($"A row needs {headings.Count} cells, not {cells.Count}.", nameof(cells));
        rows.Add(cells);
    }

    public string ToText()
    {
        int[] widths = [.. headings.Select((heading, column) => rows.Select(row => row[column].Length).Append(heading.Length).Max())];
        var text = new StringBuilder();
        foreach (IReadOnlyList<string> row in rows.Prepend(headings))
            text.AppendLine(string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]))).TrimEnd());
        return text.ToString();
    }

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.AppendLine($"| {string.Join(" | ", headings)} |");
        text.AppendLine($"|---|{string.Concat(headings.Skip(1).Select(_ => "---:|"))}");
        foreach (IReadOnlyList<string> row in rows)
            text.AppendLine($"| {string.Join(" | ", row.Select(cell => cell.TrimStart()))} |");
        return text.ToString();
    }
}
