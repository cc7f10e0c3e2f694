using Spectre.Console;

namespace MlsdEstimator.Samples;

/// <summary>A table of short cells: columns as wide as their cells, headings wrapped, and as many tables as the width of the screen asks for.</summary>
/// <param name="headings">Headings; the first column is repeated in every table.</param>
/// <param name="rows">Cells of each row.</param>
internal sealed class Grid(IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<string>> rows)
{
    /// <summary>Space that the border and padding put beside a column.</summary>
    private const int Gap = 2;

    private const int MostHeadingLines = 2;

    /// <summary>Headings that stay on one line.</summary>
    private const int ShortHeading = 10;

    /// <summary>Column that is left-aligned: names; -1 for none.</summary>
    public int NameColumn { get; init; } = -1;

    public void Show(IAnsiConsole console)
    {
        int start = 1;
        while (start < headings.Count)
        {
            int end = Fitting(start, console.Profile.Width - Gap - WidthOf(0));
            console.Write(Part([0, .. Enumerable.Range(start, end - start)]));
            start = end;
        }
    }

    /// <summary>The first column that no longer fits, at least one after the start.</summary>
    private int Fitting(int start, int width)
    {
        int end = start + 1;
        int left = width - Gap - WidthOf(start);
        while (end < headings.Count && (left -= Gap + WidthOf(end)) >= 0)
            end++;
        return end;
    }

    private Table Part(int[] columns)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (int column in columns)
            table.AddColumn(Column(column));
        foreach (IReadOnlyList<string> row in rows)
            table.AddRow([.. columns.Select(column => Markup.Escape(row[column]))]);
        return table;
    }

    private TableColumn Column(int column) => new($"[bold]{Markup.Escape(headings[column])}[/]")
    {
        Alignment = column == NameColumn ? Justify.Left : Justify.Right,
        Padding = new Padding(0, 0, 1, 0),
        Width = WidthOf(column),
    };

    /// <summary>As wide as the widest cell, or as a heading of at most two lines asks for.</summary>
    private int WidthOf(int column)
    {
        string[] words = headings[column].Length <= ShortHeading ? [headings[column]] : headings[column].Split(' ');
        int width = Math.Max(rows.Max(row => row[column].Length), words.Max(word => word.Length));
        while (Lines(words, width) > MostHeadingLines)
            width++;
        return width;
    }

    private static int Lines(string[] words, int width)
    {
        (int lines, int used) = (1, 0);
        foreach (string word in words)
        {
            bool fits = used == 0 || used + 1 + word.Length <= width;
            (lines, used) = fits ? (lines, used + word.Length + (used == 0 ? 0 : 1)) : (lines + 1, word.Length);
        }
        return lines;
    }
}
