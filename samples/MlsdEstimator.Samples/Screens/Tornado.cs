using Spectre.Console;

namespace MlsdEstimator.Samples;

/// <summary>The swing of a result with each input from its own low to its own high end, on one linear scale.</summary>
internal static class Tornado
{
    public const char Low = '░';
    public const char High = '█';
    public const char Best = '│';

    /// <summary>Heading of the column that is left out first where the screen is narrow.</summary>
    private const string Total = "total";

    private const int ShortestBar = 12;
    private const int LongestBar = 60;

    /// <summary>The border beside a column.</summary>
    private const int Gap = 1;

    public static Table Of(IQuantity result, IReadOnlyList<ISensitivity> drivers, int width)
    {
        Column[] columns = [.. Columns(drivers)];
        if (Room(columns, width) < ShortestBar)
            columns = [.. columns.Where(column => column.Heading != Total)];
        int room = Room(columns, width);
        int bar = Math.Clamp(room, ShortestBar, LongestBar);
        columns[0] = columns[0].Narrower(by: bar - Math.Max(Math.Min(room, LongestBar), bar - columns[0].Width / 2));
        var scale = new BarScale(drivers.SelectMany(driver => new[] { driver.AtLow, driver.AtHigh }).Append(result), bar);
        var table = new Table { Border = TableBorder.Simple };
        foreach (Column column in columns.Append(new Column("", bar, Justify.Left, _ => "")))
            table.AddColumn(new TableColumn($"[bold]{column.Heading}[/]") { Padding = new Padding(0), NoWrap = true, Width = column.Width, Alignment = column.Alignment });
        foreach (ISensitivity driver in drivers)
            table.AddRow([.. columns.Select(column => Markup.Escape(column.Cell(driver))), Bar(scale, result, driver)]);
        return table;
    }

    private static int Room(Column[] columns, int width) => width - Gap - columns.Sum(column => column.Width + Gap) - Gap;

    public static string Elasticity(ISensitivity driver) => FormattableString.Invariant($"{driver.Elasticity:0.##}") is var text && text == "-0" ? "0" : text;

    private static IEnumerable<Column> Columns(IReadOnlyList<ISensitivity> drivers)
    {
        yield return Fitted("Input", Justify.Left, drivers, driver => driver.Label);
        yield return Fitted("at low", Justify.Right, drivers, driver => $"{driver.AtLow}");
        yield return Fitted("at high", Justify.Right, drivers, driver => $"{driver.AtHigh}");
        yield return Fitted("elast.", Justify.Right, drivers, Elasticity);
        if (drivers.Any(driver => driver.VarianceShare is not null))
            yield return Fitted("share", Justify.Right, drivers, driver => Share(driver.VarianceShare));
        if (drivers.Any(driver => driver.TotalVarianceShare is not null))
            yield return Fitted(Total, Justify.Right, drivers, driver => Share(driver.TotalVarianceShare));
    }

    private static string Share(double? share) => share is double known ? Page.Percent(known) : "";

    private static Column Fitted(string heading, Justify alignment, IReadOnlyList<ISensitivity> drivers, Func<ISensitivity, string> cell) =>
        new(heading, Math.Max(heading.Length, drivers.Max(driver => cell(driver).Length)), alignment, cell);

    private static string Bar(BarScale scale, IQuantity result, ISensitivity driver)
    {
        char[] cells = new string(' ', scale.Width).ToCharArray();
        int best = scale.Position(result);
        Fill(cells, best, scale.Position(driver.AtLow), Low);
        Fill(cells, best, scale.Position(driver.AtHigh), High);
        cells[best] = Best;
        return new string(cells).TrimEnd().Replace(new string(Low, 1), $"[blue]{Low}[/]", StringComparison.Ordinal).Replace(new string(High, 1), $"[red]{High}[/]", StringComparison.Ordinal);
    }

    private static void Fill(char[] cells, int from, int to, char with)
    {
        for (int cell = Math.Min(from, to); cell <= Math.Max(from, to); cell++)
            cells[cell] = with;
    }

    private sealed record Column(string Heading, int Width, Justify Alignment, Func<ISensitivity, string> Cell)
    {
        /// <summary>Cut by some characters, so that the bar keeps its least length.</summary>
        public Column Narrower(int by) => by <= 0 ? this : this with { Width = Width - by, Cell = driver => Cut(Cell(driver), Width - by) };

        private static string Cut(string text, int width) => text.Length <= width ? text : $"{text[..(width - 1)]}…";
    }
}
