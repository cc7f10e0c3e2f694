namespace MlsdEstimator;

/// <summary>Reading the features of a request from online stores: reads, calls, bytes, time and shards.</summary>
/// <remarks>
/// Time = stores (in parallel, or one after the other) with the client's network and decoding, and then the feature server if there is one: three terms,
/// composed as distributions. What each group of features reads, hits and costs is in <see cref="FeatureGroupFetch"/>, its parts.
/// Keys and calls are different rates: a multi-get of 100 keys is one call. Shards are bought for the cold cache unless a group says otherwise.
/// </remarks>
/// <example>
/// <code>
/// var fetch = new FeatureFetch
/// {
///     Requests = traffic.Load,
///     Groups =
///     [
///         new FeatureGroup { Name = "user", Entities = 1, KeysPerEntity = 1, BundleSize = 4.Kilobytes, KeysPerCall = 1, ParallelCalls = 1 },
///         new FeatureGroup { Name = "items", Entities = 500, KeysPerEntity = 1, BundleSize = 1.Kilobytes, KeysPerCall = 100, ParallelCalls = 8, CacheHitRatio = 90.Percent },
///     ],
/// };
/// Duration tail = fetch.P99;
/// </code>
/// </example>
public sealed record FeatureFetch : Estimator
{
    /// <summary>Requests that need features. Read at their peak.</summary>
    public required Load Requests { get; init => field = Require.NotNull(value, "requests"); }

    /// <summary>What is read together, at least one group: user and item features usually differ in bytes, store and cache.</summary>
    /// <exception cref="ArgumentException">The list is empty, holds a null, or two groups have the same name.</exception>
    public required IReadOnlyList<FeatureGroup> Groups { get; init => field = Checked(value); }

    /// <summary>True where a group is read only when the one before is there: the user's features say which items. Default false: all at once.</summary>
    public bool OneAfterTheOther { get; init; }

    /// <summary>Server between the caller and the stores; null for a client that asks the stores itself.</summary>
    public FeatureServer? Server { get; init; }

    /// <summary>Hosts of the <see cref="Server"/> that share the requests, above 0; it is needed with a server.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Scalar? ServerHosts { get; init => field = value is null ? null : Require.Positive(value, "feature server hosts"); }

    /// <summary>Bytes a second between a store and the caller. Above 0. Default 1.25 to 10 GB/s.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Bandwidth Network { get; init => field = Require.Positive(value, "network"); } = FeatureFetchDefaults.Network;

    /// <summary>Bytes a second that the caller turns from the wire into features. Above 0. Default 100 MiB/s (JSON) to 1 GiB/s (a binary format).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Bandwidth Decoding { get; init => field = Require.Positive(value, "decoding"); } = FeatureFetchDefaults.Decoding;

    /// <summary>Each group with its results, in the order given.</summary>
    public IReadOnlyList<FeatureGroupFetch> GroupFetches => Remember(() => (IReadOnlyList<FeatureGroupFetch>)
        [.. Groups.Select(group => new FeatureGroupFetch { Title = Groups.Count == 1 ? Title : $"{Title}, {group.Name}", Requests = Requests, Group = group, Network = Network, Decoding = Decoding })]);

    /// <summary>Keys of one request.</summary>
    public Scalar KeysPerRequest => Result("keys per request", () => Sum(group => group.KeysPerRequest));

    /// <summary>Keys that requests ask for, at peak: what the stores see while caches are cold.</summary>
    public Rate BundleReads => Result("bundle reads at peak", () => Sum(group => group.BundleReads).Marked(Aspect.Counts("keys")));

    /// <summary>Keys that warm caches leave to the stores, at peak.</summary>
    public Rate StoreReads => Result("store reads at peak", () => Sum(group => group.StoreReads).Marked(Aspect.Counts("keys")));

    /// <summary>Calls to the stores, at peak, with warm caches.</summary>
    public Rate StoreCalls => Result("store calls at peak", () => Sum(group => group.StoreCalls).Marked(Aspect.Counts("calls")));

    /// <summary>Bytes that requests fetch from caches and stores, at peak: what the network carries unless the cache is in the process.</summary>
    public Bandwidth Bytes => Result("bytes fetched at peak", () => Sum(group => group.Bytes));

    /// <summary>Bytes that leave the stores, at peak, with warm caches.</summary>
    public Bandwidth StoreBytes => Result("store bytes at peak", () => Sum(group => group.StoreBytes));

    /// <summary>Time of the stores and the client alone: without the server.</summary>
    public LatencyProfile StoreTime => Remember(MakeStoreTime);

    /// <summary>Time of the feature server alone, under the peak; null without a server.</summary>
    public LatencyProfile? ServerTime => Server is null ? null : Remember(() => Server.Under(Requests.Peak, ServerHosts!, Views, Values));

    /// <summary>Time of the whole fetch: any percentile, and P(within a limit).</summary>
    public LatencyProfile Time => Remember(() => ServerTime is null ? StoreTime : StoreTime.Then(ServerTime));

    /// <summary>Median time of the fetch.</summary>
    public Duration P50 => Result("feature fetch p50", () => Time.P50);

    /// <summary>95th percentile of the fetch.</summary>
    public Duration P95 => Result("feature fetch p95", () => Time.P95);

    /// <summary>99th percentile of the fetch.</summary>
    public Duration P99 => Result("feature fetch p99", () => Time.P99);

    /// <summary>99.9th percentile of the fetch.</summary>
    public Duration P999 => Result("feature fetch p99.9", () => Time.P999);

    /// <summary>Network and decoding of a request, all groups together: the client's term.</summary>
    public Duration ClientTime => Result("client and decoding", () => Sum(group => group.ClientTime));

    /// <summary>Hosts of the feature server at four fifths of what they can do; null without a server.</summary>
    public Scalar? ServerHostsNeeded => Server is null ? null : Result("feature server hosts needed", () => Requests.Peak / (Server.Knee(Views, Values) * QueueingDefaults.Knee));

    /// <summary>Shards for the reads that warm caches leave, not rounded, where a group says what a shard can do.</summary>
    public Scalar? ShardsWarm => Result("shards, warm cache", group => group.ShardsWarm);

    /// <summary>Shards for all reads, as after a restart of the caches, not rounded, where a group says what a shard can do.</summary>
    public Scalar? ShardsCold => Result("shards, cold cache", group => group.ShardsCold);

    /// <summary>Shards bought for all groups; null where no group says what a shard can do.</summary>
    public Scalar? Shards => Result("shards bought", group => group.Shards);

    /// <summary>What the shards cost; null without a price.</summary>
    public Spend? Cost => Result("feature store cost", group => group.Cost);

    /// <summary>Part of the requests that caches answer alone, if keys are independent.</summary>
    public Fraction AllHit => Result("requests without a miss", () => GroupFetches.Select(group => group.AllHit).Aggregate((all, one) => Fraction.FromScalar(all.AsScalar() * one.AsScalar())));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results =>
    [
        .. new IQuantity?[] { BundleReads, StoreReads, Bytes, P50, P95, P99, P999, ClientTime, ServerHostsNeeded, StoreCalls, StoreBytes, ShardsWarm, ShardsCold, Shards, Cost }.OfType<IQuantity>(),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Estimator> Parts => Groups.Count == 1 ? [] : GroupFetches;

    /// <inheritdoc/>
    public override IReadOnlyList<Tier> Tiers => Groups.Count == 1 ? GroupFetches[0].Tiers : [];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => [.. Groups.Count == 1 ? GroupFetches[0].Findings : [], .. FeatureFetchFindings.Of(this)];

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions
    {
        get
        {
            if (Server is null != ServerHosts is null)
                yield return Server is null ? "ServerHosts are those of a Server: give it, or leave them out" : "a Server needs ServerHosts: how many share the requests decides";
            if (Server is not null && Groups.FirstOrDefault(group => group.FeaturesPerEntity is null) is FeatureGroup unsaid)
                yield return $"a Server handles each feature, but '{unsaid.Name}' does not say how many an entity has: give FeaturesPerEntity";
        }
    }

    /// <summary>Feature views that a request asks the server for: a key of an entity is a view of it.</summary>
    internal Scalar Views => Result("feature views", () => Groups.Select(group => group.KeysPerEntity).Aggregate((sum, one) => sum + one));

    /// <summary>Values that the server handles for a request.</summary>
    internal Scalar Values => Result("feature values", () => Groups.Select(group => group.Entities * group.FeaturesPerEntity!).Aggregate((sum, one) => sum + one));

    private LatencyProfile MakeStoreTime()
    {
        LatencyProfile[] times = [.. GroupFetches.Select(group => group.Time)];
        return OneAfterTheOther ? times.Aggregate((all, next) => all.Then(next)) : times is [LatencyProfile only] ? only : LatencyProfile.Parallel(times);
    }

    private T Sum<T>(Func<FeatureGroupFetch, Quantity<T>> each)
        where T : Quantity<T>, IQuantity<T> => GroupFetches.Select(group => (T)each(group)).Aggregate((sum, one) => sum + one);

    /// <summary>The sum over the groups that have the result.</summary>
    private T? Result<T>(string name, Func<FeatureGroupFetch, T?> each, [System.Runtime.CompilerServices.CallerMemberName] string property = "")
        where T : Quantity<T>, IQuantity<T>
    {
        T[] some = [.. GroupFetches.Select(each).OfType<T>()];
        return some.Length == 0 ? null : Result(name, () => some.Aggregate((sum, one) => sum + one), property);
    }

    private static FeatureGroup[] Checked(IReadOnlyList<FeatureGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        Require.NotEmpty(groups, nameof(groups));
        if (groups.Any(group => group is null))
            throw new ArgumentException("'groups' holds a null; leave the group out instead.", nameof(groups));
        if (groups.GroupBy(group => group.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException($"'groups' names '{twice.Key}' twice; give each group a name of its own.", nameof(groups));
        return [.. groups];
    }
}
