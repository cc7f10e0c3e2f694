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

    private const string SecondExample = "--and \"peak factor=1.5 to 3\"";

    /// <summary>The inputs with their ends, read in the units of the case.</summary>
    public IReadOnlyList<SweptInput> Inputs(CaseRun run)
    {
        SweptInput down = SweptInput.Read(run, First.Input, First.From, First.To, First.Steps);
        return Second is null ? [down] : [down, SweptInput.Read(run, Second, Columns, SecondExample)];
    }
}
