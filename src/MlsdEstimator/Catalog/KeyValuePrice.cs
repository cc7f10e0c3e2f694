namespace MlsdEstimator;

/// <summary>What requests to a key-value store cost: each as it comes, or as units that are kept ready around the clock.</summary>
public sealed record KeyValuePrice
{
    /// <summary>What the provider calls it: "DynamoDB".</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public required string Name { get; init => field = Require.NotBlank(value, "store name"); }

    /// <summary>Region, currency, source, date.</summary>
    public required PriceTag Tag { get; init => field = Require.NotNull(value, "price tag"); }

    /// <summary>Price of one read unit on demand. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public required Money Read { get => Tag.On(field, $"{Name} read unit"); init => field = Require.NonNegative(value, "price of a read unit"); }

    /// <summary>Price of one write unit on demand. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public required Money Write { get => Tag.On(field, $"{Name} write unit"); init => field = Require.NonNegative(value, "price of a write unit"); }

    /// <summary>Price of keeping one read unit a second ready. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public required Spend ReadCapacity { get => Tag.On(field, $"{Name} read capacity"); init => field = Require.NonNegative(value, "price of read capacity"); }

    /// <summary>Price of keeping one write unit a second ready. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public required Spend WriteCapacity { get => Tag.On(field, $"{Name} write capacity"); init => field = Require.NonNegative(value, "price of write capacity"); }

    /// <summary>Part of the ready units that must be used for reads to be cheaper ready than on demand.</summary>
    public Scalar BreakEvenReadUse => ReadCapacity * Duration.Second / Read;

    /// <summary>Part of the ready units that must be used for writes to be cheaper ready than on demand.</summary>
    public Scalar BreakEvenWriteUse => WriteCapacity * Duration.Second / Write;

    /// <summary>What units cost on demand.</summary>
    /// <param name="reads">Read units on average, not negative.</param>
    /// <param name="writes">Write units on average, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate is negative.</exception>
    public Spend OnDemand(Rate reads, Rate writes) => Read * Require.NonNegative(reads, "read units") + Write * Require.NonNegative(writes, "write units");

    /// <summary>What units cost that are kept ready around the clock.</summary>
    /// <param name="reads">Read units a second kept ready, at least the peak of the reads. Not negative.</param>
    /// <param name="writes">Write units a second kept ready, at least the peak of the writes. Not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public Spend Provisioned(Scalar reads, Scalar writes) =>
        ReadCapacity * Require.NonNegative(reads, "read units ready") + WriteCapacity * Require.NonNegative(writes, "write units ready");

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
