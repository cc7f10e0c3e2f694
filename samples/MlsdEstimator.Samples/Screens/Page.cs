using Spectre.Console;

namespace MlsdEstimator.Samples;

/// <summary>Parts of a screen that all readings share.</summary>
internal static class Page
{
    public static void Title(this IAnsiConsole console, CaseRun run, string reading) =>
        console.Write(new Rule($"[bold]{Markup.Escape($"{run.Sheet.Title}: {reading}")}[/]").LeftJustified());

    /// <summary>A sentence, wrapped at the width of the screen.</summary>
    public static void Sentence(this IAnsiConsole console, string text) => console.MarkupLine(Markup.Escape(text));

    /// <summary>A sentence that explains the reading.</summary>
    public static void Remark(this IAnsiConsole console, string text) => console.MarkupLine($"[grey]{Markup.Escape(text)}[/]");

    /// <summary>Nominal value without the "~": where a range stands beside it.</summary>
    public static string Best(IQuantity quantity) => quantity.IsFeasible ? quantity.ToString()!.TrimStart('~') : $"{quantity}";

    /// <summary>"15.8 k/s | 116 k/s | 451 k/s", or the one value of a certain quantity.</summary>
    public static string Range(IQuantity quantity, IEstimate belief) =>
        quantity.IsCertain ? $"{quantity}" : $"{belief.Low} | {Best(quantity)} | {belief.High}";

    /// <summary>"20.6%", and never 0% or 100% for what some draws contradict.</summary>
    public static string Percent(double share) => share switch
    {
        0 or 1 => FormattableString.Invariant($"{100 * share:0}%"),
        < 0.005 => "<1%",
        > 0.995 => ">99%",
        _ => FormattableString.Invariant($"{100 * share:0}%"),
    };
}
