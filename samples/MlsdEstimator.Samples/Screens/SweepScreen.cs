using Spectre.Console;

namespace MlsdEstimator.Samples;

/// <summary>A sweep as a table; with two inputs one table for each result.</summary>
internal static class SweepScreen
{
    public static void Show(CaseSweep sweep, Terminal terminal)
    {
        IAnsiConsole console = terminal.Screen();
        console.Title(sweep.Run, $"sweep over {string.Join(" and ", sweep.Inputs.Select(input => input.Name))}");
        if (sweep.Inputs is [var down, var across])
            ShowGrids(sweep, down, across, console);
        else
            OneInput(sweep).Show(console);
        foreach (string note in sweep.Notes)
            console.Remark(note);
    }

    private static Grid OneInput(CaseSweep sweep) => new(
        [sweep.Inputs[0].Name, .. sweep.Results.Select(result => result.Name!)],
        [.. sweep.Rows.Select(row => (IReadOnlyList<string>)[$"{row.Inputs[0]}", .. row.Results.Select(Cell)])]);

    private static void ShowGrids(CaseSweep sweep, SweptInput down, SweptInput across, IAnsiConsole console)
    {
        for (int result = 0; result < sweep.Results.Count; result++)
        {
            console.MarkupLine($"[bold]{Markup.Escape(sweep.Results[result].Name!)}[/]: {Markup.Escape($"{down.Name} down, {across.Name} across")}");
            OneResult(sweep, down, across.Steps, result).Show(console);
        }
    }

    private static Grid OneResult(CaseSweep sweep, SweptInput down, int columns, int result)
    {
        CaseSweepRow[][] lines = [.. sweep.Rows.Chunk(columns)];
        return new Grid(
            [down.Name, .. lines[0].Select(row => $"{row.Inputs[1]}")],
            [.. lines.Select(line => (IReadOnlyList<string>)[$"{line[0].Inputs[0]}", .. line.Select(row => Cell(row.Results[result]))])]);
    }

    private static string Cell(IQuantity? result) => result is null ? "-" : Page.Best(result);
}
