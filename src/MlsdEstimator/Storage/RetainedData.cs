namespace MlsdEstimator;

/// <summary>Bytes kept for rows that arrive at a rate and stay for a while.</summary>
/// <remarks>
/// kept = average rows a second x row size x retention x copies / compression.
/// Steady state: for growing traffic give the rate at the end of the horizon.
/// </remarks>
public sealed record RetainedData : Estimator
{
    /// <summary>Rows that arrive. Storage reads the average of the load, never its peak.</summary>
    public required Load Rows { get; init => field = Require.NotNull(value, "rows"); }

    /// <summary>Bytes of one row as stored, before compression. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required DataSize RowSize { get; init => field = Require.Positive(value, "row size"); }

    /// <summary>How long a row stays. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration Retention { get; init => field = Require.Positive(value, "retention"); }

    /// <summary>Copies of each byte: 3 for replication, 1.5 for 6+3 erasure code. At least 1; no default, because forgetting it is a classic mistake.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Copies { get; init => field = Require.AtLeast(1, value, "copies"); }

    /// <summary>Raw over stored bytes, at least 1. Default 1: not compressed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Scalar CompressionRatio { get; init => field = Require.AtLeast(1, value, "compression ratio"); } = StorageDefaults.NotCompressed;

    /// <summary>Price of what is stored, or null when it is not to be priced.</summary>
    public Quotient<Spend, DataSize>? Price { get; init => field = value is null ? null : Require.NonNegative(value, "storage price"); }

    /// <summary>Raw bytes that arrive in a day.</summary>
    public DataSize PerDay => Result("rows per day, raw", () => Rows.Average * RowSize * Duration.Day);

    /// <summary>Raw bytes at any time.</summary>
    public DataSize Raw => Result("kept, raw", () => PerDay * (Retention / Duration.Day));

    /// <summary>Bytes on disk: with copies, compressed.</summary>
    public DataSize Stored => Result("kept, with copies", () => Raw * Copies / CompressionRatio);

    /// <summary>What the stored bytes cost; null without a price.</summary>
    public Spend? Cost => Price is null ? null : Result("storage cost", () => Price * Stored);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => Cost is null ? [PerDay, Raw, Stored] : [PerDay, Raw, Stored, Cost];

    /// <inheritdoc/>
    public override IReadOnlyList<Tier> Tiers => [new Tier(Title, "storage", null, Cost)];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings =>
        Rows.AverageIsPeak.Value
            ? [new Finding(Severity.Warning, FindingCodes.PeakRateInStorage, $"Storage is computed from a peak rate of {Rows.Average}; give the load its average.", PerDay)]
            : [];
}
