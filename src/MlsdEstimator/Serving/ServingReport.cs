namespace MlsdEstimator;

/// <summary>Tells a comparison in words.</summary>
internal sealed class ServingReport(ServingComparison comparison)
{
    private static readonly (ServingAxis Axis, string Label)[] Axes =
    [
        (ServingAxis.RequestsPerRefresh, "requests per entity and refresh"),
        (ServingAxis.ActiveShare, "active share"),
        (ServingAxis.RefreshInterval, "refresh interval"),
        (ServingAxis.Volume, "volume (average requests, users in proportion)"),
    ];

    public static string ReasonOf(ServingComparison comparison) => comparison.Cheapest switch
    {
        null => $"{(comparison.Options.Count == 2 ? "Neither" : "None")} works as stated: {string.Join("; ", comparison.Options.Select(option => $"{option.Name}, {option.Obstacle}"))}.",
        ServingOption best when comparison.Options.All(option => option.IsFeasible) => CheapestOfAll(comparison, best),
        ServingOption best when comparison.Options.Count == 2 => $"{Capitalised(best.Name)}, because {Refused(comparison)}.",
        ServingOption best => $"{Capitalised(best.Name)} at {best.Cost}, because {Refused(comparison)}{Dearer(comparison, best)}.",
    };

    /// <summary>Where the break-even of unrounded costs and the machines bought disagree.</summary>
    public static IEnumerable<Finding> LinearMisleads(ServingComparison comparison)
    {
        if (Linear(comparison) is ServingOption linear && comparison.Cheapest is ServingOption bought && linear != bought)
            yield return new Finding(Severity.Note, FindingCodes.LinearBreakEvenMisleads, $"Unrounded, {linear.Name} is cheaper ({linear.UnroundedCost} against {bought.UnroundedCost} {bought.Name}); with the machines that are bought, {bought.Name} is ({bought.Cost} against {linear.Cost}): minimums decide, not the traffic.", comparison.Saving);
    }

    public IReadOnlyList<string> Lines() =>
    [
        .. comparison.Options.Select(LineOf), comparison.Reason, .. Headline, .. Unrounded, .. Whole, .. Flips, .. Small,
    ];

    private static ServingOption? Linear(ServingComparison comparison) => comparison.Options.Where(option => option.IsFeasible && option.UnroundedCost.IsFeasible).MinBy(option => option.UnroundedCost.BaseValue);

    private static string CheapestOfAll(ServingComparison comparison, ServingOption best)
    {
        if (comparison.Options.Count > 2)
            return $"{Capitalised(best.Name)} is the cheapest: {string.Join(", ", comparison.Options.Select(option => $"{option.Cost} {option.Name}"))}; precomputed answers are {comparison.Staleness} old on average{Freshness(comparison, ", and ", " against batch")}.";
        return $"{Capitalised(best.Name)} is cheaper: {comparison.OnlineCost} online, {comparison.BatchCost} in batch, whose answers are {comparison.Staleness} old on average{Freshness(comparison, "; ", "")}.";
    }

    /// <summary>Without requests there is nobody to whom freshness could be worth something.</summary>
    private static string Freshness(ServingComparison comparison, string before, string against) => comparison.FreshnessMustBeWorth.IsFeasible
        ? $"{before}freshness must be worth {comparison.FreshnessMustBeWorth} per million {comparison.Online.Requests.Counts} for online to pay{against}"
        : "";

    private static string Refused(ServingComparison comparison) =>
        string.Join("; ", comparison.Options.Where(option => !option.IsFeasible).Select(option => $"{option.Name} does not work as stated: {option.Obstacle}"));

    private static string Dearer(ServingComparison comparison, ServingOption best) =>
        string.Concat(comparison.Options.Where(option => option.IsFeasible && option != best).Select(option => $", and {option.Name} costs {option.Cost}"));

    private static string Capitalised(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private string LineOf(ServingOption option)
    {
        if (comparison.Belief?.Ranking.FirstOrDefault(row => row.Name == option.Name) is not Alternative<Spend> row || option.Cost.IsCertain)
            return $"{option}.";
        return $"{option}; {row.Belief.Low} to {row.Belief.High} believed, cheapest in {row.ProbabilityBest}.";
    }

    private IEnumerable<string> Headline
    {
        get
        {
            if (comparison.LiftToPay is Scalar lift && lift.IsFeasible)
                yield return Text.Of($"Freshness must raise what a request brings by {lift.Value * 100:0.###}% for online to pay against batch ({comparison.FreshnessMustBeWorth} per million).");
            if (comparison.NetOfFreshness is Spend net && net.IsFeasible)
                yield return $"At the expected lift of {comparison.ExpectedLift} freshness nets {net} against batch.";
        }
    }

    private IEnumerable<string> Unrounded
    {
        get
        {
            yield return Linear(comparison) is ServingOption linear
                ? $"Linear, before whole machines: {linear.Name} is the cheapest ({string.Join(", ", comparison.Options.Where(option => option.IsFeasible).Select(option => $"{option.UnroundedCost} {option.Name}"))})."
                : "Linear, before whole machines: no design works as stated.";
            yield return $"Unrounded break-evens of batch against online: {string.Join("; ", BreakEvens)}.";
        }
    }

    /// <summary>Each with what holds now. Where there is none, the reason is told once.</summary>
    private IEnumerable<string> BreakEvens
    {
        get
        {
            yield return At(comparison.BreakEvenVisits, $"{comparison.BreakEvenVisits} visits per entity and refresh", "visits per entity and refresh", comparison.VisitsPerRefresh);
            yield return At(comparison.BreakEvenActiveShare, Share(comparison.BreakEvenActiveShare), "active entities", comparison.Batch.Set.Coming);
            yield return At(comparison.BreakEvenInterval, $"a refresh every {comparison.BreakEvenInterval}", "time between refreshes", comparison.Batch.RefreshInterval);
            yield return comparison.BreakEvenVolume is Rate volume
                ? At(volume, $"{volume} {comparison.Online.Requests.Counts} on average with users in proportion", "volume", comparison.Online.Requests.Average)
                : "no volume, because both grow with it";
        }
    }

    private static string At(IQuantity point, string text, string what, IQuantity now) =>
        point.IsFeasible ? $"{text} (now {now})" : $"no {what} ({Infeasibility.Reason(point.Node)}; now {now})";

    private IReadOnlyList<(string Label, IReadOnlyList<ChoiceInterval> Intervals)> Intervals =>
        field ??= [.. Axes.Select(entry => (entry.Label, comparison.IntervalsAlong(entry.Axis)))];

    private IEnumerable<string> Whole => Intervals.Select(entry => $"With whole machines, along {entry.Label}: {string.Join("; ", entry.Intervals)}.");

    private IEnumerable<string> Flips
    {
        get
        {
            string[] flips = [.. Intervals.Where(entry => entry.Intervals.Count > 1).Select(entry => $"{entry.Label} at {string.Join(" or ", Ends(entry.Intervals))}")];
            yield return flips.Length == 0
                ? "Nothing within a hundred times of today's traffic, activity or refresh interval flips the decision."
                : $"What would flip the decision: {string.Join("; ", flips)}.";
        }
    }

    private IEnumerable<string> Small
    {
        get
        {
            Spend[] costs = [.. comparison.Options.Where(option => option.IsFeasible).Select(option => option.Cost)];
            if (costs.Length > 1 && costs.All(cost => (cost <= comparison.SmallMoney).Nominally == true))
                yield return $"{(costs.Length == 2 ? "Both are" : "All are")} small money, below {comparison.SmallMoney}{(comparison.SmallMoney == ServingDefaults.EngineerMonth ? " (what an engineer costs)" : "")}: choose by freshness, latency and simplicity, not by cost.";
        }
    }

    /// <summary>The ends of the interval in which the design is today, where it changes.</summary>
    private IEnumerable<string> Ends(IReadOnlyList<ChoiceInterval> intervals)
    {
        for (int i = 1; i < intervals.Count; i++)
        {
            if (intervals[i].Name == comparison.Cheapest?.Name || intervals[i - 1].Name == comparison.Cheapest?.Name)
                yield return $"{intervals[i].From} ({intervals[i - 1].Name} to {intervals[i].Name})";
        }
    }

    private static string Share(Scalar share) => !share.IsFeasible ? "" : share.Value > 1 ? "more than all of the entities active" : Text.Of($"{share.Value * 100:0.###}% of the entities active");
}
