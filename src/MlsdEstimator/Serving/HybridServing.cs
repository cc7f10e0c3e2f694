namespace MlsdEstimator;

/// <summary>Answers computed ahead for those who come most, and online for the rest; a cache may answer part of the rest.</summary>
/// <remarks>
/// cost = batch of the head + online fleet for (1 - visits of the head) x (1 - cache hits). The share of the head is given, or is the one that costs least before machines are
/// rounded: then the hybrid is never dearer, unrounded, than everything online or everything precomputed. Where every visit finds a precomputed answer nothing is bought online.
/// </remarks>
/// <example>
/// <code>
/// var hybrid = new HybridServing { Online = online, Batch = batchForAll, Coverage = VisitCoverage.Zipf(31e6, 0.8) };
/// Fraction head = hybrid.Head;   // the cheapest share
/// </code>
/// </example>
public sealed record HybridServing : ServingDesign
{
    /// <summary>All visits served online: the fleet of the rest is this one for less traffic.</summary>
    public required OnlineServing Online { get; init => field = Require.NotNull(value, "online"); }

    /// <summary>Everybody precomputed: the batch of the head is this one for fewer.</summary>
    public required BatchInference Batch { get; init => field = Require.NotNull(value, "batch"); }

    /// <summary>How many of the visits the most frequent make.</summary>
    public required VisitCoverage Coverage { get; init => field = Require.NotNull(value, "coverage"); }

    /// <summary>Part that is precomputed, most frequent first: certain. Null for the cheapest, unrounded, at best guesses.</summary>
    /// <exception cref="ArgumentException">The share is uncertain: it is a decision.</exception>
    public Fraction? Share { get; init => field = value is null ? null : Certain(value); }

    /// <summary>Part of the rest that a cache of earlier online answers serves, below 100 %, or null for none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not below 100 %.</exception>
    public Fraction? CacheHits { get; init => field = value is null ? null : Require.FractionBelowOne(value, "cache hits of the rest"); }

    /// <inheritdoc/>
    public override ServingChoice Kind => ServingChoice.Hybrid;

    /// <summary>Part of the users or items that is precomputed.</summary>
    public Fraction Head => Result("precomputed share", () => Share ?? CheapestShare);

    /// <summary>Part of the visits that finds a precomputed answer.</summary>
    public Fraction VisitsCovered => Result("visits covered", () => HeadBatch.Set.VisitsCovered);

    /// <summary>Online requests at peak that neither the head nor the cache answers.</summary>
    public Rate TailPeak => Result("online requests at peak", () => Tail.Requests.Peak);

    /// <inheritdoc/>
    public override Spend? WholeCost => Result("hybrid cost", () => IsAllPrecomputed ? HeadBatch.Cost! : HeadBatch.Cost! + Tail.WholeCost!);

    /// <inheritdoc/>
    public override Spend? UnroundedCost => Result("hybrid cost, unrounded", () => IsAllPrecomputed ? HeadBatch.UnroundedCost! : HeadBatch.UnroundedCost! + Tail.UnroundedCost!);

    /// <summary>The head computed ahead.</summary>
    public BatchInference HeadBatch => Remember(() => HeadAt(Head));

    /// <summary>The fleet for the rest; not bought where there is none.</summary>
    public OnlineServing Tail => Remember(() => TailAt(Head) with { Title = $"{Online.Title}, the rest" });

    /// <summary>The slower of the two.</summary>
    public override ServiceLevel? PromisedLatency => (Online.PromisedLatency, Batch.PromisedLatency) switch
    {
        (ServiceLevel online, ServiceLevel batch) => (batch.Limit > online.Limit).Nominally == true ? batch : online,
        _ => null,
    };

    /// <summary>Of the precomputed answers.</summary>
    public override Staleness? Age => Batch.Age;

    /// <summary>Part of the precomputed work that nobody reads.</summary>
    public override Fraction? Wasted => HeadBatch.Waste;

    /// <inheritdoc/>
    public override Power? PowerDrawn => HeadBatch.PowerDrawn is null || Tail.PowerDrawn is null ? null : Result("power", () => IsAllPrecomputed ? HeadBatch.PowerDrawn : HeadBatch.PowerDrawn + Tail.PowerDrawn);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [Head, VisitsCovered, TailPeak, WholeCost!, UnroundedCost!];

    /// <inheritdoc/>
    public override IReadOnlyList<Estimator> Parts => IsAllPrecomputed ? [HeadBatch] : [HeadBatch, Tail];

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions
    {
        get
        {
            if (Online.ReplicaPrice is null)
                yield return "the online part has no ReplicaPrice, so the share cannot be chosen by cost; give one";
            if (Batch.PaidPrice is null)
                yield return "the batch part has no price of workers, so the share cannot be chosen by cost; give one";
        }
    }

    /// <inheritdoc/>
    internal override IEnumerable<IQuantity> Necessary => IsAllPrecomputed ? [HeadBatch.WorkersBought, WholeCost!] : [HeadBatch.WorkersBought, Tail.Bought, WholeCost!];

    internal override HybridServing Under(TrafficChange change) => this with { Online = Online.Under(change), Batch = Batch.Under(change) };

    private static Fraction Certain(Fraction share) =>
        share.IsCertain ? Require.Named<Fraction>(share, "precomputed share") : throw new ArgumentException($"'precomputed share' is {share}, but must be certain: it is a decision. Leave it out for the cheapest.", nameof(share));

    /// <summary>Nobody is left for the online part.</summary>
    private bool IsAllPrecomputed => Head == Fraction.One && Batch.Set.VisitsCovered == Fraction.One;

    /// <summary>The cheapest share with an online part, or everything where that saves the other tiers of the online design.</summary>
    private Fraction CheapestShare
    {
        get
        {
            double share = CheapestKnot, saved = Batch.Set.VisitsCovered == Fraction.One && Online.OtherCost is Spend tiers ? Known(tiers) : 0;
            return Fraction.FromRatio(ProportionalCost(1) - saved < ProportionalCost(share) ? 1 : share);
        }
    }

    /// <summary>The more frequent come first, so the cost falls and then rises along the curve: halving finds where.</summary>
    private double CheapestKnot
    {
        get
        {
            (int low, int high) = (0, Coverage.Knots.Count - 1);
            while (low < high)
            {
                int middle = (low + high) / 2;
                (low, high) = ProportionalCost(Coverage.Knots[middle]) <= ProportionalCost(Coverage.Knots[middle + 1]) ? (low, middle) : (middle + 1, high);
            }
            return Coverage.Knots[low];
        }
    }

    /// <summary>As if the online fleet shrank in proportion, which needs no design of its own for every step.</summary>
    private double ProportionalCost(double share)
    {
        double visits = Coverage.AtKnot(share).Node.Nominal, rest = 1 - Batch.Set.VisitsCovered.Node.Nominal * visits;
        double reads = Batch.ReadCost is null ? 0 : Known(Batch.ReadCost), work = Known(Batch.UnroundedCost!) - reads;
        return work * share + reads * visits + Known(Online.FleetUnrounded!) * rest * (1 - (CacheHits?.Node.Nominal ?? 0));
    }

    private static double Known(Spend cost) => cost.IsFeasible ? cost.BaseValue : double.PositiveInfinity;

    private BatchInference HeadAt(Fraction share)
    {
        Fraction covered = Coverage.Of(share);
        return Batch with { Title = $"{Batch.Title}, the head", Set = Batch.Set.Head(share, covered), Visits = Batch.Visits?.Part(covered) };
    }

    private OnlineServing TailAt(Fraction share)
    {
        Fraction rest = 1 - Batch.Set.VisitsCovered * Coverage.Of(share);
        return Online with { Requests = Online.Requests.Part(CacheHits is null ? rest : rest * (1 - CacheHits)) };
    }
}
