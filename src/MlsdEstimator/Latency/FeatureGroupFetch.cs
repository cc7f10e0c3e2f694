namespace MlsdEstimator;

/// <summary>Reading one <see cref="FeatureGroup"/>: reads, calls, bytes, time and shards.</summary>
/// <remarks>
/// bundle reads = peak requests x entities x keys per entity; store reads = bundle reads x (1 - hit ratio).
/// The misses of a request are binomial, so its time is a mixture over them: of n keys all hit with hit ratio^n only. m misses make ceiling(m / keys per call) calls in
/// ceiling(calls / parallel calls) waves; a wave is as slow as its slowest call, and waves follow each other. Calls and keys are taken as independent: a client that does not
/// wait for a whole wave is somewhat faster, and keys that miss together make the p50 better and the tail worse.
/// Shards: the most of keys, bytes and memory over what a shard is planned for, for the cold cache unless said otherwise.
/// </remarks>
public sealed record FeatureGroupFetch : Estimator
{
    /// <summary>Requests that need features. Read at their peak.</summary>
    public required Load Requests { get; init => field = Require.NotNull(value, "requests"); }

    /// <summary>What is read.</summary>
    public required FeatureGroup Group { get; init => field = Require.NotNull(value, "feature group"); }

    /// <summary>Bytes a second between the store and the caller. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Bandwidth Network { get; init => field = Require.Positive(value, "network"); } = FeatureFetchDefaults.Network;

    /// <summary>Bytes a second that the caller turns from the wire into features. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Bandwidth Decoding { get; init => field = Require.Positive(value, "decoding"); } = FeatureFetchDefaults.Decoding;

    /// <summary>Part of the keys that a cache answers.</summary>
    public Fraction HitRatio => Remember(() => Group.CacheHitRatio ?? FromPopularity ?? FeatureFetchDefaults.NoCache);

    /// <summary>What no cache of the same room beats: the most popular keys known in advance. Null without a popularity and a capacity.</summary>
    public Fraction? HitRatioBound => Group.Popularity?.PerfectFrequency;

    /// <summary>Keys of one request.</summary>
    public Scalar KeysPerRequest => Result("keys per request", () => Group.Entities * Group.KeysPerEntity);

    /// <summary>Keys that requests ask for, at peak: what the store sees while the cache is cold, or look-ups in the process.</summary>
    public Rate BundleReads => Result("bundle reads at peak", () => Counted(Requests.Peak * KeysPerRequest, "keys"));

    /// <summary>Keys that the warm cache leaves to the store, at peak.</summary>
    public Rate StoreReads => Result("store reads at peak", () => Group.Store.IsInProcess ? Rate.Zero : BundleReads * Missed);

    /// <summary>Keys of one request that the cache leaves to the store, on average.</summary>
    public Scalar MissesPerRequest => Result("cache misses per request", () => KeysPerRequest * Missed);

    /// <summary>Calls of one request to the store, on average over requests; those without a miss make none.</summary>
    public Scalar CallsPerRequest => Result("store calls per request", () => Quantity.Function<Scalar>(default(MissCalls), KeysPerRequest, Missed, KeysPerCall));

    /// <summary>Calls to the store, at peak, with a warm cache.</summary>
    public Rate StoreCalls => Result("store calls at peak", () => Group.Store.IsInProcess ? Rate.Zero : Counted(Requests.Peak * CallsPerRequest, "calls"));

    /// <summary>Bytes that requests fetch from cache and store, at peak: what the network carries unless cache or store is in the process.</summary>
    public Bandwidth Bytes => Result("bytes fetched at peak", () => Requests.Peak * Group.Entities * Group.BundleSize);

    /// <summary>Bytes that leave the store, at peak, with a warm cache.</summary>
    public Bandwidth StoreBytes => Result("store bytes at peak", () => Group.Store.IsInProcess ? Bandwidth.Zero : Bytes * Missed);

    /// <summary>Rounds of parallel calls that a request with its mean number of misses waits for.</summary>
    public Scalar Waves => Result("waves", () => ((MissesPerRequest / KeysPerCall).Ceiling() / Group.ParallelCalls.Ceiling()).Ceiling());

    /// <summary>Part of the requests that the cache answers alone: hit ratio to the power of the keys, if keys are independent.</summary>
    public Fraction AllHit => Result("requests without a miss", () => Fraction.FromScalar(HitRatio.AsScalar().Pow(KeysPerRequest)));

    /// <summary>Reads of the most popular key, at peak and from the store: what one shard must bear, however many there are. Null when not known.</summary>
    public Rate? HottestReads => HottestShare is null ? null : Result("reads of the hottest key", () => Counted(Requests.Peak * KeysPerRequest * HottestShare, "keys"));

    /// <summary>Network and decoding of a request with its mean number of misses: the client's term.</summary>
    public Duration ClientTime => Result("client and decoding", () => PerMiss * MissesPerRequest);

    /// <summary>Time of the group, with its tail: the mixture over the misses of a request.</summary>
    public LatencyProfile Time => Remember(MakeTime);

    /// <summary>Shards for the reads that the warm cache leaves, not rounded; null where nothing says what a shard can do.</summary>
    public Scalar? ShardsWarm => HasShards ? Result("shards, warm cache", () => Largest(StoreReads, StoreBytes)) : null;

    /// <summary>Shards for all reads, as after a restart of the cache, not rounded; null where nothing says what a shard can do.</summary>
    public Scalar? ShardsCold => HasShards ? Result("shards, cold cache", () => Largest(BundleReads, Bytes)) : null;

    /// <summary>Shards, needed and bought; null where nothing says what a shard can do.</summary>
    public Provision? Purchase => ShardsCold is null ? null : Remember(() => (Group.SizedForWarmCache ? ShardsWarm! : ShardsCold).ProvisionFor(Group.Confidence));

    /// <summary>Shards bought; null where nothing says what a shard can do.</summary>
    public Scalar? Shards => Purchase is null ? null : Result("shards bought", () => Purchase.Bought);

    /// <summary>What the shards cost; null without a price.</summary>
    public Spend? Cost => Group.ShardPrice is null || Shards is null ? null : Result("feature store cost", () => Group.ShardPrice * Shards);

    /// <summary>What sets the number of shards at best guess: "keys", "bytes" or "memory"; null where nothing says what a shard can do.</summary>
    public string? Bottleneck => HasShards ? Limits(SizedReads, SizedBytes).MaxBy(limit => limit.Shards.Node.Nominal).What : null;

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results =>
    [
        .. new IQuantity?[] { BundleReads, StoreReads, Bytes, Time.P50.Named("group p50"), Time.P95.Named("group p95"), Time.P99.Named("group p99"), StoreCalls, StoreBytes, Waves, HottestReads, ShardsWarm, ShardsCold, Shards, Cost }
            .OfType<IQuantity>(),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Tier> Tiers => Purchase is null ? [] : [new Tier(Title, Group.ShardName, Purchase, Cost)];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => FeatureFetchFindings.Of(this);

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions
    {
        get
        {
            if (Group.ShardPrice is not null && !HasShards)
                yield return "a shard has a price, but no keys per second: give KeysPerSecondPerShard, or leave the price out";
            if (Group is { CacheHitRatio: not null, Popularity: { Capacity: not null } or { TimeToLive: not null } })
                yield return "a CacheHitRatio and what the cache of Popularity holds both say how often it hits: give one of them";
            if (Group.Held is not null && MemoryPerShard is null)
                yield return "data is Held, but a shard has no memory: give MemoryPerShard, or leave Held out";
            if (Group is { Store.IsInProcess: true, KeysPerSecondPerShard: not null } or { Store.IsInProcess: true, BandwidthPerShard: not null })
                yield return "features in the process have no shards: leave what a shard can do out, or name another Store";
        }
    }

    /// <summary>Keys of a full call: what the caller wants, or what the store allows.</summary>
    internal Scalar KeysPerCall => Group.Store.MostKeysPerCall is Scalar most ? Scalar.Min(Group.KeysPerCall, most) : Group.KeysPerCall;

    /// <summary>Keys a second of one shard.</summary>
    internal Rate? KeysPerShard => Group.KeysPerSecondPerShard ?? Group.Store.KeysPerSecondPerShard;

    /// <summary>The reads that shards are bought for.</summary>
    internal Rate SizedReads => Group.SizedForWarmCache ? StoreReads : BundleReads;

    /// <summary>Part of the keys that go to the store.</summary>
    internal Fraction Missed => 1 - HitRatio;

    private Bandwidth SizedBytes => Group.SizedForWarmCache ? StoreBytes : Bytes;

    private Bandwidth? BytesPerShard => Group.BandwidthPerShard ?? Group.Store.BandwidthPerShard;

    private DataSize? MemoryPerShard => Group.MemoryPerShard ?? Group.Store.MemoryPerShard;

    private bool HasShards => KeysPerShard is not null || BytesPerShard is not null || Group.Held is not null;

    private Fraction? HottestShare => Group.HottestKey ?? Group.Popularity?.HottestShare;

    /// <summary>Where both room and a lifetime end an item's stay, neither alone is reached: the smaller is nearer.</summary>
    private Fraction? FromPopularity => (Group.Popularity?.LeastRecentlyUsed, Group.Popularity?.FixedLifetime) switch
    {
        (Fraction kept, Fraction alive) => Remember(() => Quantity<Fraction>.Min(kept, alive)),
        (Fraction kept, null) => kept,
        (null, Fraction alive) => alive,
        _ => null,
    };

    /// <summary>Memory is read where it lies.</summary>
    private Duration PerMiss => Group.Store.IsInProcess ? Duration.Zero : BytesPerKey / Network + BytesPerKey / Decoding;

    private DataSize BytesPerKey => Group.BundleSize / Group.KeysPerEntity;

    private Scalar Largest(Rate reads, Bandwidth bytes) => Limits(reads, bytes).Select(limit => limit.Shards).Aggregate(Scalar.Max);

    private IReadOnlyList<(string What, Scalar Shards)> Limits(Rate reads, Bandwidth bytes) =>
    [
        .. KeysPerShard is null ? Array.Empty<(string, Scalar)>() : [("keys", reads / KeysPerShard)],
        .. BytesPerShard is null ? Array.Empty<(string, Scalar)>() : [("bytes", bytes / BytesPerShard)],
        .. Group.Held is null ? Array.Empty<(string, Scalar)>() : [("memory", Group.Held / MemoryPerShard!)],
    ];

    private LatencyProfile MakeTime()
    {
        (LatencyProfile call, Scalar perFurtherKey) = Group.Call is LatencyProfile measured ? (measured, Scalar.Zero) : (Group.Store.Call, Group.Store.PerFurtherKey);
        LatencyProfile reads = call.ForMisses(KeysPerRequest, Missed, KeysPerCall, Group.ParallelCalls, perFurtherKey, PerMiss);
        return Group.CacheLookup is null ? reads : Group.CacheLookup.Then(reads);
    }

    private static Rate Counted(Rate rate, string what) => rate.Marked(Aspect.Counts(what));
}
