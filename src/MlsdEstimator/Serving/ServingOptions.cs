namespace MlsdEstimator;

/// <summary>Makes the options of a comparison, each with what stands in its way.</summary>
internal static class ServingOptions
{
    public static IReadOnlyList<ServingOption> Of(ServingComparison comparison)
    {
        OnlineServing? rest = comparison.Rest;
        return
        [
            Option(comparison, "online", comparison.Online, [], comparison.OnlineCost, comparison.OnlineUnrounded),
            Option(comparison, "batch", comparison.Batch, rest is null ? [] : [rest], comparison.BatchCost, comparison.BatchUnrounded),
            .. comparison.Others.Select(design => Option(comparison, NameOf(comparison, design), design, [], design.WholeCost!, design.UnroundedCost!)),
        ];
    }

    private static ServingOption Option(ServingComparison comparison, string name, ServingDesign design, IReadOnlyList<Estimator> rest, Spend cost, Spend unrounded)
    {
        Money perThousand = (cost / comparison.Online.Requests.Average * 1e3).Named($"{name}, cost per thousand {comparison.Online.Requests.Counts}");
        return new ServingOption(name, design, [design, .. rest], cost, unrounded, perThousand, Obstacle(comparison, design, cost));
    }

    /// <summary>The kind, unless two of the designs are of it.</summary>
    private static string NameOf(ServingComparison comparison, ServingDesign design)
    {
        bool isOnly = design.Kind is not (ServingChoice.Online or ServingChoice.Batch) && comparison.Others.Count(other => other.Kind == design.Kind) == 1;
        return !isOnly ? design.Title : design.Kind == ServingChoice.HostedApi ? "hosted API" : $"{design.Kind}".ToLowerInvariant();
    }

    private static string? Obstacle(ServingComparison comparison, ServingDesign design, Spend cost) =>
        Impossible(design, cost) ?? TooLate(comparison.LatencyLimit, design.PromisedLatency) ?? TooOld(comparison.OldestAnswer, design.Age);

    private static string? Impossible(ServingDesign design, Spend cost) =>
        design.Necessary.Append(cost).FirstOrDefault(quantity => !quantity.IsFeasible) is IQuantity impossible ? Infeasibility.Reason(impossible.Node) : null;

    /// <summary>A promise at a lower percentile that is already later than the limit, or at the same, breaks it; one at a higher may not.</summary>
    private static string? TooLate(ServiceLevel? limit, ServiceLevel? promise) =>
        limit is not null && promise is not null && promise.Level <= limit.Level && (promise.Limit > limit.Limit).Nominally == true ? $"it promises {promise}, but {limit} is wanted" : null;

    private static string? TooOld(Duration? oldest, Staleness? age) =>
        oldest is not null && age is not null && (age.Worst > oldest).Nominally == true ? $"answers are up to {age.Worst} old, but at most {oldest} is wanted" : null;
}
