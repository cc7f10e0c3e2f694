namespace MlsdEstimator;

/// <summary>Online against batch: what each costs, how old batch answers are, and what freshness must be worth.</summary>
/// <remarks>
/// Online pays for the machines bought, minimums and zones included, around the clock; batch pays by the hour for what it computes. Visits without a precomputed answer are served online by a fleet of their own,
/// or by a fallback that costs nothing, such as the popular list. Cheaper at best guesses wins; what is infeasible never wins; a tie goes to online.
/// A worksheet takes the comparison, not the two designs as well: its parts, and so its tiers, are those of the choice only.
/// </remarks>
public sealed record ServingComparison : Estimator
{
    /// <summary>All visits served online, with a price.</summary>
    public required OnlineServing Online { get; init => field = Require.NotNull(value, "online"); }

    /// <summary>Answers computed ahead, with a worker price.</summary>
    public required BatchInference Batch { get; init => field = Require.NotNull(value, "batch"); }

    /// <summary>True when visits without an answer are served online, false when a free fallback does. No default: it decides.</summary>
    public required bool ServeRestOnline { get; init; }

    /// <summary>Cost of serving every visit online.</summary>
    public Spend OnlineCost => Result("online cost", () => Priced(Online.Cost));

    /// <summary>Cost of the batch and of the visits it does not cover.</summary>
    public Spend BatchCost => Result("batch cost, with the rest", () => Rest is null ? Priced(Batch.Cost) : Priced(Batch.Cost) + Priced(Rest.Cost));

    /// <summary>What batch saves; negative where it costs more.</summary>
    public Spend Saving => Result("saving of batch", () => (OnlineCost - BatchCost).Marked(Aspect.MoreIsBetter));

    /// <summary>What fresh answers must bring for online to pay; below 0 it pays anyway.</summary>
    public Money FreshnessMustBeWorth => Result($"freshness must be worth, per million {Online.Requests.Counts}", () => Saving / Online.Requests.Average * 1e6);

    /// <summary>Mean age of a precomputed answer.</summary>
    public Duration Staleness => Result("staleness", () => Batch.MeanStaleness);

    /// <summary>Visits that one refresh of one entity answers: covered visits x interval / entities.</summary>
    public Scalar VisitsPerRefresh =>
        Result("visits per entity and refresh", () => Online.Requests.Average * Batch.Set.VisitsCovered.AsScalar() * Batch.RefreshInterval / Batch.Set.Entities);

    /// <summary>
    /// Visits from which precomputing is cheaper: batch cost of one entity and refresh / online cost of one request.
    /// Linear: as if the online fleet shrank with every visit; the machines bought decide, not this.
    /// </summary>
    public Scalar BreakEvenVisits =>
        Result("break-even visits per entity and refresh", () => Priced(Batch.Cost) * Batch.RefreshInterval / Batch.Set.Entities / (OnlineCost / Online.Requests.Average));

    /// <summary>The cheaper design that works, at best guesses.</summary>
    public ServingChoice Choice => (IsOnlinePossible, IsBatchPossible) switch
    {
        (true, true) => (BatchCost < OnlineCost).Nominally == true ? ServingChoice.Batch : ServingChoice.Online,
        (true, false) => ServingChoice.Online,
        (false, true) => ServingChoice.Batch,
        _ => ServingChoice.None,
    };

    /// <summary>Why, in one sentence.</summary>
    public string Reason => (IsOnlinePossible, IsBatchPossible) switch
    {
        (true, true) => $"{Choice} is cheaper: {OnlineCost} online, {BatchCost} in batch, whose answers are {Staleness} old on average; freshness must be worth {FreshnessMustBeWorth} per million {Online.Requests.Counts} for online to pay.",
        (true, false) => $"Online, because batch does not work as stated: {Infeasibility.Reason(FirstOf(Batch.WorkersBought, BatchCost))}.",
        (false, true) => $"Batch, because online does not work as stated: {Infeasibility.Reason(FirstOf(Online.Bought, OnlineCost))}.",
        _ => $"Neither works as stated: online, {Infeasibility.Reason(FirstOf(Online.Bought, OnlineCost))}; batch, {Infeasibility.Reason(FirstOf(Batch.WorkersBought, BatchCost))}.",
    };

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [OnlineCost, BatchCost, Saving, FreshnessMustBeWorth, Staleness, VisitsPerRefresh, BreakEvenVisits];

    /// <summary>The estimators of the choice.</summary>
    public override IReadOnlyList<Estimator> Parts => Choice switch
    {
        ServingChoice.Online => [Online],
        ServingChoice.Batch when Rest is not null => [Batch, Rest],
        ServingChoice.Batch => [Batch],
        _ => [],
    };

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => Choice == ServingChoice.None
        ? [new Finding(Severity.Error, FindingCodes.Infeasible, Reason, Saving)]
        : [new Finding(Severity.Note, FindingCodes.Consequence, Reason, Saving)];

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions
    {
        get
        {
            if (Online.ReplicaPrice is null)
                yield return "the online design has no ReplicaPrice, so costs cannot be compared; give one";
            if (Batch.WorkerPrice is null)
                yield return "the batch design has no WorkerPrice, so costs cannot be compared; give one";
        }
    }

    /// <summary>The fleet for visits that the batch does not cover, or null where there are none or a fallback takes them.</summary>
    private OnlineServing? Rest => ServeRestOnline && Batch.Set.VisitsCovered != Fraction.One ? RestOnline : null;

    private OnlineServing RestOnline => Remember(() => Online with
    {
        Title = $"{Online.Title}, the rest",
        Requests = Online.Requests.Part(1 - Batch.Set.VisitsCovered),
    });

    private bool IsOnlinePossible => Online.Bought.IsFeasible && OnlineCost.IsFeasible;

    private bool IsBatchPossible => Batch.WorkersBought.IsFeasible && BatchCost.IsFeasible;

    /// <summary>The contradictions refuse what has no price before anything reads it.</summary>
    private static Spend Priced(Spend? cost) => Require.NotNull(cost!, "price");

    private static Node FirstOf(Scalar machines, Spend cost) => machines.IsFeasible ? cost.Node : machines.Node;
}
