namespace MlsdEstimator;

/// <summary>Memory of Redis for many small keys.</summary>
/// <remarks>
/// data = keys x bytes per key; needed = data x fragmentation x (1 + replicas). Provision for the peak: memory that was used is not given back.
/// Published: 85 B for a small string, 160 B for a hash of five fields (Redis FAQ, 64 bit); hashes of up to 512 entries of 64 B are packed, which saved 6.5 times in the documentation's example.
/// </remarks>
/// <example>
/// <code>
/// var memory = new RedisMemory { Keys = 50.Million, BytesPerKey = RedisMemory.SmallString, Replicas = 1 };
/// </code>
/// </example>
public sealed record RedisMemory : Estimator
{
    /// <summary>A key with a small string value: 85 MB a million.</summary>
    public static DataSize SmallString { get; } = Published(85, "Redis small string");

    /// <summary>A hash of five small fields: 160 MB a million.</summary>
    public static DataSize FiveFieldHash { get; } = Published(160, "Redis hash of five fields");

    /// <summary>Keys held. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required Scalar Keys { get; init => field = Require.NonNegative(value, "keys held"); }

    /// <summary>Bytes of a key with its value and overhead. Above 0. No default: <see cref="SmallString"/>, <see cref="FiveFieldHash"/>, or your own.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required DataSize BytesPerKey { get; init => field = Require.Positive(value, "bytes per key"); }

    /// <summary>Resident over used memory. At least 1. Default 1.1 to 1.5.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Scalar Fragmentation { get; init => field = Require.AtLeast(1, value, "memory fragmentation"); } = StorageDefaults.RedisFragmentation;

    /// <summary>Copies besides the first. Not negative; no default, because forgetting them is a classic mistake.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required Scalar Replicas { get; init => field = Require.NonNegative(value, "replicas"); }

    /// <summary>Keys x bytes per key.</summary>
    public DataSize Data => Result("Redis data", () => Keys * BytesPerKey);

    /// <summary>With fragmentation and replicas: what is to be bought.</summary>
    public DataSize Needed => Result("Redis memory needed", () => Data * Fragmentation * (1 + Replicas));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [Data, Needed];

    private static DataSize Published(double bytes, string name) => DataSize.FromBytes(bytes).Named(name).Cited("Redis FAQ: memory of a million keys, 64 bit");
}
