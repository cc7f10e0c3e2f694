namespace MlsdEstimator.Samples;

/// <summary>Derivations, with the range of what is explained.</summary>
internal static class ExplainScreen
{
    public static void Show(CaseRun run, string? result, TextWriter output)
    {
        IReadOnlyList<IQuantity> chosen = result is null ? run.Sheet.Results : [run.Sheet[result]];
        foreach (IQuantity quantity in chosen)
        {
            output.WriteLine(quantity.Explain());
            if (!quantity.IsCertain)
                output.WriteLine($"90% of belief: {run.Simulation.Of(quantity)}");
            output.WriteLine();
        }
    }
}
