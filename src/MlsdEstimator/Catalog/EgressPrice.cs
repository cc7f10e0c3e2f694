namespace MlsdEstimator;

/// <summary>What bytes cost that leave a zone, a region or the provider, by the amount of a month.</summary>
/// <remarks>Say which gigabyte the tiers count: 60 TB out cost $5,000 with tiers of 10,000 GB and $5,120 as billed, with tiers of 10,240 GiB.</remarks>
public sealed record EgressPrice
{
    /// <summary>Which way the bytes go: "AWS to the internet".</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public required string Name { get; init => field = Require.NotBlank(value, "egress name"); }

    /// <summary>Region, currency, source, date.</summary>
    public required PriceTag Tag { get; init => field = Require.NotNull(value, "price tag"); }

    /// <summary>The unit that the price list calls a gigabyte: 10^9 or 2^30 bytes.</summary>
    public required DataSize Unit { get; init => field = Require.Positive(value, "unit of the price list"); }

    /// <summary>Price of one unit, by the amount of a month.</summary>
    public required PriceTiers Tiers { get => field.Cited(Tag, $"{Name}, gigabyte"); init => field = Require.NotNull(value, "tiers"); }

    /// <summary>What a flow costs, tiers included.</summary>
    /// <param name="flow">Bytes a second that leave, on average over the month. Not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The flow is negative.</exception>
    public Spend CostOf(Bandwidth flow) => CostOfMonth(Require.NonNegative(flow, "egress") * Duration.Month) / Duration.Month;

    /// <summary>What the bytes of one month cost.</summary>
    /// <param name="sent">Bytes that leave in a month, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public Money CostOfMonth(DataSize sent) => Tiers.For(Require.NonNegative(sent, "bytes sent") / Unit);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
