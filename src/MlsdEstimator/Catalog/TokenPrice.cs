namespace MlsdEstimator;

/// <summary>What tokens of a hosted language model cost: read, read again from the prompt cache, and written.</summary>
/// <remarks>Tokens that the model thinks in are paid as output.</remarks>
public sealed record TokenPrice
{
    /// <summary>What the provider calls the model: "gpt-5".</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public required string Name { get; init => field = Require.NotBlank(value, "model name"); }

    /// <summary>Region, currency, source, date.</summary>
    public required PriceTag Tag { get; init => field = Require.NotNull(value, "price tag"); }

    /// <summary>Price of one input token. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public required Money Input { get => Tag.On(field, $"{Name} input token"); init => field = Require.NonNegative(value, "price of an input token"); }

    /// <summary>Price of one output token. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public required Money Output { get => Tag.On(field, $"{Name} output token"); init => field = Require.NonNegative(value, "price of an output token"); }

    /// <summary>Price of one input token that the prompt cache holds, or null where there is no cache: it is then paid as any other.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public Money? CachedInput { get => field is null ? null : Tag.On(field, $"{Name} cached token"); init => field = value is null ? null : Require.NonNegative(value, "price of a cached token"); }

    /// <summary>Price of writing a token into the prompt cache over that of reading it plainly: 1.25 for five minutes, 2 for an hour (Anthropic, 2026). Null: writing costs nothing extra.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Scalar? CacheWriteMultiple { get; init => field = value is null ? null : Require.AtLeast(1, value, "cache write multiple"); }

    /// <summary>Part taken off for requests that may wait for hours, or null where there is no such offer.</summary>
    public Fraction? BatchDiscount { get; init => field = value is null ? null : Require.Named<Fraction>(value, "batch discount"); }

    /// <summary>Reads of a cached prompt from which caching pays: (write - 1) / (1 - read), in multiples of the plain price. Null without a cache whose writes cost extra.</summary>
    public Scalar? CacheBreakEvenReads =>
        CachedInput is null || CacheWriteMultiple is null ? null : ((CacheWriteMultiple - 1) / (1 - CachedInput / Input)).Named("reads from which prompt caching pays");

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
