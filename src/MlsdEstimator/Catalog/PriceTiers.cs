namespace MlsdEstimator;

/// <summary>A price that falls with the amount: each tier applies to what lies in it, not to the whole.</summary>
/// <remarks>cost = sum over tiers of (amount inside the tier) x price of the tier. Amounts are those of a month, in the unit of the price list.</remarks>
/// <example><code>var egress = PriceTiers.Of([(10_240, 0.09.Dollars), (51_200, 0.085.Dollars)], beyond: 0.07.Dollars);   // 61,440 GB: $5,120</code></example>
public sealed class PriceTiers
{
    private CitedTiers? cited;

    private PriceTiers(IReadOnlyList<(Scalar UpTo, Money Each)> tiers, Money beyond) => (Tiers, Beyond) = (tiers, beyond);

    /// <summary>Tiers that end, in order: up to which amount, and the price of one unit in it.</summary>
    public IReadOnlyList<(Scalar UpTo, Money Each)> Tiers { get; }

    /// <summary>Price of one unit beyond the last of them.</summary>
    public Money Beyond { get; }

    /// <summary>Price of the first unit: what small amounts pay.</summary>
    public Money First => Tiers.Count > 0 ? Tiers[0].Each : Beyond;

    /// <summary>One price for any amount.</summary>
    /// <param name="each">Price of one unit, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public static PriceTiers Flat(Money each) => Of([], each);

    /// <summary>Prices by amount.</summary>
    /// <param name="tiers">Tiers that end: certain amounts above 0, rising, each with a price that is not negative.</param>
    /// <param name="beyond">Price of one unit beyond the last of them, not negative.</param>
    /// <exception cref="ArgumentException">The ends of the tiers do not rise.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A price is negative, or an end is not above 0.</exception>
    public static PriceTiers Of(IReadOnlyList<(Scalar UpTo, Money Each)> tiers, Money beyond)
    {
        ArgumentNullException.ThrowIfNull(tiers);
        (Scalar UpTo, Money Each)[] known = [.. tiers.Select(tier => (Require.Positive(tier.UpTo, "end of tier"), Require.NonNegative(tier.Each, "price of tier")))];
        for (int i = 1; i < known.Length; i++)
        {
            if (!(known[i].UpTo.Value > known[i - 1].UpTo.Value))
                throw new ArgumentException($"The tier up to {known[i].UpTo} follows one up to {known[i - 1].UpTo}; put tiers in rising order.", nameof(tiers));
        }
        return new PriceTiers(known, Require.NonNegative(beyond, "price beyond the tiers"));
    }

    /// <summary>What an amount costs.</summary>
    /// <param name="amount">Amount of a month in the unit of the price list, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public Money For(Scalar amount)
    {
        Scalar whole = Require.NonNegative(amount, "amount"), paid = Scalar.Zero;
        Money? cost = null;
        foreach ((Scalar upTo, Money each) in Tiers)
        {
            Scalar reached = Quantity<Scalar>.Min(whole, upTo);
            cost = Plus(cost, (reached - paid) * each);
            paid = reached;
        }
        return Plus(cost, (Tiers.Count == 0 ? whole : whole - paid) * Beyond);
    }

    /// <summary>The same with every price named after its tier and cited. A price list is asked for the same again and again, so the last answer is kept.</summary>
    internal PriceTiers Cited(PriceTag tag, string name)
    {
        CitedTiers? known = cited;
        if (known is null || !ReferenceEquals(known.Tag, tag) || known.Name != name)
            cited = known = new CitedTiers(tag, name, CitedAnew(tag, name));
        return known.Tiers;
    }

    private PriceTiers CitedAnew(PriceTag tag, string name) =>
        new([.. Tiers.Select(tier => (tier.UpTo, tag.On(tier.Each, $"{name} up to {tier.UpTo}")))], tag.On(Beyond, Tiers.Count == 0 ? name : $"{name} beyond"));

    private static Money Plus(Money? sum, Money next) => sum is null ? next : sum + next;

    private sealed record CitedTiers(PriceTag Tag, string Name, PriceTiers Tiers);
}
