namespace MlsdEstimator;

/// <summary>The load of each region: its share and its own peak, and what it takes over from regions that are lost.</summary>
/// <param name="Regions">Regions, whose shares sum to 100 %.</param>
/// <param name="RegionsToSurvive">Regions that may be lost while the others take their load.</param>
internal sealed record RegionalLoads(IReadOnlyList<PoolRegion> Regions, Scalar RegionsToSurvive)
{
    /// <summary>Shares may miss 100 % by rounding.</summary>
    private const double Rounding = 1e-9;

    public Load In(PoolRegion region, Load all)
    {
        Rate average = all.Average * region.Share;
        Rate peak = region.PeakFactor is null ? all.Peak * region.Share : average * region.PeakFactor;
        Scalar taken = 1 / (1 - LostBeside(region));
        return Load.Computed((average * taken).Named($"average {all.Counts}, {region.Name}"), (peak * taken).Named($"peak {all.Counts}, {region.Name}"), all.Counts);
    }

    public IEnumerable<string> Contradictions()
    {
        double sum = Regions.Sum(region => region.Share.Node.Nominal);
        if (Math.Abs(sum - 1) > Rounding)
            yield return Text.Of($"the shares of the regions sum to {sum * 100:0.###} %, not to 100 %: every request is served somewhere, and once");
        if (RegionsToSurvive.Value >= Regions.Count)
            yield return $"{RegionsToSurvive} of {Regions.Count} regions may be lost, which leaves none; survive fewer or add regions";
        if (Regions.Select(region => region.Name).Distinct().Count() < Regions.Count)
            yield return "two regions have the same name; give each its own";
    }

    /// <summary>The largest shares among the other regions, as many as may be lost.</summary>
    private Scalar LostBeside(PoolRegion region) => Regions
        .Where(other => other != region)
        .OrderByDescending(other => other.Share.Node.Nominal)
        .Take((int)RegionsToSurvive.Value)
        .Aggregate(Scalar.Zero, (sum, other) => sum + other.Share.AsScalar());
}
