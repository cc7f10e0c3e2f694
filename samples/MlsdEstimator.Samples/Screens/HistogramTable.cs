using Spectre.Console;

namespace MlsdEstimator.Samples;

/// <summary>A histogram drawn as text: one row for each bin.</summary>
internal static class HistogramTable
{
    /// <summary>Stands behind the bar of the bin that holds the best guess.</summary>
    public const char Mark = '<';

    private const char Bar = '█';
    private const int ShortestBar = 12;
    private const int LongestBar = 60;

    /// <summary>The border beside a column, and the mark behind a bar.</summary>
    private const int Gap = 1;
    private const int RoomForMark = 2;

    private static readonly string[] Headings = ["from", "to", "share", "at most"];

    public static Table Of(IReadOnlyList<IHistogramBin> bins, IQuantity result, int width)
    {
        string[][] rows = [.. bins.Select(Cells)];
        int[] widths = [.. Headings.Select((heading, column) => rows.Max(row => Math.Max(heading.Length, row[column].Length)))];
        int longest = Math.Clamp(width - 2 * Gap - widths.Sum(column => column + Gap) - RoomForMark, ShortestBar, LongestBar);
        var table = new Table { Border = TableBorder.Simple };
        foreach ((string heading, int cells) in Headings.Zip(widths).Append(("", longest + RoomForMark)))
            table.AddColumn(new TableColumn($"[bold]{heading}[/]") { Padding = new Padding(0), NoWrap = true, Width = cells, Alignment = heading.Length == 0 ? Justify.Left : Justify.Right });
        double most = bins.Max(bin => bin.Share.Value.Value);
        for (int i = 0; i < bins.Count; i++)
            table.AddRow([.. rows[i], $"[blue]{new string(Bar, Length(bins[i].Share.Value.Value / most, longest))}[/]{(Holds(bins[i], result, isFirst: i == 0) ? $" {Mark}" : "")}"]);
        return table;
    }

    private static string[] Cells(IHistogramBin bin) =>
        [Markup.Escape($"{bin.From}"), Markup.Escape($"{bin.To}"), Page.Percent(bin.Share.Value.Value), Page.Percent(bin.Cumulative.Value.Value)];

    /// <summary>A bin with any draw shows at least one cell.</summary>
    private static int Length(double part, int longest) => part == 0 ? 0 : Math.Max(1, (int)Math.Round(part * longest));

    /// <summary>An end belongs to the bin below, but to the first bin where there is none.</summary>
    private static bool Holds(IHistogramBin bin, IQuantity result, bool isFirst) =>
        result.IsFeasible && result.BaseValue <= bin.To.BaseValue && (bin.From.BaseValue < result.BaseValue || (isFirst && bin.From.BaseValue == result.BaseValue));
}
