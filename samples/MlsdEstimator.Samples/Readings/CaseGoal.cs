namespace MlsdEstimator.Samples;

/// <summary>The value of an input at which a result hits a target, tried out in the case.</summary>
internal sealed class CaseGoal
{
    private CaseGoal(CaseRun run, IQuantity input, IQuantity result, IQuantity target, double? confidence)
    {
        (Run, Input, Result, Target, Confidence) = (run, input, result, target, confidence);
        Answer = result.SolveForAny(input, target, confidence);
        Solutions = [.. Answer.Solutions.Select(value => GoalSolution.Try(run, input, result, value))];
    }

    public CaseRun Run { get; }

    public IQuantity Input { get; }

    public IQuantity Result { get; }

    public IQuantity Target { get; }

    /// <summary>The point of belief that hits the target, or null for best guesses.</summary>
    public double? Confidence { get; }

    public IGoal Answer { get; }

    public IReadOnlyList<GoalSolution> Solutions { get; }

    /// <summary>True when a value was found that the case allows.</summary>
    public bool IsReached => Solutions.Any(solution => solution.Refusal is null);

    /// <param name="run">The case.</param>
    /// <param name="input">Name of the input.</param>
    /// <param name="target">"result=value".</param>
    /// <param name="confidence">Point of belief, or null.</param>
    public static CaseGoal Of(CaseRun run, string input, string target, double? confidence)
    {
        (string path, string value) = NamedValue.Parse(target, "\"peak QPS=200k/s\"");
        IQuantity result = run.Sheet[path];
        return new CaseGoal(run, run.Input(input), result, ValueText.Read(result, value), confidence);
    }
}
