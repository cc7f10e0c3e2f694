namespace MlsdEstimator;

/// <summary>For whom answers are computed ahead of time: how many, how many of them come, and how much of the traffic they are.</summary>
public sealed class PrecomputeSet
{
    private PrecomputeSet(Scalar entities, Fraction coming, Fraction visitsCovered, string counts)
    {
        Counts = Require.NotBlank(counts, nameof(counts));
        Entities = entities;
        Coming = coming;
        VisitsCovered = visitsCovered;
    }

    /// <summary>Users or items for which an answer is computed at each refresh.</summary>
    public Scalar Entities { get; }

    /// <summary>Part of them that comes before the next refresh; the work for the others is wasted.</summary>
    public Fraction Coming { get; }

    /// <summary>Part of all visits that find an answer of theirs.</summary>
    public Fraction VisitsCovered { get; }

    /// <summary>What one of them costs in the words of the worker's capacity: "requests" when each takes what one online request takes.</summary>
    public string Counts { get; }

    /// <summary>Everyone who ever registered: covers every visit, but those who come between two refreshes may be few.</summary>
    /// <param name="registered">Registered users or items, above 0.</param>
    /// <param name="activePerRefresh">Those of them that come before the next refresh, not negative and not more than there are.</param>
    /// <param name="counts">What one of them costs in the words of the worker's capacity.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range, or more come than there are.</exception>
    public static PrecomputeSet AllRegistered(Scalar registered, Scalar activePerRefresh, string counts = "requests")
    {
        Scalar everyone = Require.Positive(registered, "registered entities");
        Scalar active = Require.NonNegative(activePerRefresh, "active per refresh");
        if ((active > everyone).Nominally == true)
            throw new ArgumentOutOfRangeException(nameof(activePerRefresh), $"'active per refresh' is {active}, but must not exceed the {everyone} registered; swap them.");
        return new PrecomputeSet(everyone, Fraction.FromScalar(active / everyone).Named("part that comes"), ServingDefaults.EveryVisit, counts);
    }

    /// <summary>Only those who were active lately: less waste, but visits of the others find nothing.</summary>
    /// <param name="active">Users or items that were active lately, not negative.</param>
    /// <param name="coming">Part of them that comes before the next refresh.</param>
    /// <param name="visitsCovered">Part of all visits that are theirs.</param>
    /// <param name="counts">What one of them costs in the words of the worker's capacity.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static PrecomputeSet Active(Scalar active, Fraction coming, Fraction visitsCovered, string counts = "requests") => new(
        Require.NonNegative(active, "active entities"),
        Require.Named<Fraction>(coming, "part that comes"),
        Require.Named<Fraction>(visitsCovered, "visits covered"),
        counts);

    /// <summary>Those of whom a model says that they will come.</summary>
    /// <param name="predicted">Users or items it names for each refresh, not negative.</param>
    /// <param name="precision">Part of them that does come.</param>
    /// <param name="recall">Part of all visits that are theirs: the rest finds nothing.</param>
    /// <param name="counts">What one of them costs in the words of the worker's capacity.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static PrecomputeSet Predicted(Scalar predicted, Fraction precision, Fraction recall, string counts = "requests") => new(
        Require.NonNegative(predicted, "predicted entities"),
        Require.Named<Fraction>(precision, "predicted that come"),
        Require.Named<Fraction>(recall, "visits covered"),
        counts);

    /// <summary>The part of this set that comes most, with the visits it makes. Who comes at all is in it first.</summary>
    internal PrecomputeSet Head(Fraction share, Fraction visits)
    {
        Scalar coming = Quantity.If(Coming.AsScalar() < share.AsScalar(), Coming.AsScalar() / share.AsScalar(), Scalar.One);
        return new PrecomputeSet(Entities * share, Fraction.FromScalar(share.Value > 0 ? coming : Scalar.One), VisitsCovered * visits, Counts);
    }

    /// <summary>The same set with other numbers; those who come are at most all.</summary>
    internal PrecomputeSet Under(TrafficChange change) => new(
        change.Entities == 1 ? Entities : Entities * change.Entities,
        change.Coming == 1 ? Coming : Fraction.FromScalar(Quantity<Scalar>.Min(Coming.AsScalar() * change.Coming, Scalar.One)),
        VisitsCovered,
        Counts);

    /// <summary>"2 bn precomputed, 25 % come, 100 % of visits covered".</summary>
    public override string ToString() => $"{Entities} precomputed, {Coming} come, {VisitsCovered} of visits covered";
}
