namespace MlsdEstimator;

/// <summary>Replicas that answer while the user waits: how many, how busy, and what they cost.</summary>
/// <remarks>
/// needed = peak / planned rate of a replica; bought = zones x max(minimum per zone, ceiling(covered need / (zones - zones to survive))),
/// where the covered need is the one that <see cref="Confidence"/> of our belief does not exceed. Bought replicas run all day: scaling with the
/// hour of the day would pay between busy and provisioned hours.
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
public sealed record OnlineServing : Estimator
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

    /// <summary>The part of our belief about the need that the purchase covers, strictly between 0 and 1. Default 0.9.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not strictly between 0 and 1.</exception>
    public double Confidence { get; init => field = Require.InsideUnitInterval(value, "confidence"); } = Provision.DefaultConfidence;

    /// <summary>Replicas the peak asks for, not rounded: a range.</summary>
    public Scalar Needed => Result("replicas needed", () => ServingFindings.Scoped(Replica.ReplicasFor(Requests.Peak).Marked(Aspect.Counts("replicas")), Replica));

    /// <summary>The decision: need, number bought, confidence.</summary>
    public Provision Purchase => Remember(() => new Provision(Needed, Zones * PerZone, Confidence));

    /// <summary>Replicas bought, all zones together: certain and whole.</summary>
    public Scalar Bought => Result("replicas bought", () => ServingFindings.Scoped(Purchase.Bought.Marked(Aspect.Counts("replicas")), Replica));

    /// <summary>Hours of computing in a day: average rate / full rate of a replica x 24.</summary>
    public Scalar BusyHours => Result("busy replica-hours per day", () => Scoped(BusyReplicas * HoursPerDay));

    /// <summary>Hours paid in a day: bought x 24.</summary>
    public Scalar ProvisionedHours => Result("provisioned replica-hours per day", () => Scoped(Bought * HoursPerDay));

    /// <summary>Part of the bought hours that are busy.</summary>
    public Fraction Utilisation => Result("utilisation at average", () => Fraction.FromScalar(BusyReplicas / Bought));

    /// <summary>What the bought replicas cost; null without a price.</summary>
    public Spend? Cost => ReplicaPrice is null ? null : Result("online cost", () => Bought * ReplicaPrice);

    /// <summary>Cost over the average rate, for a million; null without a price.</summary>
    public Money? CostPerMillion => Cost is null ? null : Result($"cost per million {Requests.Counts}", () => Cost / Requests.Average * 1e6);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results =>
        [Needed, Bought, BusyHours, ProvisionedHours, Utilisation, .. new IQuantity?[] { Cost, CostPerMillion }.OfType<IQuantity>()];

    /// <inheritdoc/>
    public override IReadOnlyList<Tier> Tiers => [new Tier(Title, ReplicaName, Purchase, Cost)];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings =>
        Bought.IsFeasible ? [.. ServingFindings.Of(Replica, Requests.Counts, ReplicaName, Bought), .. MinimumDecides, .. ShortfallPossible] : [];

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions
    {
        get
        {
            if ((ZonesToSurvive >= Zones).Nominally == true)
                yield return $"{ZonesToSurvive} of {Zones} zones may fail, which leaves none; survive fewer zones or buy more";
        }
    }

    private static Scalar HoursPerDay => Duration.Day / Duration.Hour;

    private Scalar BusyReplicas => (Requests.Average / Replica.Full).Marked(Aspect.Counts("replicas"));

    private Scalar Remaining => Zones - ZonesToSurvive;

    /// <summary>The need that the confidence covers, whole.</summary>
    private Scalar Covered => Result("covered need", () => Needed.ProvisionFor(Confidence).Bought);

    private Scalar PerZoneForLoad => Result("replicas per zone for the load", () => (Covered / Remaining).Ceiling());

    private Scalar PerZone => Result("replicas per zone", () => Scalar.Max(MinimumPerZone, PerZoneForLoad));

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
            if (Interval.Of(Needed.Node).High > (PerZone * Remaining).Value)
                yield return new Finding(Severity.Note, FindingCodes.ShortfallPossible, Text.Of($"{Bought} bought cover {Confidence * 100:0.#}% of the belief about the need with {ZonesToSurvive} of {Zones} zones lost; in the rest more is needed."), Bought);
        }
    }

    private Scalar Scoped(Scalar hours) => ServingFindings.Scoped(hours.Marked(Aspect.Counts("replica-hours")), Replica);
}
