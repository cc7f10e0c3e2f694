namespace MlsdEstimator.Samples;

/// <summary>A goal seek as JSON.</summary>
internal static class GoalJson
{
    public static string Of(CaseGoal goal) => Json.Text(json =>
    {
        json.WriteString("case", goal.Run.Study.Name);
        json.Object("input", () => json.Heading(goal.Input));
        json.Object("result", () => json.Heading(goal.Result));
        json.Value("target", goal.Target);
        json.Number("confidence", goal.Confidence);
        json.Array("solutions", goal.Solutions, solution =>
        {
            json.Value("input", solution.Value);
            json.Value("resultAtBestGuess", solution.ResultThere);
            json.WriteString("refusal", solution.Refusal);
        });
        json.WriteBoolean("isUnrounded", goal.Answer.IsUnrounded);
        json.WriteString("explanation", goal.Answer.Explanation);
    });
}
