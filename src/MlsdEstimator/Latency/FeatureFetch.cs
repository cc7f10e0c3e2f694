namespace MlsdEstimator;

/// <summary>Reading the features of a request from an online store: reads, calls, bytes, time and shards.</summary>
/// <remarks>
/// bundle reads = peak requests x entities x keys per entity; store reads = bundle reads x (1 - hit ratio).
/// A request misses entities x keys x (1 - hit ratio) keys, makes ceiling(misses / keys per call) calls, in ceiling(calls / parallel calls) waves:
/// a wave is as slow as its slowest call, and waves follow each other. Calls are taken as independent; a client that does not wait for a whole wave is somewhat faster.
/// Times are those of a request that goes to the store with its mean number of misses. Shards are bought for the cold cache.
/// </remarks>
/// <example>
/// <code>
/// var fetch = new FeatureFetch
/// {
///     Requests = traffic.Load, EntitiesPerRequest = 501, KeysPerEntity = 1, BundleSize = 1.Kilobytes, KeysPerCall = 100, ParallelCalls = 8,
///     Call = LatencyProfile.LogNormal(8.Milliseconds, 40.Milliseconds), KeysPerSecondPerShard = 100_000.PerSecond,
/// };
/// </code>
/// </example>
public sealed record FeatureFetch : Estimator
{
    /// <summary>Requests that need features. Read at their peak.</summary>
    public required Load Requests { get; init => field = Require.NotNull(value, "requests"); }

    /// <summary>Entities whose features a request reads: the candidates ranked and the user, so candidates + 1. At least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar EntitiesPerRequest { get; init => field = Require.AtLeast(1, value, "entities per request"); }

    /// <summary>Keys read for one entity, at least 1. One bundle of all features per entity is 1; one key per feature is the classic mistake that multiplies reads by 20 to 150.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar KeysPerEntity { get; init => field = Require.AtLeast(1, value, "keys per entity"); }

    /// <summary>Bytes read for one entity, over all of its keys. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required DataSize BundleSize { get; init => field = Require.Positive(value, "bundle size"); }

    /// <summary>Part of the keys that a cache before the store answers. Default 0: no cache.</summary>
    public Fraction CacheHitRatio { get; init => field = Require.Named(value, "cache hit ratio"); } = FeatureFetchDefaults.NoCache;

    /// <summary>Keys fetched by one multi-get, at least 1. Keys and calls are different numbers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar KeysPerCall { get; init => field = Require.AtLeast(1, value, "keys per call"); }

    /// <summary>Calls of one request that run at once, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar ParallelCalls { get; init => field = Require.AtLeast(1, value, "parallel calls"); }

    /// <summary>Time of one call to the store, with its tail.</summary>
    public required LatencyProfile Call { get; init => field = Require.NotNull(value, "store call"); }

    /// <summary>Keys a second that one shard is planned for, above 0; null when shards are not asked for. Keys, not calls: a call of 100 keys counts 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Rate? KeysPerSecondPerShard { get; init => field = value is null ? null : Require.Positive(value, "keys per second per shard"); }

    /// <summary>Price of a shard, not negative, or null when it is not to be priced. It needs <see cref="KeysPerSecondPerShard"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public Spend? ShardPrice { get; init => field = value is null ? null : Require.NonNegative(value, "shard price"); }

    /// <summary>What a shard is. Default "key-value shard".</summary>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public string ShardName { get; init => field = Require.NotBlank(value, "shard name"); } = "key-value shard";

    /// <summary>Part of our belief that the purchase covers, strictly between 0 and 1. Default <see cref="Provision.DefaultConfidence"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not strictly between 0 and 1.</exception>
    public double Confidence { get; init => field = Require.InsideUnitInterval(value, "confidence"); } = Provision.DefaultConfidence;

    /// <summary>Keys of one request.</summary>
    public Scalar KeysPerRequest => Result("keys per request", () => EntitiesPerRequest * KeysPerEntity);

    /// <summary>Keys that requests ask for, at peak: what the store sees while the cache is cold.</summary>
    public Rate BundleReads => Result("bundle reads at peak", () => Counted(Requests.Peak * KeysPerRequest, "keys"));

    /// <summary>Keys that the cache leaves to the store, at peak.</summary>
    public Rate StoreReads => Result("store reads at peak", () => BundleReads * Missed);

    /// <summary>Keys of one request that the cache leaves to the store, on average.</summary>
    public Scalar MissesPerRequest => Result("cache misses per request", () => KeysPerRequest * Missed);

    /// <summary>Calls of a request that goes to the store.</summary>
    public Scalar CallsPerRequest => Result("store calls per request", () => (MissesPerRequest / KeysPerCall).Ceiling());

    /// <summary>Calls to the store, at peak. A call fetches at least one key, so requests without a miss make none.</summary>
    public Rate StoreCalls => Result("store calls at peak", () => Counted(Requests.Peak * Scalar.Min(CallsPerRequest, MissesPerRequest), "calls"));

    /// <summary>Bytes that requests fetch from cache and store, at peak: what the network carries unless the cache is in the process.</summary>
    public Bandwidth Bytes => Result("bytes fetched at peak", () => Requests.Peak * EntitiesPerRequest * BundleSize);

    /// <summary>Bytes that leave the store, at peak.</summary>
    public Bandwidth StoreBytes => Result("store bytes at peak", () => Bytes * Missed);

    /// <summary>Rounds of parallel calls that a request waits for.</summary>
    public Scalar Waves => Result("waves", () => (CallsPerRequest / ParallelCalls.Ceiling()).Ceiling());

    /// <summary>Median time of the fetch.</summary>
    public Duration P50 => Result("feature fetch p50", () => Times.P50);

    /// <summary>95th percentile of the fetch.</summary>
    public Duration P95 => Result("feature fetch p95", () => Times.P95);

    /// <summary>99th percentile of the fetch.</summary>
    public Duration P99 => Result("feature fetch p99", () => Times.P99);

    /// <summary>99.9th percentile of the fetch.</summary>
    public Duration P999 => Result("feature fetch p99.9", () => Times.P999);

    /// <summary>Shards for the reads that the cache leaves, not rounded; null without a shard's keys per second.</summary>
    public Scalar? ShardsWarm => KeysPerSecondPerShard is null ? null : Result("shards, warm cache", () => StoreReads / KeysPerSecondPerShard);

    /// <summary>Shards for all reads, as after a restart of the cache, not rounded; null without a shard's keys per second.</summary>
    public Scalar? ShardsCold => KeysPerSecondPerShard is null ? null : Result("shards, cold cache", () => BundleReads / KeysPerSecondPerShard);

    /// <summary>Shards, needed and bought for the cold cache; null without a shard's keys per second.</summary>
    public Provision? Purchase => ShardsCold is null ? null : Remember(() => ShardsCold.ProvisionFor(Confidence));

    /// <summary>Shards bought; null without a shard's keys per second.</summary>
    public Scalar? Shards => Purchase is null ? null : Result("shards bought", () => Purchase.Bought);

    /// <summary>What the shards cost; null without a price.</summary>
    public Spend? Cost => ShardPrice is null || Shards is null ? null : Result("feature store cost", () => ShardPrice * Shards);

    /// <summary>Part of the requests that the cache answers alone: hit ratio to the power of the keys, if keys are independent.</summary>
    public Fraction AllHit => Result("requests without a miss", () => Fraction.FromScalar(CacheHitRatio.AsScalar().Pow(KeysPerRequest)));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results =>
    [
        .. new IQuantity?[] { BundleReads, StoreReads, Bytes, P50, P95, P99, StoreCalls, StoreBytes, Waves, ShardsWarm, ShardsCold, Shards, Cost }.OfType<IQuantity>(),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Tier> Tiers => Purchase is null ? [] : [new Tier(Title, ShardName, Purchase, Cost)];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => FeatureFetchFindings.Of(this);

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions =>
        ShardPrice is not null && KeysPerSecondPerShard is null ? ["a shard has a price, but no keys per second: give KeysPerSecondPerShard, or leave the price out"] : [];

    private Fraction Missed => 1 - CacheHitRatio;

    private LatencyProfile Times => Remember(() => Call.InWaves(CallsPerRequest, ParallelCalls));

    private static Rate Counted(Rate rate, string what) => rate.Marked(Aspect.Counts(what));
}
