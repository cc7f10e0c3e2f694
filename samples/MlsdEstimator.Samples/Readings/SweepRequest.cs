namespace MlsdEstimator.Samples;

/// <summary>What to sweep, as it was typed.</summary>
/// <param name="First">The input down the table: name, first and last value, number of rows.</param>
/// <param name="Second">The input across the table as "name=from to to", or null.</param>
/// <param name="Columns">Number of values of the second input.</param>
/// <param name="Results">Paths of results; empty for the main results that move.</param>
/// <param name="IsLogarithmic">Equal ratios in place of equal differences.</param>
/// <param name="IsRebuilt">The case is built again at each value, so that purchases follow.</param>
internal sealed record SweepRequest(
    (string Input, string From, string To, int Steps) First, string? Second, int Columns, IReadOnlyList<string> Results, bool IsLogarithmic, bool IsRebuilt)
{
    public const int DefaultSteps = 10;
    public const int DefaultColumns = 4;

    private const int MostSteps = 1_000;
    private const string SecondExample = "--and \"peak factor=1.5 to 3\"";

    /// <summary>The inputs with their ends, read in the units of the case.</summary>
    public IReadOnlyList<SweptInput> Inputs(CaseRun run)
    {
        SweptInput down = SweptInput.Read(run, First.Input, First.From, First.To, AtMost(First.Steps));
        return Second is null ? [down] : [down, Across(run, Second)];
    }

    private SweptInput Across(CaseRun run, string text)
    {
        (string name, string range) = NamedValue.Parse(text, SecondExample);
        return range.Split(" to ") is [string from, string to]
            ? SweptInput.Read(run, name, from, to, AtMost(Columns))
            : throw new FormatException($"Cannot read \"{text}\"; write for example {SecondExample}, each end with its unit.");
    }

    private static int AtMost(int steps) =>
        steps is >= 2 and <= MostSteps ? steps : throw new ArgumentException($"The number of values of an input is {steps}, but must lie between 2 and {MostSteps:N0}.");
}
