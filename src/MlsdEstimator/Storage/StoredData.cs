namespace MlsdEstimator;

/// <summary>Data on disk: from raw bytes to what is stored, with index and copies, and to the disks that are provisioned. Derive from it for data of your own.</summary>
/// <remarks>stored = raw x (1 + index) x copies / compression; provisioned = stored / fill.</remarks>
public abstract record StoredData : Estimator
{
    /// <summary>Copies of each byte: 3 for replication, 1.5 for 6+3 erasure code (<see cref="Redundancy"/>). At least 1; no default, because forgetting it is a classic mistake.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Copies { get; init => field = Require.AtLeast(1, value, "copies"); }

    /// <summary>Raw over stored bytes, at least 1. Default 1: not compressed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Scalar CompressionRatio { get; init => field = Require.AtLeast(1, value, "compression ratio"); } = StorageDefaults.NotCompressed;

    /// <summary>Bytes of indexes and logs of the store for each byte of data, not negative: 0.3 for 30 %. Null when the size of a row holds them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public Scalar? IndexOverhead { get; init => field = value is null ? null : Require.NonNegative(value, "index overhead"); }

    /// <summary>Part of a disk that may be filled, above 0: 0.6 to 0.8 leaves room for compaction, repair and growth. Null for object storage, which is paid by the byte that is stored.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Fraction? DiskFill { get; init => field = value is null ? null : Require.PositiveFraction(value, "disk fill"); }

    /// <summary>Price of what is provisioned, or of what is stored where no fill is given; null when it is not to be priced.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public Quotient<Spend, DataSize>? Price { get; init => field = value is null ? null : Require.NonNegative(value, "storage price"); }

    /// <summary>Raw bytes: no index, one copy, not compressed.</summary>
    public abstract DataSize Raw { get; }

    /// <summary>Bytes on disk: with index and copies, compressed.</summary>
    public DataSize Stored => Result("kept, with copies", () => (IndexOverhead is null ? Raw : Raw * (1 + IndexOverhead)) * Copies / CompressionRatio);

    /// <summary>Disks for it; null where no fill is given.</summary>
    public DataSize? Provisioned => DiskFill is null ? null : Result("disks provisioned", () => Stored / DiskFill.AsScalar());

    /// <summary>What it costs; null without a price.</summary>
    public Spend? Cost => Price is null ? null : Result("storage cost", () => Price * (Provisioned ?? Stored));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [.. new IQuantity?[] { Raw, Stored, Provisioned, Cost }.OfType<IQuantity>()];

    /// <inheritdoc/>
    public override IReadOnlyList<Tier> Tiers => [new Tier(Title, "storage", null, Cost)];
}
