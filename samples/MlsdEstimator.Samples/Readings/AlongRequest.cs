namespace MlsdEstimator.Samples;

/// <summary>The input along which alternatives are compared, as it was typed.</summary>
/// <param name="Text">"name=from to to".</param>
/// <param name="Steps">Number of values.</param>
/// <param name="IsLogarithmic">Equal ratios in place of equal differences.</param>
internal sealed record AlongRequest(string Text, int Steps, bool IsLogarithmic)
{
    public const int DefaultSteps = 7;

    /// <summary>The input with its ends; both must be allowed by the case.</summary>
    public SweptInput Input(CaseRun run)
    {
        SweptInput input = SweptInput.Read(run, Text, Steps, "--along \"zones=2 to 6\"");
        foreach (IQuantity end in new[] { input.From, input.To })
            _ = run.With(CaseRun.Setting(input.Input, end)).Sheet.Results;
        return input;
    }
}
