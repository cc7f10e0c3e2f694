namespace MlsdEstimator;

/// <summary>What stored bytes cost in a month, and what it costs to write, read and fetch them: object or block storage.</summary>
public sealed record StoragePrice
{
    /// <summary>What the provider calls it: "S3 Standard".</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public required string Name { get; init => field = Require.NotBlank(value, "storage name"); }

    /// <summary>Region, currency, source, date.</summary>
    public required PriceTag Tag { get; init => field = Require.NotNull(value, "price tag"); }

    /// <summary>The unit that the price list calls a gigabyte: 10^9 or 2^30 bytes.</summary>
    public required DataSize Unit { get; init => field = Require.Positive(value, "unit of the price list"); }

    /// <summary>Price of one unit for a month, by amount.</summary>
    public required PriceTiers Tiers { get => field.Cited(Tag, $"{Name} gigabyte-month"); init => field = Require.NotNull(value, "tiers"); }

    /// <summary>Price of one write request, or null where writes are free. Small objects: requests cost more than bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public Money? Write { get => field is null ? null : Tag.On(field, $"{Name} write"); init => field = value is null ? null : Require.NonNegative(value, "price of a write"); }

    /// <summary>Price of one read request, or null where reads are free.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public Money? Read { get => field is null ? null : Tag.On(field, $"{Name} read"); init => field = value is null ? null : Require.NonNegative(value, "price of a read"); }

    /// <summary>Price of fetching one unit back, or null where that is free.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public Money? Retrieval { get => field is null ? null : Tag.On(field, $"{Name} retrieval"); init => field = value is null ? null : Require.NonNegative(value, "price of retrieval"); }

    /// <summary>Price of a byte and month in the first tier: what estimators of storage take.</summary>
    public Quotient<Spend, DataSize> FirstTier => Tiers.First.Per(Unit).Per(Duration.Month);

    /// <summary>What so many bytes cost, tiers included.</summary>
    /// <param name="stored">Bytes held all month, copies that the provider charges for included. Not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public Spend CostOf(DataSize stored) => Tiers.For(Require.NonNegative(stored, "stored") / Unit) / Duration.Month;

    /// <summary>What requests cost.</summary>
    /// <param name="writes">Writes on average, not negative.</param>
    /// <param name="reads">Reads on average, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate is negative.</exception>
    public Spend CostOfRequests(Rate writes, Rate reads) =>
        PerRequest(Write) * Require.NonNegative(writes, "writes") + PerRequest(Read) * Require.NonNegative(reads, "reads");

    /// <summary>How often a month each byte may be fetched until a class with cheaper bytes but paid retrieval is dearer than this one: (this - other) / retrieval.</summary>
    /// <param name="rarelyRead">The class with paid retrieval, such as S3 Standard-IA.</param>
    /// <exception cref="ArgumentException">Its retrieval is free, so nothing is traded.</exception>
    public Scalar BreakEvenRetrievals(StoragePrice rarelyRead)
    {
        Money retrieval = Require.NotNull(rarelyRead, nameof(rarelyRead)).Retrieval
            ?? throw new ArgumentException($"'{rarelyRead.Name}' charges nothing for retrieval, so there is no break-even; compare prices of bytes.", nameof(rarelyRead));
        return (Tiers.First / Unit.Bytes - rarelyRead.Tiers.First / rarelyRead.Unit.Bytes) / (retrieval / rarelyRead.Unit.Bytes);
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static Money PerRequest(Money? price) => price ?? Money.Zero;
}
