namespace MlsdEstimator.Samples;

/// <summary>A value found for an input, and what the case says to it.</summary>
/// <param name="Value">The value.</param>
/// <param name="ResultThere">The result at this value, all other inputs at their best guess and whole numbers rounded.</param>
/// <param name="Refusal">Why the case does not allow the value, or null.</param>
internal sealed record GoalSolution(IQuantity Value, IQuantity ResultThere, string? Refusal)
{
    public static GoalSolution Try(CaseRun run, IQuantity input, IQuantity result, IQuantity value)
    {
        IQuantity there = Sweep.OfAny(input, value, value, steps: 2, [result]).Rows[0].Outputs[0];
        try
        {
            _ = run.With(CaseRun.Setting(input, value)).Sheet.Results;
            return new GoalSolution(value, there, null);
        }
        catch (Exception refusal) when (refusal is ArgumentException or EstimateException)
        {
            return new GoalSolution(value, there, WithoutParameter(refusal.Message));
        }
    }

    private static string WithoutParameter(string message) => message.Split(" (Parameter '")[0].TrimEnd('.');
}
