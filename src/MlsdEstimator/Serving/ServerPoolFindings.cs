namespace MlsdEstimator;

/// <summary>What the numbers of a server pool mean: an SLO out of reach, a pool beyond its knee, machines that the load does not ask for.</summary>
internal static class ServerPoolFindings
{
    public static IReadOnlyList<Finding> Of(ServerPool pool)
    {
        IReadOnlyList<Finding> ofQueue = OfQueue(pool);
        return pool.Bought.IsFeasible ? [.. ofQueue, .. MoreThanAsked(pool)] : ofQueue;
    }

    /// <summary>Whether the SLO can be kept, and how near the edge; not how many machines zones and minimums add.</summary>
    public static IReadOnlyList<Finding> OfQueue(ServerPool pool)
    {
        if (!pool.OfferedLoad.IsFeasible)
            return [];
        if (!pool.Bought.IsFeasible)
            return [pool.ServersNeeded.IsFeasible ? TooDoubtful(pool) : Impossible(pool)];
        return [.. pool.Batches is null ? BeyondKnee(pool) : BatchesBeyondKnee(pool)];
    }

    private static Finding Impossible(ServerPool pool) =>
        new(Severity.Error, FindingCodes.Infeasible, $"No number of servers keeps {Slo(pool)}: without any wait it is {pool.Unhindered.Percentile(pool.Level)}. Make a stage faster or steadier, or relax the limit.", pool.ServersNeeded);

    private static Finding TooDoubtful(ServerPool pool) =>
        new(Severity.Error, FindingCodes.Infeasible, $"No number of servers keeps {Slo(pool)} with {Fraction.FromRatio(pool.Confidence)} confidence: in more of what we believe than that leaves, it is missed without any wait. Measure the service, or relax the limit.", pool.ServersNeeded);

    private static IEnumerable<Finding> BeyondKnee(ServerPool pool)
    {
        if ((pool.UtilisationAfterLoss > QueueingDefaults.Knee).Nominally == true && (pool.Queued!.Queue.MeanWait > pool.Service!.Mean).Nominally == true)
            yield return new Finding(Severity.Warning, FindingCodes.Consequence, $"After the losses it survives the pool is {pool.UtilisationAfterLoss} busy at peak and a request waits {pool.Queued.Queue.MeanWait} for a service of {pool.Service.Mean}: the SLO holds, but a little more load makes a much longer wait. Plan with MostUtilisation.", pool.UtilisationAfterLoss);
    }

    /// <summary>Busy time says nothing about batches; their capacity does. Small batches are worth knowing too.</summary>
    private static IEnumerable<Finding> BatchesBeyondKnee(ServerPool pool)
    {
        if ((pool.UtilisationAfterLoss > QueueingDefaults.Knee).Nominally == true)
            yield return new Finding(Severity.Warning, FindingCodes.Consequence, $"After the losses it survives the pool carries {pool.UtilisationAfterLoss} of its capacity at peak, in batches of {pool.MeanBatch} of at most {pool.Batches!.MostPerBatch}: the SLO holds, but a little more load makes a much longer wait. Plan with MostUtilisation.", pool.UtilisationAfterLoss);
        foreach (Finding small in pool.Batching!.Findings.Where(finding => finding.Severity == Severity.Note))
            yield return small;
    }

    private static IEnumerable<Finding> MoreThanAsked(ServerPool pool)
    {
        if ((pool.Bought > pool.Covered).Nominally == true)
            yield return new Finding(Severity.Note, FindingCodes.MinimumDecides, $"{pool.Bought} bought over {pool.Zones} zones, of which {pool.ZonesToSurvive} may fail, {pool.Spare} of them spare{(pool.MinimumPerZone is null ? "" : $", at least {pool.MinimumPerZone} in each")}; the load asks for {pool.Covered}.", pool.Bought);
    }

    private static string Slo(ServerPool pool) => $"the {Aspect.Percentile(pool.Level)} of {(pool.Path is null ? pool.Target!.IsResponse ? "the stage" : "the wait" : "the path")} within {pool.Limit}";
}
