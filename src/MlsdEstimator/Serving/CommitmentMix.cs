namespace MlsdEstimator;

/// <summary>How many machines to reserve for a term, and how many to take on demand or spot as the day asks for them.</summary>
/// <remarks>
/// A reserved machine is paid around the clock, so it pays where it is used for more than reserved price / price of an hour on top. Over the hours of a day that makes the
/// reserved number a quantile of what runs (the newsvendor's rule): the k-th machine is reserved while it runs in more than that part of the hours. Machines on top are on demand,
/// except for the part that may be taken away, which is spot.
/// </remarks>
/// <example>
/// <code>
/// var mix = new CommitmentMix { Machines = 100, Day = DiurnalCurve.FromPeak(2), OnDemand = 1.DollarsPerHour, Reserved = 0.62.DollarsPerHour };
/// Scalar reserve = mix.ReservedMachines;
/// </code>
/// </example>
public sealed record CommitmentMix : Estimator
{
    /// <summary>Machines at the peak of the day. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required Scalar Machines { get; init => field = Require.NonNegative(value, "machines at peak"); }

    /// <summary>The day the machines follow.</summary>
    public required DiurnalCurve Day { get; init => field = Require.NotNull(value, "day"); }

    /// <summary>Price of a machine on demand. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Spend OnDemand { get; init => field = Require.Positive(value, "price on demand"); }

    /// <summary>Price of a reserved machine, paid around the clock. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public required Spend Reserved { get; init => field = Require.NonNegative(value, "reserved price"); }

    /// <summary>Spot machines, or null for none.</summary>
    public SpotMarket? Spot { get; init; }

    /// <summary>Part of the machines beyond the reserved ones that may be spot, because losing it does no harm. Needs <see cref="Spot"/>.</summary>
    public Fraction? SpotShare { get; init => field = value is null ? null : Require.Named<Fraction>(value, "spot share"); }

    /// <summary>Part of the hours that a machine must run for reserving it to pay against demand: reserved / on demand.</summary>
    public Scalar BreakEvenUse => Result("use from which reserving pays", () => Reserved / OnDemand);

    /// <summary>Price of a machine-hour that is not reserved: on demand, with its part of spot.</summary>
    public Spend OnTop => Result("price of an hour on top", () => Spot is null ? OnDemand : OnDemand * (1 - SpotShare!).AsScalar() + Spot.EffectivePrice * SpotShare!.AsScalar());

    /// <summary>Machines to reserve: whole and certain, from best guesses.</summary>
    public Scalar ReservedMachines => Result("machines reserved", () => Decision(Function(new CommittedMachines(CommittedOutput.Reserved), Reserved / OnTop)).Marked(Aspect.Counts("machines")));

    /// <summary>Machines on top, averaged over the day.</summary>
    public Scalar OnTopMachines => Result("machines on top, on average", () => Function(new CommittedMachines(CommittedOutput.OnTop), ReservedMachines));

    /// <summary>What the mix costs.</summary>
    public Spend Cost => Result("cost of the mix", () => Reserved * ReservedMachines + OnTop * OnTopMachines);

    /// <summary>What it costs to take every machine when it is needed, on demand.</summary>
    public Spend CostOnDemand => Result("cost on demand", () => OnDemand * Function(new CommittedMachines(CommittedOutput.OnTop), Scalar.Zero));

    /// <summary>What it costs to reserve the peak.</summary>
    public Spend CostReserved => Result("cost of reserving the peak", () => Reserved * Machines.Ceiling());

    /// <summary>What the mix saves against on demand.</summary>
    public Spend Saving => Result("saving against on demand", () => (CostOnDemand - Cost).Marked(Aspect.MoreIsBetter));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [BreakEvenUse, ReservedMachines, OnTopMachines, OnTop, Cost, CostOnDemand, CostReserved, Saving];

    /// <summary>Mean price of machine-hours that are bought in several ways: sum of share x price.</summary>
    /// <param name="parts">Shares that sum to 1, each with its price.</param>
    /// <exception cref="ArgumentException">No part is given, or the shares do not sum to 1.</exception>
    public static Spend Blended(params IReadOnlyList<(Fraction Share, Spend Price)> parts)
    {
        Require.NotEmpty(parts, nameof(parts));
        double whole = parts.Sum(part => Require.NotNull(part.Share, nameof(parts)).Value);
        if (Math.Abs(whole - 1) > 1e-9)
            throw new ArgumentException(Text.Of($"The shares of 'parts' sum to {whole:0.######}, but must sum to 1."), nameof(parts));
        return parts.Select(part => Require.NonNegative(part.Price, "price") * part.Share.AsScalar()).Aggregate((sum, price) => sum + price);
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions
    {
        get
        {
            if (Spot is null != SpotShare is null)
                yield return "spot machines need both their market (Spot) and the part that may be taken away (SpotShare)";
        }
    }

    private Scalar Function(CommittedMachines function, Scalar first) => Quantity.Function<Scalar>(function, [first, Machines, .. Day.Levels]);

    private static Scalar Decision(Scalar best) =>
        best.IsFeasible ? Scalar.Create(new DecisionNode(Dimensions.Scalar, best.Value, best.Node, "whole number that costs least at best guesses:")) : best;
}
