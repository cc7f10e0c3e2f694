namespace MlsdEstimator;

/// <summary>When a queue is full, nearly full, or perhaps full, and what its percentiles rest on.</summary>
internal static class QueueFindings
{
    public static IReadOnlyList<Finding> Of(Queue queue)
    {
        if (!queue.OfferedLoad.IsFeasible)
            return [];
        if (!queue.Utilisation.IsFeasible)
            return [Saturated(queue)];
        return [.. PerhapsSaturated(queue.OfferedLoad, queue.Servers, queue.MeanWait), .. BeyondKnee(queue), .. Approximated(queue)];
    }

    /// <summary>A load that reaches the capacity in some of the draws.</summary>
    public static IEnumerable<Finding> PerhapsSaturated(Scalar load, Scalar capacity, IQuantity subject)
    {
        if (load.IsCertain && capacity.IsCertain)
            yield break;
        Fraction share = (load >= capacity).Probability().True;
        if (share.Value > 0)
            yield return new Finding(Severity.Warning, FindingCodes.ShortfallPossible, $"Saturated in {share} of what we believe about the load and the service time: there is no wait to speak of in those cases.", subject);
    }

    private static Finding Saturated(Queue queue)
    {
        Scalar needed = queue.OfferedLoad.Floor() + 1;
        return new Finding(Severity.Error, FindingCodes.Infeasible, $"Saturated: {queue.Servers} x {queue.Service} carry {queue.Capacity}, but {queue.Arrivals} arrive; at least {needed} servers are needed, or a service time below {queue.Servers / queue.Arrivals}.", queue.OfferedLoad);
    }

    private static IEnumerable<Finding> BeyondKnee(Queue queue)
    {
        if ((queue.Utilisation > QueueingDefaults.Knee).Nominally == true && (queue.MeanWait > queue.Service).Nominally == true)
            yield return new Finding(Severity.Warning, FindingCodes.Consequence, $"At {queue.Utilisation} of capacity a request waits {queue.MeanWait} for a service of {queue.Service}: past the knee, where little more load makes a much longer wait.", queue.MeanWait);
    }

    private static IEnumerable<Finding> Approximated(Queue queue)
    {
        if (!queue.Model.IsMarkov)
            yield return new Finding(Severity.Note, FindingCodes.Consequence, $"Percentiles of the {queue.Model} wait take those who wait to wait exponentially: read them as estimates, their mean is that of the model.", queue.WaitAt(0.99));
    }
}
