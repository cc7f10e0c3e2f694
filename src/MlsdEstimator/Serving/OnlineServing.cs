namespace MlsdEstimator;

/// <summary>Replicas that answer while the user waits: how many, how busy, and what they cost.</summary>
/// <remarks>
/// needed = peak / planned rate of a replica; bought = zones x max(minimum per zone, ceiling(covered need / (zones - zones to survive))),
/// where the covered need is the one that <see cref="Confidence"/> of our belief does not exceed, spare replicas included. Each region and each variant of the model is such a
/// fleet of its own. Bought replicas run all day, unless <see cref="Autoscaling"/> follows the hours of it.
/// From the time of a step or a batch and a latency SLO: size a <see cref="ServerPool"/> and serve from it, <see cref="From(ServerPool)"/>.
/// </remarks>
/// <example>
/// <code>
/// var serving = new OnlineServing
/// {
///     Requests = traffic.Load, Replica = Capacity.Measured(180.PerSecond, 0.99, 80.Milliseconds),
///     Zones = 3, ZonesToSurvive = 1, MinimumPerZone = 2, ReplicaPrice = 1.2.DollarsPerHour,
/// };
/// </code>
/// </example>
public sealed record OnlineServing : ServingDesign
{
    /// <summary>What is answered. The fleet is sized for its peak, busy hours read its average.</summary>
    public required Load Requests { get; init => field = Require.NotNull(value, "requests"); }

    /// <summary>What one replica carries, in the same counts as the load.</summary>
    public required Capacity Replica { get; init => field = Require.NotNull(value, "replica"); }

    /// <summary>What a replica is: "A100-SXM-80GB". Default "replica".</summary>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public string ReplicaName { get; init => field = Require.NotBlank(value, "replica name"); } = "replica";

    /// <summary>Price of a replica, or null when it is not to be priced. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public Spend? ReplicaPrice { get; init => field = value is null ? null : Require.NonNegative(value, "replica price"); }

    /// <summary>Zones the replicas are spread over: a whole number, at least 1. No default: it decides small fleets.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public required Scalar Zones { get; init => field = Require.WholeAtLeast(1, value, "zones"); }

    /// <summary>Zones that may fail at peak without overload: a whole number, 0 to zones - 1. No default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 0.</exception>
    public required Scalar ZonesToSurvive { get; init => field = Require.WholeAtLeast(0, value, "zones to survive"); }

    /// <summary>Least replicas in a zone: a whole number, at least 1; 2 lets one be deployed. No default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public required Scalar MinimumPerZone { get; init => field = Require.WholeAtLeast(1, value, "minimum per zone"); }

    /// <summary>Regions with a fleet each, every one sized for its share, its own peak and what it takes over from lost ones. Default: none, which is one place for all.</summary>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public IReadOnlyList<PoolRegion> Regions { get; init => field = [.. Require.NotNull(value, "regions")]; } = [];

    /// <summary>Regions that may be lost while the others take their load: a whole number, 0 to regions - 1; null for none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 0.</exception>
    public Scalar? RegionsToSurvive { get; init => field = value is null ? null : Require.WholeAtLeast(0, value, "regions to survive"); }

    /// <summary>Variants of the model that serve at once, as an experiment with arms does, each with a fleet of its own: a whole number, at least 1; null for one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public Scalar? Variants { get; init => field = value is null ? null : Require.WholeAtLeast(1, value, "variants of the model"); }

    /// <summary>Part of the requests that a shadow model answers as well, or null for none: all of them double the work.</summary>
    public Fraction? Shadow { get; init => field = value is null ? null : Require.Named<Fraction>(value, "shadow traffic"); }

    /// <summary>Replicas of a fleet that may be missing besides lost zones: one in deployment and one broken are 2. A whole number, at least 0; null for none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 0.</exception>
    public Scalar? Spare { get; init => field = value is null ? null : Require.WholeAtLeast(0, value, "spare replicas"); }

    /// <summary>How the fleet follows the day, or null when all that is bought runs all day.</summary>
    public Autoscaling? Autoscaling { get; init; }

    /// <summary>Power of a replica at work, host included, or null where nobody said. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The power is negative.</exception>
    public Power? ReplicaPower { get; init => field = value is null ? null : Require.NonNegative(value, "replica power"); }

    /// <summary>Tiers that requests pass besides the replicas. Those without an estimate are a finding; empty when the worksheet has them elsewhere. Default: the usual ones, none estimated.</summary>
    /// <exception cref="ArgumentNullException">The list or a tier of it is null.</exception>
    public IReadOnlyList<OtherTier> OtherTiers { get; init => field = [.. Require.NotNull(value, "other tiers").Select(tier => Require.NotNull(tier, "other tiers"))]; } = ServingDefaults.UsualTiers;

    /// <summary>The part of our belief about the need that the purchase covers, strictly between 0 and 1. Default 0.9.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not strictly between 0 and 1.</exception>
    public double Confidence { get; init => field = Require.InsideUnitInterval(value, "confidence"); } = Provision.DefaultConfidence;

    /// <inheritdoc/>
    public override ServingChoice Kind => ServingChoice.Online;

    /// <summary>Replicas the peak asks for, not rounded: a range.</summary>
    public Scalar Needed => Result("replicas needed", () => Machines(InAllFleets(fleet => fleet.Needed)));

    /// <summary>The decision: need, number bought, confidence.</summary>
    public Provision Purchase => Remember(() => new Provision(Needed, InAllFleets(fleet => fleet.Bought), Confidence));

    /// <summary>Replicas bought, all zones together: certain and whole. With autoscaling the most that run.</summary>
    public Scalar Bought => Result("replicas bought", () => Machines(Purchase.Bought));

    /// <summary>Hours of computing in a day: average rate / full rate of a replica x 24.</summary>
    public Scalar BusyHours => Result("busy replica-hours per day", () => Hours(BusyReplicas * HoursPerDay));

    /// <summary>Hours paid in a day when nothing scales: bought x 24.</summary>
    public Scalar ProvisionedHours => Result("provisioned replica-hours per day", () => Hours(Bought * HoursPerDay));

    /// <summary>Hours paid in a day: those that autoscaling leaves, or all that are bought.</summary>
    public Scalar RunningHours => Autoscaling is null ? ProvisionedHours : Result("running replica-hours per day", () => Hours(Running * HoursPerDay));

    /// <summary>Part of the bought hours that are busy.</summary>
    public Fraction Utilisation => Result("utilisation at average", () => Fraction.FromScalar(BusyReplicas / Bought));

    /// <summary>What the replicas cost; null without a price.</summary>
    public Spend? Cost => ReplicaPrice is null ? null : Result("online cost", () => Running * ReplicaPrice);

    /// <summary>Cost of the replicas over the average rate, for a million; null without a price.</summary>
    public Money? CostPerMillion => Cost is null ? null : Result($"cost per million {Requests.Counts}", () => Cost / Requests.Average * 1e6);

    /// <summary>Replicas and the other tiers that have a price; null without a price of the replicas.</summary>
    public override Spend? WholeCost => Cost is null || OtherCost is null ? Cost : Result("online cost, all tiers", () => Cost + OtherCost);

    /// <inheritdoc/>
    public override Spend? UnroundedCost => ReplicaPrice is null ? null : Result("online cost, unrounded", () => OtherCost is null ? FleetUnrounded! : FleetUnrounded! + OtherCost);

    /// <summary>The part of it that grows with requests: the replicas.</summary>
    internal Spend? FleetUnrounded => ReplicaPrice is null ? null : Remember(() => Unrounded * ReplicaPrice);

    /// <summary>The other tiers that have a price, which are as they were estimated whatever the requests of this design; null for none.</summary>
    internal Spend? OtherCost => OtherCosts.Count == 0 ? null : Remember(() => OtherCosts.Aggregate((sum, cost) => sum + cost));

    /// <summary>The percentile at which a replica was measured, or that it is bought to keep.</summary>
    public override ServiceLevel? PromisedLatency => Replica.Promise;

    /// <summary>Power of the replicas that run, as if always at work: an upper bound. Null without the power of one.</summary>
    public override Power? PowerDrawn => ReplicaPower is null ? null : Result("power", () => Running * ReplicaPower);

    /// <summary>
    /// Where replicas keep an SLO (<see cref="From(ServerPool)"/>): the pool of each region for one variant, at peak and after the losses it survives, with its batches, utilisation and response. Else empty.
    /// </summary>
    public IReadOnlyList<ServerPool> Pools => Remember<IReadOnlyList<ServerPool>>(() => [.. Fleets.Select(fleet => fleet.Pool).OfType<ServerPool>()]);

    /// <summary>A design that serves from a pool: replicas are its machines, and keep its SLO for whatever load they get.</summary>
    /// <param name="pool">Machines for an SLO; its load, zones, spare machines, price and confidence are taken over.</param>
    /// <exception cref="ArgumentNullException">The pool is null.</exception>
    /// <exception cref="EstimateException">The inputs of the pool contradict each other.</exception>
    /// <example><code>OnlineServing serving = OnlineServing.From(rankers) with { Autoscaling = new Autoscaling { Reaction = 2.Minutes, ColdStart = 5.Minutes } };</code></example>
    public static OnlineServing From(ServerPool pool) => new()
    {
        Title = Require.NotNull(pool, nameof(pool)).Title,
        Requests = pool.Requests,
        Replica = Capacity.Of(pool),
        ReplicaName = pool.MachineName,
        ReplicaPrice = pool.MachinePrice,
        Zones = pool.Zones,
        ZonesToSurvive = pool.ZonesToSurvive,
        MinimumPerZone = pool.MinimumPerZone ?? 1,
        Spare = pool.Spare == Scalar.Zero ? null : pool.Spare,
        Confidence = pool.Confidence,
    };

    /// <summary>A design that serves from pools in several regions.</summary>
    /// <param name="pools">The pool, the regions, and how many of them may be lost.</param>
    /// <exception cref="ArgumentNullException">The pools are null.</exception>
    /// <exception cref="EstimateException">The inputs of the pool contradict each other.</exception>
    public static OnlineServing From(RegionalPools pools) =>
        From(Require.NotNull(pools, nameof(pools)).Pool) with { Title = pools.Title, Regions = pools.Regions, RegionsToSurvive = pools.RegionsToSurvive };

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results =>
    [
        Needed, Bought, BusyHours, ProvisionedHours, Utilisation, .. Bought.IsFeasible ? Pools.SelectMany(AfterLosses) : [],
        .. new IQuantity?[] { Autoscaling is null ? null : RunningHours, Cost, CostPerMillion, OtherCost is null ? null : WholeCost, PowerDrawn }.OfType<IQuantity>(),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Tier> Tiers => [new Tier(Title, ReplicaName, Purchase, Cost)];

    /// <summary>The other tiers that are estimated.</summary>
    public override IReadOnlyList<Estimator> Parts => [.. OtherTiers.Select(tier => tier.Estimate).OfType<Estimator>()];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings =>
        Bought.IsFeasible ? [.. ServingFindings.Of(Replica, Requests.Counts, ReplicaName, Bought), .. OfPools, .. NoHeadRoom, .. MinimumDecides, .. ShortfallPossible, .. NotEstimated] : [.. OfPools, .. NotEstimated];

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions
    {
        get
        {
            foreach (string contradiction in new ZonedFleet(Zones, ZonesToSurvive, Spare, MinimumPerZone).Contradictions())
                yield return contradiction;
            foreach (string contradiction in Regions.Count == 0 ? [] : Loads.Contradictions())
                yield return contradiction;
            if (Regions.Count == 0 && RegionsToSurvive is not null)
                yield return "regions may be lost, but there are none: give Regions, or leave RegionsToSurvive out";
        }
    }

    /// <inheritdoc/>
    internal override IEnumerable<IQuantity> Necessary => Cost is null ? [Bought] : [Bought, WholeCost!];

    private static Scalar HoursPerDay => Duration.Day / Duration.Hour;

    /// <summary>Replicas that compute, at average; the shadow computes too.</summary>
    private Scalar BusyReplicas => (WithShadow(Requests.Average) / Replica.Full).Marked(Aspect.Counts("replicas"));

    private RegionalLoads Loads => new(Regions, RegionsToSurvive ?? Scalar.Zero);

    /// <summary>One for each region, for one variant.</summary>
    private IReadOnlyList<OnlineFleet> Fleets => Remember<IReadOnlyList<OnlineFleet>>(() => Regions.Count == 0
        ? [new OnlineFleet(this, Title, OfVariant)]
        : [.. Regions.Select(region => new OnlineFleet(this, region.Name, Loads.In(region, OfVariant)))]);

    /// <summary>Work of one variant in all regions.</summary>
    private Load OfVariant => (Shadow, Variants) is (null, null)
        ? Requests
        : Load.Computed(WithShadow(Requests.Average) / (Variants ?? Scalar.One), WithShadow(Requests.Peak) / (Variants ?? Scalar.One), Requests.Counts);

    private Scalar Covered => InAllFleets(fleet => fleet.Covered);

    /// <summary>Replicas that run, averaged over the day.</summary>
    private Scalar Running => Autoscaling is null ? Bought : Result("replicas running on average", () => InAllFleets(fleet => fleet.Running));

    /// <summary>Replicas as if parts of one could be bought, and no zone had a minimum.</summary>
    private Scalar Unrounded => Remember(() => InAllFleets(fleet => fleet.Unrounded));

    private IReadOnlyList<Spend> OtherCosts => Remember<IReadOnlyList<Spend>>(() => [.. Parts.SelectMany(part => part.Tiers).Select(tier => tier.Cost).OfType<Spend>()]);

    private IEnumerable<Finding> MinimumDecides
    {
        get
        {
            if (Fleets.All(fleet => fleet.IsDecidedByMinimum))
                yield return new Finding(Severity.Note, FindingCodes.MinimumDecides, $"{Bought} bought because each of {Zones} zones has at least {MinimumPerZone}; the load asks for {Covered}.", Bought);
            else if ((Bought > Covered).Nominally == true)
                yield return new Finding(Severity.Note, FindingCodes.MinimumDecides, $"{Bought} bought over {Zones} zones, of which {ZonesToSurvive} may fail; the load asks for {Covered}.", Bought);
        }
    }

    private IEnumerable<Finding> ShortfallPossible
    {
        get
        {
            if (Fleets.Any(fleet => fleet.MayFallShort))
                yield return new Finding(Severity.Note, FindingCodes.ShortfallPossible, Text.Of($"{Bought} bought cover {Confidence * 100:0.#}% of the belief about the need with {ZonesToSurvive} of {Zones} zones lost; in the rest more is needed."), Bought);
        }
    }

    /// <summary>A measured replica holds its latency at the rate it was measured; any other is busy all the time at 100 %.</summary>
    private IEnumerable<Finding> NoHeadRoom => Replica.Promise is null ? ServingFindings.NoHeadRoom(Replica.Load, "replicas", Bought) : [];

    /// <summary>Of the queues; which region, where there are several.</summary>
    private IEnumerable<Finding> OfPools => Pools.SelectMany(pool => ServerPoolFindings.OfQueue(pool).Select(finding =>
        Regions.Count == 0 ? finding : finding with { Message = $"{pool.Title}: {finding.Message}" }));

    private IEnumerable<Finding> NotEstimated
    {
        get
        {
            string[] missing = [.. OtherTiers.Where(tier => tier.Estimate is null).Select(tier => tier.Name)];
            if (missing.Length > 0)
                yield return new Finding(Severity.Note, FindingCodes.TierNotEstimated, $"Not estimated: {string.Join(", ", missing)}. '{Title}' costs more by these; give OtherTiers their estimates, or leave out those that are not needed.", Cost);
        }
    }

    internal override OnlineServing Under(TrafficChange change) => this with { Requests = change.On(Requests) };

    private Rate WithShadow(Rate rate) => Shadow is null ? rate : rate * (1 + Shadow.AsScalar());

    private Scalar InAllFleets(Func<OnlineFleet, Scalar> replicas)
    {
        Scalar ofVariant = Fleets.Select(replicas).Aggregate((sum, next) => sum + next);
        return Variants is null ? ofVariant : ofVariant * Variants;
    }

    private IEnumerable<IQuantity> AfterLosses(ServerPool pool) =>
        new IQuantity?[] { Named(pool.MeanBatch, pool), Named(pool.UtilisationAfterLoss, pool), Named(pool.HeadRoomToKnee, pool), Named(pool.InTime, pool) }.OfType<IQuantity>();

    private T? Named<T>(T? reading, ServerPool pool)
        where T : Quantity<T>, IQuantity<T> => reading is null || Regions.Count == 0 ? reading : reading.Named($"{reading.Name}, {pool.Title}");

    private Scalar Machines(Scalar replicas) => ServingFindings.Scoped(replicas.Marked(Aspect.Counts("replicas")), Replica);

    private Scalar Hours(Scalar hours) => ServingFindings.Scoped(hours.Marked(Aspect.Counts("replica-hours")), Replica);
}
