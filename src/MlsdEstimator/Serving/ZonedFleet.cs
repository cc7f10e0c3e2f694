namespace MlsdEstimator;

/// <summary>How machines are spread over zones, so that those of the zones that remain carry the load.</summary>
/// <param name="Zones">Zones, the lost ones included.</param>
/// <param name="ZonesToSurvive">Zones that may be lost.</param>
/// <param name="Spare">Machines that may be missing besides, or null for none.</param>
/// <param name="MinimumPerZone">Least machines in a zone, or null for none.</param>
internal sealed record ZonedFleet(Scalar Zones, Scalar ZonesToSurvive, Scalar? Spare, Scalar? MinimumPerZone)
{
    /// <summary>Zones that carry when the others are lost.</summary>
    public Scalar Remaining => Zones - ZonesToSurvive;

    /// <summary>Machines of a zone for the load alone.</summary>
    public Scalar ForLoad(Scalar covered) => ((Spare is null ? covered : covered + Spare) / Remaining).Ceiling();

    /// <summary>Machines of a zone.</summary>
    public Scalar PerZone(Scalar covered) => MinimumPerZone is null ? ForLoad(covered) : Scalar.Max(MinimumPerZone, ForLoad(covered));

    /// <summary>Machines at work when zones are lost and the spare ones are missing.</summary>
    public Scalar AfterLosses(Scalar perZone) => Spare is null ? perZone * Remaining : perZone * Remaining - Spare;

    /// <summary>What cannot be true of the zones.</summary>
    public IEnumerable<string> Contradictions()
    {
        if ((ZonesToSurvive >= Zones).Nominally == true)
            yield return $"{ZonesToSurvive} of {Zones} zones may fail, which leaves none; survive fewer zones or buy more";
    }
}
