namespace MlsdEstimator;

/// <summary>Replicas that answer while the user waits: how many, how busy, and what they cost.</summary>
/// <remarks>
/// needed = peak / planned rate of a replica; bought = zones x max(minimum per zone, ceiling(covered need / (zones - zones to survive))),
/// where the covered need is the one that <see cref="Confidence"/> of our belief does not exceed, spare replicas included. Each region and each variant of the model is such a
/// fleet of its own, with an equal part of the load. Bought replicas run all day, unless <see cref="Autoscaling"/> follows the hours of it.
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

    /// <summary>Regions with a fleet each, which share the load evenly: a whole number, at least 1; null for one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public Scalar? Regions { get; init => field = value is null ? null : Require.WholeAtLeast(1, value, "regions"); }

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
    public Scalar Needed => Result("replicas needed", () => Machines(Fleets is null ? NeededOfFleet : NeededOfFleet * Fleets));

    /// <summary>The decision: need, number bought, confidence.</summary>
    public Provision Purchase => Remember(() => new Provision(Needed, InAllFleets(Zones * PerZone), Confidence));

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
    public override Spend? WholeCost => Cost is null || OtherCosts.Count == 0 ? Cost : Result("online cost, all tiers", () => Plus(Cost, OtherCosts));

    /// <inheritdoc/>
    public override Spend? UnroundedCost => ReplicaPrice is null ? null : Result("online cost, unrounded", () => Plus(Unrounded * ReplicaPrice, OtherCosts));

    /// <summary>The percentile at which a replica was measured, or that it is bought to keep.</summary>
    public override ServiceLevel? PromisedLatency => Replica.Promise;

    /// <summary>Power of the replicas that run, as if always at work: an upper bound. Null without the power of one.</summary>
    public override Power? PowerDrawn => ReplicaPower is null ? null : Result("power", () => Running * ReplicaPower);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results =>
    [
        Needed, Bought, BusyHours, ProvisionedHours, Utilisation,
        .. new IQuantity?[] { Autoscaling is null ? null : RunningHours, Cost, CostPerMillion, OtherCosts.Count == 0 ? null : WholeCost, PowerDrawn }.OfType<IQuantity>(),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Tier> Tiers => [new Tier(Title, ReplicaName, Purchase, Cost)];

    /// <summary>The other tiers that are estimated.</summary>
    public override IReadOnlyList<Estimator> Parts => [.. OtherTiers.Select(tier => tier.Estimate).OfType<Estimator>()];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings =>
        Bought.IsFeasible ? [.. ServingFindings.Of(Replica, Requests.Counts, ReplicaName, Bought), .. MinimumDecides, .. ShortfallPossible, .. NotEstimated] : [.. NotEstimated];

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions
    {
        get
        {
            if ((ZonesToSurvive >= Zones).Nominally == true)
                yield return $"{ZonesToSurvive} of {Zones} zones may fail, which leaves none; survive fewer zones or buy more";
        }
    }

    /// <inheritdoc/>
    internal override IEnumerable<IQuantity> Necessary => Cost is null ? [Bought] : [Bought, WholeCost!];

    private static Scalar HoursPerDay => Duration.Day / Duration.Hour;

    /// <summary>Replicas that compute, at average; the shadow computes too.</summary>
    private Scalar BusyReplicas => (WithShadow(Requests.Average) / Replica.Full).Marked(Aspect.Counts("replicas"));

    /// <summary>Fleets of their own: regions x variants; null for one.</summary>
    private Scalar? Fleets => (Regions, Variants) switch
    {
        (null, null) => null,
        (null, Scalar variants) => variants,
        (Scalar regions, null) => regions,
        (Scalar regions, Scalar variants) => Remember(() => regions * variants),
    };

    private Scalar NeededOfFleet => Remember(() => Replica.ReplicasFor(Fleets is null ? WithShadow(Requests.Peak) : WithShadow(Requests.Peak) / Fleets));

    private Scalar Remaining => Zones - ZonesToSurvive;

    /// <summary>The need of a fleet that the confidence covers, whole.</summary>
    private Scalar CoveredOfFleet => Result("covered need", () => (Fleets is null ? Needed : NeededOfFleet).ProvisionFor(Confidence).Bought);

    private Scalar Covered => InAllFleets(CoveredOfFleet);

    private Scalar PerZoneForLoad => Result("replicas per zone for the load", () => ((Spare is null ? CoveredOfFleet : CoveredOfFleet + Spare) / Remaining).Ceiling());

    private Scalar PerZone => Result("replicas per zone", () => Scalar.Max(MinimumPerZone, PerZoneForLoad));

    /// <summary>Replicas that run, averaged over the day.</summary>
    private Scalar Running => Autoscaling is null ? Bought : Result("replicas running on average", () => InAllFleets(Zones * OverTheDay(new FleetOfTheDay(IsWhole: true), CoveredOfFleet)));

    /// <summary>Replicas as if parts of one could be bought, and no zone had a minimum.</summary>
    private Scalar Unrounded => Remember(() => Autoscaling is null
        ? Needed * Zones / Remaining
        : InAllFleets(Zones * OverTheDay(new FleetOfTheDay(IsWhole: false), NeededOfFleet)));

    private IReadOnlyList<Spend> OtherCosts => Remember<IReadOnlyList<Spend>>(() => [.. Parts.SelectMany(part => part.Tiers).Select(tier => tier.Cost).OfType<Spend>()]);

    private IEnumerable<Finding> MinimumDecides
    {
        get
        {
            if ((MinimumPerZone > PerZoneForLoad).Nominally == true)
                yield return new Finding(Severity.Note, FindingCodes.MinimumDecides, $"{Bought} bought because each of {Zones} zones has at least {MinimumPerZone}; the load asks for {Covered}.", Bought);
            else if ((Bought > Covered).Nominally == true)
                yield return new Finding(Severity.Note, FindingCodes.MinimumDecides, $"{Bought} bought over {Zones} zones, of which {ZonesToSurvive} may fail; the load asks for {Covered}.", Bought);
        }
    }

    /// <summary>From the bounds of the need, without drawing.</summary>
    private IEnumerable<Finding> ShortfallPossible
    {
        get
        {
            if (Interval.Of(NeededOfFleet.Node).High > (PerZone * Remaining).Value - (Spare?.Value ?? 0))
                yield return new Finding(Severity.Note, FindingCodes.ShortfallPossible, Text.Of($"{Bought} bought cover {Confidence * 100:0.#}% of the belief about the need with {ZonesToSurvive} of {Zones} zones lost; in the rest more is needed."), Bought);
        }
    }

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

    private Scalar InAllFleets(Scalar replicas) => Fleets is null ? replicas : replicas * Fleets;

    private Scalar OverTheDay(FleetOfTheDay fleet, Scalar need)
    {
        Scalar spare = fleet.IsWhole && Spare is not null ? Spare : Scalar.Zero, lead = Autoscaling!.Lead / Duration.Hour;
        DiurnalCurve day = Autoscaling.Day ?? DiurnalCurve.FromPeak(Requests.Peak / Requests.Average);
        return Quantity.Function<Scalar>(fleet, [need, spare, MinimumPerZone, Remaining, lead, .. day.Levels]);
    }

    private static Spend Plus(Spend cost, IReadOnlyList<Spend> others) => others.Aggregate(cost, (sum, other) => sum + other);

    private Scalar Machines(Scalar replicas) => ServingFindings.Scoped(replicas.Marked(Aspect.Counts("replicas")), Replica);

    private Scalar Hours(Scalar hours) => ServingFindings.Scoped(hours.Marked(Aspect.Counts("replica-hours")), Replica);
}
