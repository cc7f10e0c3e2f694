namespace MlsdEstimator;

/// <summary>Hit ratio of a cache from how unevenly its items are asked for, and from what fits or how long it is kept.</summary>
/// <remarks>
/// Requests are independent, item i with probability i^-skew / H(items, skew) (Zipf). With room for the most popular ones, known in advance:
/// H(capacity) / H(items), which no policy without look-ahead beats (Breslau et al. 1999). Least recently used: Che's approximation (2002), within 0.4 percentage points of simulation; poor
/// below some 10 items of room, and where scans pass through the cache. With a lifetime T and room for all: sum of p x L / (1 + L) when it counts from the
/// first use, sum of p (1 - e^-L) when each use renews it, L = requests x p x T (Jung et al. 2003).
/// Weighted by requests, and for a warm cache: see <see cref="FeatureFetch"/> for what a cold one does.
/// </remarks>
/// <example>
/// <code>
/// var popularity = new CachePopularity { Items = 1e6, Skew = (0.7, 0.85, 1.0), Capacity = 50_000 };
/// Fraction hits = popularity.LeastRecentlyUsed!;                               // for FeatureFetch.CacheHitRatio
/// </code>
/// </example>
public sealed record CachePopularity : Estimator
{
    /// <summary>Different items that are asked for: keys, not requests. At least 1, at most 1e15.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Items { get; init => field = Require.AtLeast(1, value, "items"); }

    /// <summary>Zipf's exponent: 0 when all items are equally popular. 0.64 to 0.83 in web traces (Breslau et al. 1999); no default, because it decides. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The exponent is negative.</exception>
    public required Scalar Skew { get; init => field = Require.NonNegative(value, "skew"); }

    /// <summary>Items that fit, or null when there is room for all. Not negative; 0 is no cache.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public Scalar? Capacity { get; init => field = value is null ? null : Require.NonNegative(value, "cache capacity"); }

    /// <summary>How long an item is kept, or null for ever. Not negative. Needs <see cref="Requests"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public Duration? TimeToLive { get; init => field = value is null ? null : Require.NonNegative(value, "time to live"); }

    /// <summary>Requests for all items together, on average. Not negative. Read with <see cref="TimeToLive"/> only.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative.</exception>
    public Rate? Requests { get; init => field = value is null ? null : Require.NonNegative(value, "requests"); }

    /// <summary>Part of the requests that ask for the most popular item: 1 / H(items). All of them go to one shard.</summary>
    public Fraction HottestShare => Result("requests for the hottest item", () => Quantity.Function<Fraction>(default(ZipfShare), Items, Skew, Scalar.One));

    /// <summary>The most popular items are kept: an upper bound for every policy without look-ahead. Null without a capacity.</summary>
    public Fraction? PerfectFrequency => Capacity is null ? null : Result("hit ratio, most popular kept", () => Quantity.Function<Fraction>(default(ZipfShare), Items, Skew, Capacity).Marked(Aspect.MoreIsBetter));

    /// <summary>What was not used for longest is dropped. Null without a capacity.</summary>
    public Fraction? LeastRecentlyUsed => Capacity is null ? null : Result("hit ratio, least recently used dropped", () => Quantity.Function<Fraction>(default(CheApproximation), Items, Skew, Capacity).Marked(Aspect.MoreIsBetter));

    /// <summary>Items expire a time to live after they were stored. Null without a time to live.</summary>
    public Fraction? FixedLifetime => TimeToLive is null ? null : Result("hit ratio, fixed lifetime", () => Lifetimes.Output<Fraction>(LifetimeHits.FixedHits).Marked(Aspect.MoreIsBetter));

    /// <summary>Items expire a time to live after their last use. Null without a time to live.</summary>
    public Fraction? RenewedLifetime => TimeToLive is null ? null : Result("hit ratio, renewed lifetime", () => Lifetimes.Output<Fraction>(LifetimeHits.RenewedHits).Marked(Aspect.MoreIsBetter));

    /// <summary>Items in the cache at a time with a fixed lifetime, on average: the room that the hit ratio of <see cref="FixedLifetime"/> needs. Null without a time to live.</summary>
    public Scalar? AliveFixed => TimeToLive is null ? null : Result("items alive, fixed lifetime", () => Lifetimes.Output<Scalar>(LifetimeHits.FixedItems));

    /// <summary>Items in the cache at a time with a renewed lifetime, on average. Null without a time to live.</summary>
    public Scalar? AliveRenewed => TimeToLive is null ? null : Result("items alive, renewed lifetime", () => Lifetimes.Output<Scalar>(LifetimeHits.RenewedItems));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results =>
        Remember(() => (IReadOnlyList<IQuantity>)[.. new IQuantity?[] { PerfectFrequency, LeastRecentlyUsed, FixedLifetime, RenewedLifetime, AliveFixed, AliveRenewed }.OfType<IQuantity>()]);

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => [.. SmallCache, .. DroppedAlive];

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions
    {
        get
        {
            if (TimeToLive is null != Requests is null)
                yield return TimeToLive is null ? "Requests are read only with a TimeToLive: give it, or leave them out" : "a TimeToLive needs Requests: how many uses fall into it decides";
        }
    }

    private FunctionCall Lifetimes => Remember(() => new FunctionCall(default(LifetimeHits), Items, Skew, Requests! * TimeToLive!));

    private IEnumerable<Finding> SmallCache
    {
        get
        {
            if (Capacity is not null && (Capacity > Scalar.Zero).Nominally == true && (Capacity < LatencyDefaults.SmallCache).Nominally == true)
                yield return new Finding(Severity.Note, FindingCodes.Consequence, $"With room for {Capacity} items the hit ratio of {LeastRecentlyUsed} is a rough one: Che's approximation wants some {LatencyDefaults.SmallCache} items of room.", LeastRecentlyUsed);
        }
    }

    private IEnumerable<Finding> DroppedAlive
    {
        get
        {
            if (Capacity is not null && AliveFixed is not null && (AliveFixed > Capacity).Nominally == true)
                yield return new Finding(Severity.Warning, FindingCodes.Consequence, $"Within {TimeToLive} some {AliveFixed} items are asked for, but {Capacity} fit: items are dropped before they expire, and the hit ratio is nearer to the {LeastRecentlyUsed} of dropping the least recently used than to {FixedLifetime}.", FixedLifetime);
        }
    }
}
