using Spectre.Console;

namespace MlsdEstimator.Samples;

/// <summary>What a goal seek found, in sentences.</summary>
internal static class GoalScreen
{
    public static void Show(CaseGoal goal, Terminal terminal)
    {
        IAnsiConsole console = terminal.Screen();
        console.Title(goal.Run, $"{goal.Input.Name} for {goal.Result.Name} = {goal.Target}");
        console.MarkupLine($"[bold]{Markup.Escape(goal.Answer.Explanation)}[/]");
        foreach (GoalSolution solution in goal.Solutions)
            console.Sentence(Verdict(goal, solution));
        foreach (string remark in Remarks(goal))
            console.Remark(remark);
    }

    private static string Verdict(CaseGoal goal, GoalSolution solution) => solution.Refusal is string refusal
        ? $"Not allowed by the case: {refusal}."
        : $"{goal.Input.Name} = {solution.Value} is {Against(goal, solution.Value)}; {goal.Result.Name} is then {solution.ResultThere} at best guesses.";

    /// <summary>How far from what is believed about the input today.</summary>
    private static string Against(CaseGoal goal, IQuantity value)
    {
        double times = goal.Input.BaseValue == 0 ? double.NaN : value.BaseValue / goal.Input.BaseValue;
        string factor = double.IsFinite(times) ? FormattableString.Invariant($"{times:0.###} x ") : "against ";
        if (goal.Input.IsCertain)
            return $"{factor}today's {goal.Input}";
        IEstimate belief = goal.Input.Simulate(goal.Run.Options);
        string place = value.BaseValue < belief.Low.BaseValue ? "below" : value.BaseValue > belief.High.BaseValue ? "above" : "inside";
        return $"{factor}the best guess of {Page.Best(goal.Input)}, {place} its range of {belief.Low} to {belief.High}";
    }

    private static IEnumerable<string> Remarks(CaseGoal goal)
    {
        if (goal.Answer is { IsUnrounded: true, Solutions.Count: > 0 })
            yield return "A ceiling was smoothed: the target is hit before rounding to whole ones; the value above is after it.";
        if (goal.Answer.Solutions.Count > 1)
            yield return "Several values hit the target: choose one, or narrow the question.";
        if (Purchases.AreBehind(goal.Result))
            yield return "What is bought stays as decided for the case; \"sweep --rebuild\" shows the result with purchases that follow.";
    }
}
