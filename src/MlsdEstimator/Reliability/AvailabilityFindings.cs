namespace MlsdEstimator;

/// <summary>What goes wrong with nines: a chain is worse than its worst part, and copies are less independent than their product says.</summary>
internal static class AvailabilityFindings
{
    /// <summary>Lower end of the part of failures that copies share: 1 % for diverse ones, 10 % for equal ones (IEC 61508-6, annex D).</summary>
    private static readonly Fraction LikelyCommonCause = Fraction.FromPercent(10);

    public static IReadOnlyList<Finding> Of(AvailabilityChain chain) =>
        [.. Missed(chain), .. SeriesWorseThanWorst(chain), .. chain.Components.SelectMany(CountedIndependent)];

    private static IEnumerable<Finding> Missed(AvailabilityChain chain)
    {
        if (chain.Target is Fraction target && (chain.Whole < target).Nominally == true)
            yield return new Finding(Severity.Warning, FindingCodes.AvailabilityInSeries, $"The whole is available {chain.Whole} of the time, below the target of {target}: {chain.DowntimePerYear} down a year. Make the weakest part, '{Weakest(chain).Name}' at {Weakest(chain).Availability}, redundant or optional.", chain.Whole);
    }

    /// <summary>Worth a word where the promise is that of one part.</summary>
    private static IEnumerable<Finding> SeriesWorseThanWorst(AvailabilityChain chain)
    {
        AvailablePart weakest = Weakest(chain);
        if (chain.Target is null && (1 - chain.Whole > 1.5 * (1 - weakest.Availability).AsScalar()).Nominally == true)
            yield return new Finding(Severity.Note, FindingCodes.AvailabilityInSeries, $"{chain.Components.Count} parts in series are available {chain.Whole} of the time, less than the worst of them ('{weakest.Name}', {weakest.Availability}): unavailabilities add up.", chain.Whole);
    }

    private static IEnumerable<Finding> CountedIndependent(AvailablePart part)
    {
        if (part.CommonCause is not null || (part.Copies > part.Needed).Nominally != true)
            yield break;
        Fraction shared = (part with { CommonCause = LikelyCommonCause }).Availability;
        yield return new Finding(Severity.Warning, FindingCodes.CorrelatedFailure, $"The {part.Copies} copies of '{part.Name}' count as independent: {part.Availability}. If {LikelyCommonCause} of their failures hit all at once (a deployment, a zone), it is {shared}: give its CommonCause.", part.Availability);
    }

    private static AvailablePart Weakest(AvailabilityChain chain) => chain.Components.MinBy(part => part.Availability.Node.Nominal)!;
}
