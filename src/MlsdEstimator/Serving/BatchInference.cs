namespace MlsdEstimator;

/// <summary>Answers computed ahead of time and looked up when somebody comes: machines, store, age, waste and cost.</summary>
/// <remarks>
/// hours of a refresh = entities / full rate of a worker; workers = entities / window / planned rate of a worker;
/// age of an answer: interval / 2 + window on average, interval + window at worst (answers appear when the window ends; visits come evenly).
/// Workers are paid for the hours they compute, as rented or preemptible machines are; a cluster that stays bought costs more.
/// Looking answers up is not counted.
/// </remarks>
public sealed record BatchInference : Estimator
{
    /// <summary>For whom answers are computed.</summary>
    public required PrecomputeSet Set { get; init => field = Require.NotNull(value, "precomputed set"); }

    /// <summary>What one worker computes.</summary>
    public required Capacity Worker { get; init => field = Require.NotNull(value, "worker"); }

    /// <summary>What a worker is: "A100-SXM-80GB". Default "worker".</summary>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public string WorkerName { get; init => field = Require.NotBlank(value, "worker name"); } = "worker";

    /// <summary>Time from one refresh to the next, above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration RefreshInterval { get; init => field = Require.Positive(value, "refresh interval"); }

    /// <summary>Time a refresh may take, above 0 and at most the interval.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration Window { get; init => field = Require.Positive(value, "refresh window"); }

    /// <summary>Bytes stored for each, above 0: ids and scores of the answer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required DataSize OutputPerEntity { get; init => field = Require.Positive(value, "output per entity"); }

    /// <summary>Copies of the answers, at least 1; a refresh that is swapped in holds old and new at once. No default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar OutputCopies { get; init => field = Require.AtLeast(1, value, "output copies"); }

    /// <summary>Price of a worker while it computes, or null. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public Spend? WorkerPrice { get; init => field = value is null ? null : Require.NonNegative(value, "worker price"); }

    /// <summary>Price of the stored answers, or null. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public Quotient<Spend, DataSize>? StoragePrice { get; init => field = value is null ? null : Require.NonNegative(value, "storage price"); }

    /// <summary>The part of our belief about the need that the purchase covers, strictly between 0 and 1. Default 0.9.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not strictly between 0 and 1.</exception>
    public double Confidence { get; init => field = Require.InsideUnitInterval(value, "confidence"); } = Provision.DefaultConfidence;

    /// <summary>Hours of computing for one refresh.</summary>
    public Scalar HoursPerRefresh => Result("machine-hours per refresh", () => Scoped(BusyTime / Duration.Hour, "machine-hours"));

    /// <summary>Hours of computing in a day.</summary>
    public Scalar HoursPerDay => Result("machine-hours per day", () => HoursPerRefresh * (Duration.Day / RefreshInterval));

    /// <summary>Workers that finish within the window, not rounded: a range.</summary>
    public Scalar WorkersNeeded => Result("workers needed in the window", () => Scoped(Worker.ReplicasFor(Set.Entities / Window), "workers"));

    /// <summary>The decision: need, number bought, confidence.</summary>
    public Provision Purchase => Remember(() => WorkersNeeded.ProvisionFor(Confidence));

    /// <summary>Workers bought: certain and whole.</summary>
    public Scalar WorkersBought => Result("workers bought", () => Scoped(Purchase.Bought, "workers"));

    /// <summary>Bytes of stored answers, with copies.</summary>
    public DataSize OutputStore => Result("output store", () => Set.Entities * OutputPerEntity * OutputCopies);

    /// <summary>Mean age of an answer when it is read: interval / 2 + window.</summary>
    public Duration MeanStaleness => Result("staleness, mean", () => RefreshInterval / 2 + Window);

    /// <summary>Age of the oldest answer that is read: interval + window.</summary>
    public Duration WorstStaleness => Result("staleness, worst", () => RefreshInterval + Window);

    /// <summary>Part of the work for people who do not come before the next refresh.</summary>
    public Fraction Waste => Result("computed for people who do not come", () => 1 - Set.Coming);

    /// <summary>Cost of the hours that workers compute, spread over the interval; null without a worker price.</summary>
    public Spend? WorkerCost => WorkerPrice is null ? null : Result("worker cost", () => WorkerPrice * (BusyTime / RefreshInterval));

    /// <summary>Cost of the stored answers; null without a storage price.</summary>
    public Spend? StoreCost => StoragePrice is null ? null : Result("output store cost", () => StoragePrice * OutputStore);

    /// <summary>Workers and store together; null without a worker price, and without the store where that has none.</summary>
    public Spend? Cost => WorkerCost is null ? null : Result("batch cost", () => StoreCost is null ? WorkerCost : WorkerCost + StoreCost);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results =>
    [
        HoursPerRefresh, HoursPerDay, WorkersNeeded, WorkersBought, OutputStore, MeanStaleness, WorstStaleness, Waste,
        .. new IQuantity?[] { WorkerCost, StoreCost, Cost }.OfType<IQuantity>(),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Tier> Tiers => [new Tier(Title, WorkerName, Purchase, WorkerCost), new Tier($"{Title}, output", "storage", null, StoreCost)];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings =>
    [
        .. WorkersBought.IsFeasible ? ServingFindings.Of(Worker, Set.Counts, WorkerName, WorkersBought) : [],
        .. Wasted,
        new Finding(Severity.Note, FindingCodes.Consequence, $"What people see is {MeanStaleness} old on average and {WorstStaleness} at worst: nothing of their last visits is in it.", MeanStaleness),
    ];

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions
    {
        get
        {
            if ((Window > RefreshInterval).Nominally == true)
                yield return $"a refresh may take {Window}, but the next one starts after {RefreshInterval}; shorten the window or refresh less often";
        }
    }

    private Duration BusyTime => Set.Entities / Worker.Full;

    private IEnumerable<Finding> Wasted
    {
        get
        {
            if ((Waste >= ServingDefaults.MuchWaste).Nominally == true)
                yield return new Finding(Severity.Warning, FindingCodes.BatchWaste, $"{Waste} of the work is for people who do not come; precompute for the active only, and serve the rest online.", Waste);
        }
    }

    private Scalar Scoped(Scalar machines, string counts) => ServingFindings.Scoped(machines.Marked(Aspect.Counts(counts)), Worker);
}
