namespace MlsdEstimator;

/// <summary>Memory of a cache: entries with their keys, fragmentation and copies, and the load that it hides from the store behind it.</summary>
/// <remarks>
/// one copy = entries x (entry + key) x fragmentation; stored = one copy x copies; nodes = ceiling(stored / node memory), and never fewer than copies, each of which is on a node of its own.
/// A cache that answers the part h hides 1 / (1 - h) times the load: empty, after a restart, the store sees all of it.
/// </remarks>
/// <example>
/// <code>
/// var cache = new CacheStorage { Entries = 50.Million, EntrySize = 1.Kilobytes, Copies = 2, HitRatio = popularity.LeastRecentlyUsed, NodeMemory = 50.Gigabytes };
/// </code>
/// </example>
public sealed record CacheStorage : Estimator
{
    /// <summary>Entries that are held: not all keys, only those that are kept. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required Scalar Entries { get; init => field = Require.NonNegative(value, "cache entries"); }

    /// <summary>Bytes of the value of an entry. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required DataSize EntrySize { get; init => field = Require.Positive(value, "entry size"); }

    /// <summary>Bytes of a key and what the cache adds to it, not negative. Default 85: a small Redis key with its value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public DataSize KeySize { get; init => field = Require.NonNegative(value, "bytes per key"); } = StorageDefaults.RedisKey;

    /// <summary>Resident memory over what the entries take, at least 1. Default 1.1 to 1.5, as Redis reports after updates.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Scalar Fragmentation { get; init => field = Require.AtLeast(1, value, "memory fragmentation"); } = StorageDefaults.RedisFragmentation;

    /// <summary>Copies of each entry, the primary included. At least 1; no default, because forgetting them is a classic mistake.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Copies { get; init => field = Require.AtLeast(1, value, "copies"); }

    /// <summary>Part of the reads that the cache answers, below 100 %; null when it is not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">100 %.</exception>
    public Fraction? HitRatio { get; init => field = value is null ? null : Require.FractionBelowOne(value, "cache hit ratio"); }

    /// <summary>Memory of one node that the cache may use, above 0; null when nodes are not asked for.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public DataSize? NodeMemory { get; init => field = value is null ? null : Require.Positive(value, "cache memory of a node"); }

    /// <summary>Price of a node, not negative, or null when it is not to be priced.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public Spend? NodePrice { get; init => field = value is null ? null : Require.NonNegative(value, "cache node price"); }

    /// <summary>Part of our belief that the purchase covers, strictly between 0 and 1. Default <see cref="Provision.DefaultConfidence"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not strictly between 0 and 1.</exception>
    public double Confidence { get; init => field = Require.InsideUnitInterval(value, "confidence"); } = Provision.DefaultConfidence;

    /// <summary>Memory of the entries, held once.</summary>
    public DataSize OneCopy => Result("cache, one copy", () => Entries * (EntrySize + KeySize) * Fragmentation);

    /// <summary>Memory with all copies.</summary>
    public DataSize Stored => Result("cache, with copies", () => OneCopy * Copies);

    /// <summary>Load of the store while the cache is empty, over its load while it is warm; null without a hit ratio.</summary>
    public Scalar? ColdLoad => HitRatio is null ? null : Result("load of the store, cold over warm", () => 1 / (1 - HitRatio).AsScalar());

    /// <summary>Nodes needed and bought; null without a node memory.</summary>
    public Provision? Purchase => NodeMemory is null ? null : Remember(() => Scalar.Max(Stored / NodeMemory, Copies).Named("cache nodes needed").ProvisionFor(Confidence));

    /// <summary>Nodes bought; null without a node memory.</summary>
    public Scalar? Nodes => Purchase is null ? null : Result("cache nodes bought", () => Purchase.Bought);

    /// <summary>What the nodes cost; null without a price.</summary>
    public Spend? Cost => NodePrice is null || Nodes is null ? null : Result("cache cost", () => NodePrice * Nodes);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [.. new IQuantity?[] { OneCopy, Stored, ColdLoad, Nodes, Cost }.OfType<IQuantity>()];

    /// <inheritdoc/>
    public override IReadOnlyList<Tier> Tiers => [new Tier(Title, "cache node", Purchase, Cost)];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => ColdLoad is not null && (ColdLoad >= ManyTimes).Nominally == true
        ? [new Finding(Severity.Warning, FindingCodes.ColdCache, $"The cache answers {HitRatio} of the reads: empty, after a restart, the store behind it sees {ColdLoad} times the load. Size the store for it, or fill the cache before it serves.", ColdLoad)]
        : [];

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions =>
        NodePrice is not null && NodeMemory is null ? ["a node has a price, but no memory: give NodeMemory, or leave the price out"] : [];

    /// <summary>A store rarely has twice its capacity in reserve.</summary>
    private static Scalar ManyTimes { get; } = 2;
}
