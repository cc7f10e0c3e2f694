namespace MlsdEstimator;

/// <summary>Features that a request reads together: of which entities, in how many keys and bytes, from which store, through which cache.</summary>
/// <remarks>Item features in the memory of the ranker are a group with <see cref="FeatureStores.InProcess"/> as its store.</remarks>
/// <example>
/// <code>
/// var items = new FeatureGroup
/// {
///     Name = "item features", Entities = 500, KeysPerEntity = 1, BundleSize = 1.Kilobytes, KeysPerCall = 100, ParallelCalls = 8,
///     Popularity = new CachePopularity { Items = 1e6, Skew = 0.9, Capacity = 100_000 },
/// };
/// </code>
/// </example>
public sealed record FeatureGroup
{
    /// <summary>What results call it. Default "features".</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public string Name { get; init => field = Require.NotBlank(value, "name"); } = "features";

    /// <summary>Entities whose features a request reads: the candidates ranked and the user, so candidates + 1. At least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Entities { get; init => field = Require.AtLeast(1, value, "entities per request"); }

    /// <summary>Keys read for one entity, at least 1. One bundle of all features per entity is 1, a key for each feature view is their number; one key per feature is the classic mistake that multiplies reads by 20 to 150.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar KeysPerEntity { get; init => field = Require.AtLeast(1, value, "keys per entity"); }

    /// <summary>Bytes read for one entity, over all of its keys. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required DataSize BundleSize { get; init => field = Require.Positive(value, "bundle size"); }

    /// <summary>Features of one entity, at least 1; null when no feature server handles them one by one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Scalar? FeaturesPerEntity { get; init => field = value is null ? null : Require.AtLeast(1, value, "features per entity"); }

    /// <summary>Where they are. Default <see cref="FeatureStores.NativeClient"/>: a store with multi-get that its own client asks, as wide as production figures.</summary>
    public FeatureStore Store { get; init => field = Require.NotNull(value, "store"); } = FeatureStores.NativeClient;

    /// <summary>Time of one call with its keys, with its tail, where you measured it; null for the store's, which grows with the keys.</summary>
    public LatencyProfile? Call { get; init; }

    /// <summary>Keys fetched by one multi-get, at least 1. Keys and calls are different numbers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar KeysPerCall { get; init => field = Require.AtLeast(1, value, "keys per call"); }

    /// <summary>Calls of one request that run at once, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar ParallelCalls { get; init => field = Require.AtLeast(1, value, "parallel calls"); }

    /// <summary>Part of the keys that a cache before the store answers; null for what <see cref="Popularity"/> gives, and 0 without it.</summary>
    public Fraction? CacheHitRatio { get; init => field = value is null ? null : Require.Named(value, "cache hit ratio"); }

    /// <summary>How unevenly keys are asked for, and what the cache holds: its hit ratio (least recently used dropped, or with a lifetime, the smaller where it has both), and its hottest key. Null when not known.</summary>
    public CachePopularity? Popularity { get; init; }

    /// <summary>Time of looking into the cache, once for each request; null for a cache in the process, which takes none.</summary>
    public LatencyProfile? CacheLookup { get; init; }

    /// <summary>Part of the reads that ask for the most popular key; null for what <see cref="Popularity"/> gives.</summary>
    public Fraction? HottestKey { get; init => field = value is null ? null : Require.Named(value, "reads of the hottest key"); }

    /// <summary>Keys a second that one shard is planned for, above 0; null for the store's. Keys, not calls: a call of 100 keys counts 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Rate? KeysPerSecondPerShard { get; init => field = value is null ? null : Require.Positive(value, "keys per second per shard"); }

    /// <summary>Bytes a second that one shard is planned for, above 0; null for the store's.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Bandwidth? BandwidthPerShard { get; init => field = value is null ? null : Require.Positive(value, "bandwidth per shard"); }

    /// <summary>Data that one shard is planned for, above 0; null for the store's. Read with <see cref="Held"/> only.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public DataSize? MemoryPerShard { get; init => field = value is null ? null : Require.Positive(value, "memory per shard"); }

    /// <summary>All data that the store holds, with overhead and copies: for example <see cref="RedisMemory.Needed"/>. Above 0; null when memory is not to be looked at.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public DataSize? Held { get; init => field = value is null ? null : Require.Positive(value, "data held"); }

    /// <summary>True where shards are bought for a warm cache only: cheaper, and full when the cache is lost.</summary>
    public bool SizedForWarmCache { get; init; }

    /// <summary>Price of a shard, not negative, or null when it is not to be priced. It needs a capacity of a shard.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public Spend? ShardPrice { get; init => field = value is null ? null : Require.NonNegative(value, "shard price"); }

    /// <summary>What a shard is. Default "key-value shard".</summary>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public string ShardName { get; init => field = Require.NotBlank(value, "shard name"); } = "key-value shard";

    /// <summary>Part of our belief that the purchase covers, strictly between 0 and 1. Default <see cref="Provision.DefaultConfidence"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not strictly between 0 and 1.</exception>
    public double Confidence { get; init => field = Require.InsideUnitInterval(value, "confidence"); } = Provision.DefaultConfidence;
}
