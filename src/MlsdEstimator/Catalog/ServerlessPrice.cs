namespace MlsdEstimator;

/// <summary>What a function costs that is paid by the memory it holds, the time it runs and the number of its calls.</summary>
public sealed record ServerlessPrice
{
    /// <summary>What the provider calls it: "AWS Lambda x86".</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public required string Name { get; init => field = Require.NotBlank(value, "service name"); }

    /// <summary>Region, currency, source, date.</summary>
    public required PriceTag Tag { get; init => field = Require.NotNull(value, "price tag"); }

    /// <summary>The unit of memory that the price list calls a gigabyte: 10^9 or 2^30 bytes.</summary>
    public required DataSize Unit { get; init => field = Require.Positive(value, "unit of the price list"); }

    /// <summary>Price of one unit held for a second, by the amount of a month.</summary>
    public required PriceTiers Memory { get => field.Cited(Tag, $"{Name} memory-second"); init => field = Require.NotNull(value, "memory tiers"); }

    /// <summary>Price of one call. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public required Money Request { get => Tag.On(field, $"{Name} call"); init => field = Require.NonNegative(value, "price of a call"); }

    /// <summary>Unit-seconds a month that cost nothing. Not negative. Default 0: the free tier is small against a service.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public Scalar FreeMemorySeconds { get; init => field = Require.NonNegative(value, "free memory-seconds"); } = ServingDefaults.NothingFree;

    /// <summary>Calls a month that cost nothing. Not negative. Default 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public Scalar FreeRequests { get; init => field = Require.NonNegative(value, "free calls"); } = ServingDefaults.NothingFree;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
