namespace MlsdEstimator;

/// <summary>An online store as a client sees it: time of a call, what each further key adds, and what one shard can do.</summary>
/// <remarks>
/// The time of a multi-get of k keys is log-normal with p50 = call p50 + (k - 1) x time per key and the p99 so many times the p50. Client and serialisation
/// cost, and a feature server between, are terms of <see cref="FeatureFetch"/>, not of the store. <see cref="FeatureStores"/> holds measured ones.
/// </remarks>
/// <example>
/// <code>
/// var measured = new FeatureStore { Name = "our Redis", CallP50 = 0.6.Milliseconds, TailRatio = 4, PerKey = 5.Microseconds, Source = "dashboards, October" };
/// </code>
/// </example>
public sealed record FeatureStore
{
    /// <summary>Name: "DynamoDB".</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public required string Name { get; init => field = Require.NotBlank(value, "name"); }

    /// <summary>Median time of a call for one key, network included. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration CallP50 { get; init => field = Require.Positive(value, "store call p50"); }

    /// <summary>p99 of a call over its p50, above 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 1.</exception>
    public required Scalar TailRatio { get; init => field = AboveOne(value); }

    /// <summary>Time that each further key of a call adds to its median. Not negative. Default 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public Duration PerKey { get; init => field = Require.NonNegative(value, "store time per key"); } = FeatureFetchDefaults.NoTimePerKey;

    /// <summary>Keys that one call may ask for, at least 1; null when there is no limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Scalar? MostKeysPerCall { get; init => field = value is null ? null : Require.AtLeast(1, value, "most keys per call"); }

    /// <summary>Keys a second that one shard is planned for, above 0; null when not known. Keys, not calls.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Rate? KeysPerSecondPerShard { get; init => field = value is null ? null : Require.Positive(value, "keys per second per shard"); }

    /// <summary>Bytes a second that leave one shard, above 0; null when not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Bandwidth? BandwidthPerShard { get; init => field = value is null ? null : Require.Positive(value, "bandwidth per shard"); }

    /// <summary>Data that one shard holds, above 0; null when not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public DataSize? MemoryPerShard { get; init => field = value is null ? null : Require.Positive(value, "memory per shard"); }

    /// <summary>True where features lie in the memory of the process that uses them: no network, no serialisation, no shards.</summary>
    public bool IsInProcess { get; init; }

    /// <summary>True where the time was measured under load: waiting is in it, and it is not queued again.</summary>
    public bool IsMeasuredInUse { get; init; }

    /// <summary>Where the numbers come from.</summary>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public required string Source { get; init => field = Require.NotBlank(value, "source"); }

    /// <summary>Date of the source, where known.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Time of a call for one key, with its tail.</summary>
    public LatencyProfile Call => IsMeasuredInUse ? Spread.MeasuredInUse() : Spread;

    /// <summary>What each further key adds to a call, as a part of the call for one key.</summary>
    internal Scalar PerFurtherKey => PerKey / CallP50;

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private LatencyProfile Spread => LatencyProfile.LogNormal(CallP50, (CallP50 * TailRatio).Named($"{Name} call p99"));

    private static Scalar AboveOne(Scalar ratio)
    {
        Scalar tail = Require.AtLeast(1, ratio, "p99 over p50");
        return (tail > Scalar.One).Nominally == false
            ? throw new ArgumentOutOfRangeException(nameof(ratio), $"The p99 over the p50 is {tail}, but must be above 1; measure the tail.")
            : tail;
    }
}
