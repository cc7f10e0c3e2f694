namespace MlsdEstimator;

/// <summary>Ways to serve side by side: what each costs as bought, how old and how late answers are, which works and is cheapest, and what freshness must be worth.</summary>
/// <remarks>
/// Online pays for the machines bought, minimums and zones included, around the clock; batch pays by the hour for what it computes. Visits without a precomputed answer are served online by a fleet of their own,
/// or by a fallback that costs nothing, such as the popular list. Cheapest at best guesses wins; what is infeasible, too late or too stale never wins; a tie goes to the design named first.
/// Break-evens are those of the unrounded cost and say so: as if fleets shrank with every request, while other tiers stay as they were estimated. Machines come whole, with minimums, and often choose otherwise; <see cref="IntervalsAlong"/>
/// buys them anew at every point. A worksheet takes the comparison, not the designs as well: its parts, and so its tiers, are those of the choice only.
/// </remarks>
/// <example>
/// <code>
/// var serving = new ServingComparison { Online = online, Batch = nightly, ServeRestOnline = true, ValuePerRequest = 0.002.Dollars };
/// Scalar lift = serving.LiftToPay!;          // what freshness must bring
/// foreach (string line in serving.Report())
///     Console.WriteLine(line);
/// </code>
/// </example>
public sealed record ServingComparison : Estimator
{
    /// <summary>All visits served online, with a price.</summary>
    public required OnlineServing Online { get; init => field = Require.NotNull(value, "online"); }

    /// <summary>Answers computed ahead, with a worker price.</summary>
    public required BatchInference Batch { get; init => field = Require.NotNull(value, "batch"); }

    /// <summary>True when visits without an answer are served online, false when a free fallback does. No default: it decides.</summary>
    public required bool ServeRestOnline { get; init; }

    /// <summary>Other designs that serve all visits: hybrid, streaming, serverless, a hosted API. Each with a price.</summary>
    /// <exception cref="ArgumentNullException">The list or a design of it is null.</exception>
    public IReadOnlyList<ServingDesign> Others { get; init => field = [.. Require.NotNull(value, "others").Select(design => Require.NotNull(design, "others"))]; } = [];

    /// <summary>Latency that a design must promise to be chosen, or null. A design that promises nothing at that percentile is not refused.</summary>
    public ServiceLevel? LatencyLimit { get; init; }

    /// <summary>Age that no answer may exceed, or null. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public Duration? OldestAnswer { get; init => field = value is null ? null : Require.NonNegative(value, "oldest answer"); }

    /// <summary>What a request brings, on average, or null where nobody said. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Money? ValuePerRequest { get; init => field = value is null ? null : Require.Positive(value, "value per request"); }

    /// <summary>Part by which fresh answers are expected to raise what a request brings, or null. Needs <see cref="ValuePerRequest"/>.</summary>
    public Scalar? ExpectedLift { get; init => field = value is null ? null : Require.NonNegative(value, "lift of freshness"); }

    /// <summary>Monthly cost below which a choice is not worth deciding by cost: deciding takes longer than it saves. Not negative. Default $15,800 a month, what a software developer costs in the US: wage $132,930 a year (BLS OEWS, May 2022), which is 70.2 % of what employers pay (BLS ECEC, June 2025).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The cost is negative.</exception>
    public Spend SmallMoney { get; init => field = Require.NonNegative(value, "small money"); } = ServingDefaults.EngineerMonth;

    /// <summary>The designs in the order given: online, batch, the others.</summary>
    public IReadOnlyList<ServingOption> Options => Remember(() => ServingOptions.Of(this));

    /// <summary>The cheapest design that works, at best guesses; null where none works.</summary>
    public ServingOption? Cheapest => Options.Where(option => option.IsFeasible).MinBy(option => option.Cost.BaseValue);

    /// <summary>The cheapest design that works, at best guesses.</summary>
    public ServingChoice Choice => Cheapest?.Kind ?? ServingChoice.None;

    /// <summary>Which is the cheapest, draw by draw, among the designs that work: <c>Ranking</c> gives each its range and the probability of being it. Null where fewer than two work.</summary>
    public Comparison<Spend>? Belief =>
        Options.Where(option => option.IsFeasible).ToArray() is { Length: > 1 } possible ? Remember(() => Comparison.Of<Spend>([.. possible.Select(option => (option.Name, (Quantity<Spend>)option.Cost))])) : null;

    /// <summary>Cost of serving every visit online.</summary>
    public Spend OnlineCost => Result("online cost", () => Priced(Online.WholeCost));

    /// <summary>Cost of the batch and of the visits it does not cover.</summary>
    public Spend BatchCost => Result("batch cost, with the rest", () => Rest is null ? Priced(Batch.Cost) : Priced(Batch.Cost) + Priced(Rest.WholeCost));

    /// <summary>What batch saves; negative where it costs more.</summary>
    public Spend Saving => Result("saving of batch", () => (OnlineCost - BatchCost).Marked(Aspect.MoreIsBetter));

    /// <summary>What fresh answers must bring for online to pay; below 0 it pays anyway.</summary>
    public Money FreshnessMustBeWorth => Result($"freshness must be worth, per million {Online.Requests.Counts}", () => Saving / Online.Requests.Average * 1e6);

    /// <summary>Part by which fresh answers must raise what a request brings for online to pay: saving of batch / (value x requests). Null without a value.</summary>
    public Scalar? LiftToPay => ValuePerRequest is null ? null : Result("lift that freshness must bring", () => Saving / (ValuePerRequest * Online.Requests.Average));

    /// <summary>What online brings more than batch, at the expected lift, less what it costs more; above 0 online pays. Null without a lift. Solve it for any input.</summary>
    public Spend? NetOfFreshness => ExpectedLift is null ? null : Result("net of freshness", () => (ValuePerRequest! * Online.Requests.Average * ExpectedLift - Saving).Marked(Aspect.MoreIsBetter));

    /// <summary>Mean age of a precomputed answer.</summary>
    public Duration Staleness => Result("staleness", () => Batch.MeanStaleness);

    /// <summary>Visits that one refresh of one entity answers: covered visits x interval / entities.</summary>
    public Scalar VisitsPerRefresh =>
        Result("visits per entity and refresh", () => Online.Requests.Average * Batch.Set.VisitsCovered.AsScalar() * Batch.RefreshInterval / Batch.Set.Entities);

    /// <summary>Unrounded online cost.</summary>
    public Spend OnlineUnrounded => Result("online cost, unrounded", () => Priced(Online.UnroundedCost));

    /// <summary>Unrounded cost of the batch and of the visits it does not cover.</summary>
    public Spend BatchUnrounded => Result("batch cost, with the rest, unrounded", () => RestUnrounded is null ? Priced(Batch.UnroundedCost) : Priced(Batch.UnroundedCost) + RestUnrounded);

    /// <summary>
    /// Visits from which precomputing is cheaper: batch cost of one entity and refresh / online cost of one visit it answers, look-ups taken off.
    /// Unrounded: the machines bought decide, not this.
    /// </summary>
    public Scalar BreakEvenVisits => Result("break-even visits per entity and refresh, unrounded", () => VisitsPerRefresh * BreakEvenTraffic);

    /// <summary>Part of the entities that must come before the next refresh for precomputing to be cheaper, each who comes asking as often. Unrounded; above 1 precomputing never is.</summary>
    public Scalar BreakEvenActiveShare => Result("break-even active share, unrounded", () => Batch.Set.Coming.AsScalar() * BreakEvenTraffic);

    /// <summary>Average requests, users growing with them, up to which precomputing is cheaper, because it saves the other tiers of the online design; above it its dearer answers cost more. Unrounded. Null where all costs grow in proportion: volume then never decides.</summary>
    public Rate? BreakEvenVolume => OtherTiersSaved is null ? null : Result("break-even volume, unrounded", () => Online.Requests.Average * (OtherTiersSaved / DearerByBatch));

    /// <summary>Time between refreshes from which precomputing is cheaper. Unrounded.</summary>
    public Duration BreakEvenInterval => Result("break-even refresh interval, unrounded", () => Batch.RefreshInterval * (ForRefreshes / SavedOverStore));

    /// <summary>Why, in one sentence.</summary>
    public string Reason => ServingReport.ReasonOf(this);

    /// <summary>Costs, what freshness must be worth, and the break-evens that there are.</summary>
    public override IReadOnlyList<IQuantity> Results =>
    [
        OnlineCost, BatchCost, Saving, FreshnessMustBeWorth, Staleness, VisitsPerRefresh, .. BreakEvens.Where(point => point.IsFeasible),
        .. new IQuantity?[] { LiftToPay, NetOfFreshness }.OfType<IQuantity>(),
        .. Options.Skip(2).Select(option => option.Cost),
    ];

    /// <summary>The estimators of the choice.</summary>
    public override IReadOnlyList<Estimator> Parts => Cheapest?.Parts ?? [];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => Choice == ServingChoice.None
        ? [new Finding(Severity.Error, FindingCodes.Infeasible, Reason, Saving)]
        : [new Finding(Severity.Note, FindingCodes.Consequence, Reason, Saving), .. ServingReport.LinearMisleads(this), .. WithoutBreakEven];

    /// <summary>Where each design is the cheapest that works, machines bought anew at every point: not the crossings of unrounded costs.</summary>
    /// <remarks>Searched in 48 equal ratios from a hundredth to a hundred times the present value, each change then to a thousandth. Stretches shorter than a step may be missed.</remarks>
    /// <param name="axis">What is moved; all else stays.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such axis.</exception>
    public IReadOnlyList<ChoiceInterval> IntervalsAlong(ServingAxis axis) => new ChoiceSearch(this, Require.Defined(axis, nameof(axis))).Intervals();

    /// <summary>Everything a reader wants in lines of text: designs, choice, headline, break-evens of unrounded costs and what whole machines say, and what would flip the decision. Draws ranges.</summary>
    public IReadOnlyList<string> Report() => new ServingReport(this).Lines();

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions
    {
        get
        {
            if (Online.ReplicaPrice is null)
                yield return "the online design has no ReplicaPrice, so costs cannot be compared; give one";
            if (Batch.PaidPrice is null)
                yield return "the batch design has no WorkerPrice, so costs cannot be compared; give one";
            foreach (ServingDesign design in Others.Where(design => design.WholeCost is null))
                yield return $"'{design.Title}' has no price, so costs cannot be compared; give one";
            if (ExpectedLift is not null && ValuePerRequest is null)
                yield return "a lift is expected, but nobody said what a request brings: give ValuePerRequest";
        }
    }

    /// <summary>The fleet for visits that the batch does not cover, or null where there are none or a fallback takes them.</summary>
    internal OnlineServing? Rest => ServeRestOnline && Batch.Set.VisitsCovered != Fraction.One ? RestOnline : null;

    /// <summary>The same comparison for other traffic.</summary>
    internal ServingComparison Under(TrafficChange change) => this with
    {
        Online = Online.Under(change),
        Batch = Batch.Under(change),
        Others = [.. Others.Select(design => design.Under(change))],
    };

    private IEnumerable<IQuantity> BreakEvens => new IQuantity?[] { BreakEvenVisits, BreakEvenActiveShare, BreakEvenInterval, BreakEvenVolume }.OfType<IQuantity>();

    /// <summary>That one side always pays is an answer, and no fault of the design.</summary>
    private IEnumerable<Finding> WithoutBreakEven => BreakEvens.Where(point => !point.IsFeasible).GroupBy(point => point.WhyInfeasible).Select(points =>
        new Finding(Severity.Note, FindingCodes.Consequence, $"No value for {string.Join(", ", points.Select(point => $"'{point.Name}'"))}: {points.Key}.", points.First()));

    private OnlineServing RestOnline => Remember(() => Online with
    {
        Title = $"{Online.Title}, the rest",
        Requests = Online.Requests.Part(1 - Batch.Set.VisitsCovered),
    });

    private Spend? RestUnrounded => Rest is null ? null : Priced(Rest.UnroundedCost);

    /// <summary>The other tiers of the online design, where nothing of the batch pays for them too; null for none.</summary>
    private Spend? OtherTiersSaved => Rest is null ? Online.OtherCost : null;

    /// <summary>What online costs more than looking up and serving the rest, for what grows with requests.</summary>
    private Spend GrowingSaved => Remember(() =>
    {
        Spend withRest = Rest is null ? Priced(Online.FleetUnrounded) : Priced(Online.FleetUnrounded) - Priced(Rest.FleetUnrounded);
        return Batch.ReadCost is null ? withRest : withRest - Batch.ReadCost;
    });

    private Spend SavedOnline => Remember(() =>
        GrowingSaved.FeasibleWhen(GrowingSaved > Spend.Zero, "looking up and serving the rest costs more than serving everything online, so precomputing never pays"));

    private Spend SavedOverStore => Remember(() =>
    {
        Spend withTiers = OtherTiersSaved is null ? SavedOnline : GrowingSaved + OtherTiersSaved;
        Spend saved = Batch.StoreCost is null ? withTiers : withTiers - Batch.StoreCost;
        return saved.FeasibleWhen(saved > Spend.Zero, "storing the answers alone costs more than serving online, so precomputing never pays");
    });

    /// <summary>What each refresh costs: it does not grow with requests.</summary>
    private Spend ForRefreshes => Batch.WriteCost is null ? Priced(Batch.WorkerCost) : Priced(Batch.WorkerCost) + Batch.WriteCost;

    private Spend Precomputed => Remember(() => Batch.StoreCost is null ? ForRefreshes : ForRefreshes + Batch.StoreCost);

    /// <summary>Multiple of the requests at which both cost the same.</summary>
    private Scalar BreakEvenTraffic => Remember(() => PrecomputedOverTiers / SavedOnline);

    private Spend PrecomputedOverTiers => OtherTiersSaved is null ? Precomputed : Remember(() =>
    {
        Spend over = Precomputed - OtherTiersSaved;
        return over.FeasibleWhen(over >= Spend.Zero, "precomputing costs less than the other tiers of the online design alone, so it always pays");
    });

    /// <summary>What precomputing costs more, for what grows with volume.</summary>
    private Spend DearerByBatch => Remember(() =>
    {
        Spend dearer = Precomputed - GrowingSaved;
        return dearer.FeasibleWhen(dearer > Spend.Zero, "precomputing costs less at any volume, so it always pays");
    });

    /// <summary>The contradictions refuse what has no price before anything reads it.</summary>
    private static Spend Priced(Spend? cost) => Require.NotNull(cost!, "price");
}
