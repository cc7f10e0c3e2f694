namespace MlsdEstimator;

/// <summary>Answers computed ahead of time and looked up when somebody comes: machines, store, age, waste and cost.</summary>
/// <remarks>
/// hours of a refresh = entities / full rate of a worker; workers = entities / window / planned rate of a worker;
/// age of an answer: interval / 2 + window on average, interval + window at worst (answers appear when the window ends; visits come evenly).
/// Joining features, retries, stragglers and interruptions of spot machines lengthen the work. Workers are paid for the hours they hold machines, as rented or preemptible ones are;
/// a cluster that stays bought costs more. Scoring costs the same however many requests come; reading the answers does not.
/// </remarks>
public sealed record BatchInference : ServingDesign
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

    /// <summary>Features read and joined on the same workers before they score, or null when the score's time includes it.</summary>
    public FeatureJoin? Join { get; init; }

    /// <summary>Spot machines in place of those at <see cref="WorkerPrice"/>, or null.</summary>
    public SpotMarket? Spot { get; init; }

    /// <summary>Part of the tasks that fail and are done again, below 100 %, or null for none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not below 100 %.</exception>
    public Fraction? Retried { get; init => field = value is null ? null : Require.FractionBelowOne(value, "tasks retried"); }

    /// <summary>Time of the slowest worker over the mean, at least 1: the others are held until it ends. Null for none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Scalar? Straggling { get; init => field = value is null ? null : Require.AtLeast(1, value, "slowest over mean worker"); }

    /// <summary>Visits that look answers up, or null where reads are not to be priced. Read at their average.</summary>
    public Load? Visits { get; init; }

    /// <summary>Price of one look-up, or null. Not negative. Needs <see cref="Visits"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public Money? ReadPrice { get; init => field = value is null ? null : Require.NonNegative(value, "price of a look-up"); }

    /// <summary>Price of writing one answer, or null. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public Money? WritePrice { get; init => field = value is null ? null : Require.NonNegative(value, "price of a write"); }

    /// <summary>Percentile of the time of a look-up, or null where nobody said.</summary>
    public ServiceLevel? Lookup { get; init; }

    /// <summary>How often what an answer depends on changes, or null where that is not known. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative.</exception>
    public Rate? Changes { get; init => field = value is null ? null : Require.NonNegative(value, "changes"); }

    /// <summary>Power of a worker at work, host included, or null where nobody said. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The power is negative.</exception>
    public Power? WorkerPower { get; init => field = value is null ? null : Require.NonNegative(value, "worker power"); }

    /// <summary>The part of our belief about the need that the purchase covers, strictly between 0 and 1. Default 0.9.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not strictly between 0 and 1.</exception>
    public double Confidence { get; init => field = Require.InsideUnitInterval(value, "confidence"); } = Provision.DefaultConfidence;

    /// <inheritdoc/>
    public override ServingChoice Kind => ServingChoice.Batch;

    /// <summary>Hours of computing for one refresh, all that lengthens them included.</summary>
    public Scalar HoursPerRefresh => Result("machine-hours per refresh", () => Scoped(BusyTime / Duration.Hour, "machine-hours"));

    /// <summary>Hours of computing in a day.</summary>
    public Scalar HoursPerDay => Result("machine-hours per day", () => HoursPerRefresh * (Duration.Day / RefreshInterval));

    /// <summary>Workers that finish within the window, not rounded: a range.</summary>
    public Scalar WorkersNeeded => Result("workers needed in the window", () => Scoped(Lengthened(JoinTime is null ? Planned : Planned + JoinTime / Kept), "workers"));

    /// <summary>The decision: need, number bought, confidence.</summary>
    public Provision Purchase => Remember(() => WorkersNeeded.ProvisionFor(Confidence));

    /// <summary>Workers bought: certain and whole.</summary>
    public Scalar WorkersBought => Result("workers bought", () => Scoped(Purchase.Bought, "workers"));

    /// <summary>Bytes of stored answers, with copies.</summary>
    public DataSize OutputStore => Result("output store", () => Set.Entities * OutputPerEntity * OutputCopies);

    /// <summary>Mean age of an answer when it is read: interval / 2 + window.</summary>
    public Duration MeanStaleness => Age.Mean;

    /// <summary>Age of the oldest answer that is read: interval + window.</summary>
    public Duration WorstStaleness => Age.Worst;

    /// <summary>How old answers are: they are computed from data of the start of the window and read from its end.</summary>
    public override Staleness Age => Remember(() => new Staleness { Interval = RefreshInterval, Delay = Window, Changes = Changes });

    /// <summary>Part of the work for people who do not come before the next refresh.</summary>
    public Fraction Waste => Result("computed for people who do not come", () => 1 - Set.Coming);

    /// <summary>Cost of the hours that workers compute, spread over the interval; null without a worker price. It does not depend on requests.</summary>
    public Spend? WorkerCost => PaidPrice is null ? null : Result("worker cost", () => PaidPrice * (BusyTime / RefreshInterval));

    /// <summary>Cost of the stored answers; null without a storage price.</summary>
    public Spend? StoreCost => StoragePrice is null ? null : Result("output store cost", () => StoragePrice * OutputStore);

    /// <summary>Cost of looking answers up; null without a price of a look-up.</summary>
    public Spend? ReadCost => ReadPrice is null ? null : Result("look-up cost", () => ReadPrice * Visits!.Average);

    /// <summary>Cost of writing answers; null without a price of a write.</summary>
    public Spend? WriteCost => WritePrice is null ? null : Result("write cost", () => WritePrice * (Set.Entities / RefreshInterval));

    /// <summary>Workers, store, look-ups and writes together; null without a worker price, and without each of the others where that has none.</summary>
    public Spend? Cost => WorkerCost is null ? null : Result("batch cost", () => new[] { StoreCost, ReadCost, WriteCost }.OfType<Spend>().Aggregate(WorkerCost, (sum, cost) => sum + cost));

    /// <inheritdoc/>
    public override Spend? WholeCost => Cost;

    /// <summary>The cost: workers are paid by the hour, so nothing in it is rounded.</summary>
    public override Spend? UnroundedCost => Cost;

    /// <inheritdoc/>
    public override ServiceLevel? PromisedLatency => Lookup;

    /// <inheritdoc/>
    public override Fraction? Wasted => Waste;

    /// <summary>Power of the workers, spread over the interval. Null without the power of one.</summary>
    public override Power? PowerDrawn => WorkerPower is null ? null : Result("power", () => WorkerPower * (BusyTime / RefreshInterval));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results =>
    [
        HoursPerRefresh, HoursPerDay, WorkersNeeded, WorkersBought, OutputStore, MeanStaleness, WorstStaleness, Waste,
        .. new IQuantity?[] { Age.Changed, WorkerCost, StoreCost, ReadCost, WriteCost, Cost, PowerDrawn }.OfType<IQuantity>(),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Tier> Tiers => 
    [
        new Tier(Title, WorkerName, Purchase, WorkerCost), new Tier($"{Title}, output", "storage", null, StoreCost),
        .. AnswerTraffic is null ? Array.Empty<Tier>() : [new Tier($"{Title}, answers written and read", "requests", null, AnswerTraffic)],
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings =>
    [
        .. WorkersBought.IsFeasible ? ServingFindings.Of(Worker, Set.Counts, WorkerName, WorkersBought) : [],
        .. MuchWaste,
        .. Spot?.Findings ?? [],
        new Finding(Severity.Note, FindingCodes.Consequence, $"What people see is {MeanStaleness} old on average and {WorstStaleness} at worst: nothing of their last visits is in it.", MeanStaleness),
    ];

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions
    {
        get
        {
            if ((Window > RefreshInterval).Nominally == true)
                yield return $"a refresh may take {Window}, but the next one starts after {RefreshInterval}; shorten the window or refresh less often";
            if (ReadPrice is not null && Visits is null)
                yield return "look-ups have a price, but nobody said how many there are: give Visits";
            if (Spot is not null && WorkerPrice is not null)
                yield return "workers are both spot machines and paid at WorkerPrice: give one of the two";
        }
    }

    /// <inheritdoc/>
    internal override IEnumerable<IQuantity> Necessary => Cost is null ? [WorkersBought] : [WorkersBought, Cost];

    internal override BatchInference Under(TrafficChange change)
    {
        Duration interval = change.Interval == 1 ? RefreshInterval : RefreshInterval * change.Interval;
        Duration window = change.Interval == 1 ? Window : Quantity<Duration>.Min(Window, interval);
        return this with { Set = Set.Under(change), RefreshInterval = interval, Window = window, Visits = Visits is null ? null : change.On(Visits) };
    }

    internal Spend? PaidPrice => Spot?.Price ?? WorkerPrice;

    private Spend? AnswerTraffic => (ReadCost, WriteCost) switch
    {
        (Spend reads, Spend writes) => Remember(() => reads + writes),
        (Spend reads, null) => reads,
        (null, Spend writes) => writes,
        _ => null,
    };

    /// <summary>Workers for the scores alone at the planned load.</summary>
    private Scalar Planned => Worker.ReplicasFor(Set.Entities / Kept);

    /// <summary>The window, where the refresh ends before the next one starts.</summary>
    private Duration Kept => Window.IsCertain && RefreshInterval.IsCertain
        ? Window
        : Remember(() => Window.FeasibleWhen(Window <= RefreshInterval, "a refresh takes longer than the interval to the next one"));

    private Duration? JoinTime => Join is null ? null : Remember(() => Join.TimeFor(Set.Entities));

    /// <summary>Time of one worker that does it all.</summary>
    private Duration BusyTime => Remember(() => Lengthened(JoinTime is null ? Set.Entities / Worker.Full : Set.Entities / Worker.Full + JoinTime));

    private Scalar? Lengthening => Remember<IReadOnlyList<Scalar>>(() => [.. new[] { Retried is null ? null : 1 / (1 - Retried).AsScalar(), Straggling, Spot?.Overhead }.OfType<Scalar>()]) is { Count: > 0 } factors
        ? factors.Aggregate((product, factor) => product * factor)
        : null;

    private T Lengthened<T>(Quantity<T> work)
        where T : Quantity<T>, IQuantity<T> => Lengthening is null ? (T)work : work * Lengthening;

    private IEnumerable<Finding> MuchWaste
    {
        get
        {
            if ((Waste >= ServingDefaults.MuchWaste).Nominally == true)
                yield return new Finding(Severity.Warning, FindingCodes.BatchWaste, $"{Waste} of the work is for people who do not come; precompute for the active only, and serve the rest online.", Waste);
        }
    }

    private Scalar Scoped(Scalar machines, string counts) => ServingFindings.Scoped(machines.Marked(Aspect.Counts(counts)), Worker);
}
