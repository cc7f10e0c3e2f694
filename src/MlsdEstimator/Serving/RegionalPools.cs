namespace MlsdEstimator;

/// <summary>The same server pool in several regions, each sized for its own share and its own peak, machines rounded up in each zone of each region.</summary>
/// <remarks>
/// load of a region = share x average; its peak = that x its own peak factor. Where regions may be lost, the others take their load in proportion:
/// each is sized for its peak / (1 - the largest shares that may be lost). Peaks of regions need not coincide, but each pool must stand its own.
/// Many small pools need more than one large one: that is what nearness and independence cost.
/// </remarks>
/// <example>
/// <code>
/// var everywhere = new RegionalPools
/// {
///     Pool = rankers,
///     Regions = [new("us", 50.Percent), new("eu", 30.Percent) { PeakFactor = 3 }, new("asia", 20.Percent)],
///     RegionsToSurvive = 1,
/// };
/// Scalar machines = everywhere.Bought;
/// </code>
/// </example>
public sealed record RegionalPools : Estimator
{
    /// <summary>What stands in every region; its load is that of all regions together.</summary>
    public required ServerPool Pool { get; init => field = Require.NotNull(value, "pool"); }

    /// <summary>At least one region; their shares sum to 100 %.</summary>
    /// <exception cref="ArgumentException">No region is given.</exception>
    public required IReadOnlyList<PoolRegion> Regions
    {
        get;
        init
        {
            Require.NotEmpty(value, "regions");
            field = [.. value];
        }
    }

    /// <summary>Regions that may be lost while the others take their load: a whole number, 0 to regions - 1. No default: it multiplies the machines.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 0.</exception>
    public required Scalar RegionsToSurvive { get; init => field = Require.WholeAtLeast(0, value, "regions to survive"); }

    /// <summary>The pool of each region, in their order.</summary>
    public IReadOnlyList<ServerPool> Pools => Remember(() => (IReadOnlyList<ServerPool>)[.. Regions.Select(InRegion)]);

    /// <summary>Machines bought in all regions together.</summary>
    public Scalar Bought => Result("machines bought, all regions", () => Pools.Select(pool => pool.Bought).Aggregate((sum, next) => sum + next).Marked(Aspect.Counts("machines")));

    /// <summary>Machines that one pool for the whole load would buy.</summary>
    public Scalar BoughtAsOne => Result("machines bought as one pool", () => Pool.Bought);

    /// <summary>What all machines cost; null without a price.</summary>
    public Spend? Cost => Pool.MachinePrice is null ? null : Result("cost, all regions", () => Pools.Select(pool => pool.Cost!).Aggregate((sum, next) => sum + next));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results =>
        [.. Pools.Select(pool => pool.Bought.Named($"machines bought, {pool.Title}")), .. new IQuantity?[] { Bought, BoughtAsOne, Cost }.OfType<IQuantity>()];

    /// <inheritdoc/>
    public override IReadOnlyList<Tier> Tiers => [.. Pools.SelectMany(pool => pool.Tiers)];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings =>
        [.. Pools.SelectMany(pool => pool.Findings.Select(finding => finding with { Message = $"{pool.Title}: {finding.Message}" })), .. Price()];

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions => Loads.Contradictions();

    private RegionalLoads Loads => new(Regions, RegionsToSurvive);

    private ServerPool InRegion(PoolRegion region) => Pool with { Title = region.Name, Requests = Loads.In(region, Pool.Requests) };

    private IEnumerable<Finding> Price()
    {
        if (Bought.IsFeasible && BoughtAsOne.IsFeasible && (Bought > BoughtAsOne).Nominally == true)
            yield return new Finding(Severity.Note, FindingCodes.MinimumDecides, $"{Regions.Count} regions need {Bought} machines where one pool would need {BoughtAsOne}: each has its own peak, its own spare machines{(RegionsToSurvive.Value > 0 ? $", and room for the load of {RegionsToSurvive} lost" : "")}.", Bought);
    }
}
