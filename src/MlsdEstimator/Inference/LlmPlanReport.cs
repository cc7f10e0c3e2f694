namespace MlsdEstimator;

/// <summary>Tells a plan in words.</summary>
internal static class LlmPlanReport
{
    private static readonly string[] Heads = ["plan", "at once", "first token (mean)", "first token (p95)", "per token (mean)", "per token (p95)", "bound by", "needed", "bought", "devices", "cost"];

    public static IReadOnlyList<Finding> FindingsOf(LlmPlan plan) => plan.Best is LlmFleet best
        ? [new Finding(Severity.Note, FindingCodes.Consequence, Choice(plan, best), best.Bought), .. Unpriced(plan), .. Narrower(plan, best), .. Emulated(plan), .. Retained(plan, best)]
        : [new Finding(Severity.Error, FindingCodes.Infeasible, $"No plan works. {Reasons(plan)}")];

    public static IReadOnlyList<string> LinesOf(LlmPlan plan)
    {
        string[][] rows = [Heads, .. plan.Options.Select(Cells)];
        int[] widths = [.. Heads.Select((_, column) => rows.Max(row => row[column].Length))];
        return [.. rows.Select(row => Line(row, widths)), .. Refusals(plan).Select(refusal => $"refused: {refusal}")];
    }

    /// <summary>One line for what a device is refused for.</summary>
    private static IEnumerable<string> Refusals(LlmPlan plan) =>
        plan.Refused.GroupBy(refusal => (refusal.Device, refusal.Reason)).Select(group => group.Count() == 1 ? $"{group.First()}" : $"{TitleOf(plan, [.. group])}: {group.Key.Reason}.");

    /// <summary>What the refused have in common: "A10-24GB, TP2 / TP4 / TP8"; what spans all that was tried goes without saying.</summary>
    private static string TitleOf(LlmPlan plan, IReadOnlyList<LlmRefusal> refused)
    {
        string[] layouts = [.. refused.Select(refusal => $"{refusal.Layout}").Distinct()], formats = [.. refused.Select(refusal => $"{refusal.Format}").Distinct()];
        string[] caches = [.. refused.Select(refusal => $"{refusal.Format.KvCache} cache").Distinct()];
        (string[] Words, int Tried)[] parts = [(layouts, plan.Layouts.Count), (formats, plan.Formats.Count), (caches, plan.CacheFormats.Count)];
        return layouts.Length * formats.Length * caches.Length == refused.Count
            ? string.Join(", ", [$"{refused[0].Device}", .. parts.Where(part => part.Words.Length < part.Tried).Select(part => string.Join(" / ", part.Words))])
            : $"{refused[0].Device}, {refused.Count} combinations";
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

    private static IEnumerable<Finding> Emulated(LlmPlan plan)
    {
        ComputeRate[] rates = [.. plan.Options.Select(fleet => fleet.Replica.Device.RateFor(fleet.Replica.Model.Format.Compute))];
        string[] wider = [.. plan.Options.Zip(rates).Where(one => one.Second.RunsAs.Bits > one.Second.Wanted.Bits)
            .Select(one => $"{one.First.Replica.Model.Format} as {one.Second.RunsAs} on {one.First.Replica.Device}").Distinct()];
        if (wider.Length > 0)
            yield return new Finding(Severity.Note, FindingCodes.Consequence, $"Some devices have no arithmetic for a format and multiply it in wider numbers, which saves memory and not time of prompts: {string.Join(", ", wider)}.");
    }

    /// <summary>What is kept between turns is reserved, so that keeping it may cost more than it spares.</summary>
    private static IEnumerable<Finding> Retained(LlmPlan plan, LlmFleet best)
    {
        if (Unretained(plan, best) is not LlmFleet other || !other.Bought.IsFeasible)
            yield break;
        if (best.Cost is null ? other.Devices.Value < best.Devices.Value : other.Cost!.BaseValue < best.Cost.BaseValue)
            yield return new Finding(Severity.Warning, FindingCodes.Consequence, $"The memory reserved for prefixes of those who think costs more than it spares: with no retention {other.Title} takes {other.Devices} devices{Saved(best, other)}. Retain for a shorter time; engines evict what others need, on which a plan does not count.", best.Bought);
    }

    private static string Saved(LlmFleet best, LlmFleet other) => best.Cost is null ? $" in place of {best.Devices}" : $" at {other.Cost}, {best.Cost - other.Cost!} less";

    /// <summary>The option that is best at best guesses when nothing is retained; null where nothing was.</summary>
    private static LlmFleet? Unretained(LlmPlan plan, LlmFleet best) => plan.Demand.WithoutRetention is LlmDemand without
        ? plan.Options.Where(fleet => fleet.Cost is null == best.Cost is null).Select(fleet => fleet with { Demand = without }).Where(fleet => fleet.AtOnce.IsFeasible).MinBy(CostOfNeed)
        : null;

    private static double CostOfNeed(LlmFleet fleet) => (fleet.Needed * fleet.Replica.Devices).Value * (fleet.Replica.Device.OnDemand?.BaseValue ?? 1);
}
