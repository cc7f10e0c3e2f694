using System.Globalization;
using System.Text;

namespace MlsdEstimator.Accuracy;

/// <summary>Scores as tables: for a screen, or as Markdown for a page.</summary>
/// <param name="scores">The families.</param>
internal sealed class TextReport(IReadOnlyList<FamilyScore> scores)
{
    private static readonly string[] Headings =
    [
        "family", "rows", "predicted", "refused", "blocks", "effective", "median error", "p90 error", "bias", "coverage", "width", "honest width", "interval score",
        "roofline error", "roofline score",
    ];

    /// <summary>One line a family, then one for each of its stacks, then why rows were refused.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        var table = new Table(Headings);
        foreach (FamilyScore family in scores)
            AddTo(table, family);
        text.Append(table.ToText());
        foreach (string note in Notes)
            text.AppendLine(note);
        return text.ToString();
    }

    /// <summary>The same table as Markdown.</summary>
    public string ToMarkdown()
    {
        var table = new Table(Headings);
        foreach (FamilyScore family in scores)
            AddTo(table, family);
        return table.ToMarkdown();
    }

    private IEnumerable<string> Notes =>
    [
        .. scores.Where(family => family.Lack is not null).Select(family => $"{family.Family}: {family.Lack}."),
        .. scores.SelectMany(family => family.LeftOut.Select(rows => $"{family.Family}: left out, not counted: {rows}.")),
        .. scores.SelectMany(family => family.Score.Reasons.Select(reason => $"{family.Family}: {reason.Count} refused: {reason.Reason}.")),
    ];

    private static void AddTo(Table table, FamilyScore family)
    {
        table.Add(Cells(family.Family, family.Score));
        if (family.Score.ByEngine is { Count: > 1 } engines)
        {
            foreach ((string engine, Score score) in engines)
                table.Add(Cells($"  {engine}", score));
        }
    }

    private static string[] Cells(string name, Score score) =>
    [
        name, Count(score.Rows), Count(score.Predicted), Count(score.Refused), Count(score.Blocks), Number(score.EffectiveRows, "0"),
        Number(score.MedianError), Number(score.P90Error), Number(score.Bias, "+0.000;-0.000;0.000"), Number(score.Coverage), Number(score.MedianWidth, "0.00"),
        Number(score.HonestWidth, "0.00"), Number(score.IntervalScore, "0.00"), Number(score.RooflineMedianError), Number(score.RooflineIntervalScore, "0.00"),
    ];

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Number(double? value, string format = "0.000") => value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";
}
