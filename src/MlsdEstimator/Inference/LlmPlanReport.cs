namespace MlsdEstimator;

/// <summary>Tells a plan in words.</summary>
internal static class LlmPlanReport
{
    private static readonly string[] Heads = ["plan", "at once", "first token", "p95", "per token", "p95", "bound by", "needed", "bought", "devices", "cost"];

    public static IReadOnlyList<Finding> FindingsOf(LlmPlan plan) => plan.Best is LlmFleet best
        ? [new Finding(Severity.Note, FindingCodes.Consequence, Choice(plan, best), best.Bought), .. Unpriced(plan), .. Narrower(plan, best)]
        : [new Finding(Severity.Error, FindingCodes.Infeasible, $"No plan works. {Reasons(plan)}")];

    public static IReadOnlyList<string> LinesOf(LlmPlan plan)
    {
        string[][] rows = [Heads, .. plan.Options.Select(Cells)];
        int[] widths = [.. Heads.Select((_, column) => rows.Max(row => row[column].Length))];
        return [.. rows.Select(row => Line(row, widths)), .. plan.Refused.Select(refusal => $"refused: {refusal}")];
    }

    /// <summary>What a limit is called.</summary>
    public static string WordOf(LlmLimit? limit) => limit switch
    {
        LlmLimit.Memory => "memory",
        LlmLimit.FirstToken => "first token",
        LlmLimit.PerToken => "time per token",
        LlmLimit.Throughput => "throughput",
        _ => "",
    };

    private static string[] Cells(LlmFleet fleet) =>
    [
        fleet.Title, $"{fleet.AtOnce}", $"{fleet.Serving.TimeToFirstToken}", $"{fleet.Serving.TimeToFirstTokenP95}", $"{fleet.Serving.TimePerToken}", $"{fleet.Serving.TimePerTokenP95}", WordOf(fleet.Binding), $"{fleet.Needed}", $"{fleet.Bought}", $"{fleet.Devices}",
        fleet.Cost is null ? "no price" : $"{fleet.Cost}",
    ];

    private static string Line(string[] row, int[] widths) => string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])));

    private static string Choice(LlmPlan plan, LlmFleet best)
    {
        string others = plan.Options.Count == 1 ? "the only plan that works" : $"the {(best.Cost is null ? "smallest" : "cheapest")} of {plan.Options.Count} plans that work";
        string next = plan.Options.Count > 1 && best.Cost is not null && plan.Options[1].Cost is Spend cost ? $"; next {plan.Options[1].Title} at {cost}" : "";
        return $"{best.Title} is {others}: {best.Bought} replicas{(best.Cost is null ? "" : $" at {best.Cost}")}, {best.AtOnce} requests at once on each, bound by {WordOf(best.Binding)}{next}.";
    }

    /// <summary>For each device what it lacks when most is given: the last layout and format that were tried.</summary>
    private static string Reasons(LlmPlan plan)
    {
        LlmRefusal[] last = [.. plan.Refused.GroupBy(refusal => refusal.Device.Name).Select(device => device.Last())];
        return string.Join(" ", last.Select(refusal => refusal.ToString())) + (last.Length < plan.Refused.Count ? Text.Of($" {plan.Refused.Count - last.Length} others fail too: see Refused.") : "");
    }

    private static IEnumerable<Finding> Unpriced(LlmPlan plan)
    {
        string[] devices = [.. plan.Options.Where(fleet => fleet.Cost is null).Select(fleet => fleet.Replica.Device.Name).Distinct()];
        if (devices.Length > 0)
            yield return new Finding(Severity.Warning, FindingCodes.TierWithoutPrice, $"No price is known for {string.Join(", ", devices)}: listed with replicas and without dollars; give one: device with {{ OnDemand = 3.DollarsPerHour }}.");
    }

    private static IEnumerable<Finding> Narrower(LlmPlan plan, LlmFleet best)
    {
        if (best.Replica.Model.Format.Weights.BitsPerValue < plan.Model.Format.Weights.BitsPerValue)
            yield return new Finding(Severity.Note, FindingCodes.CompressionGain, $"{best.Replica.Model.Format} has fewer bits than {plan.Model.Format}; what that costs in quality is not judged: measure it on your data.");
    }
}
