namespace MlsdEstimator;

/// <summary>Predictions kept with the features that they were made from: what drift is measured on and what the next model trains on.</summary>
/// <remarks>
/// row = features x bytes + row overhead; a day = average predictions a second x row x sampled part x 86,400 s; raw = a day x retention.
/// Stored and provisioned bytes: see <see cref="StoredData"/>.
/// </remarks>
/// <example>
/// <code>
/// var log = new PredictionLog { Predictions = funnel.Impressions, Features = 200, RowOverhead = 100.Bytes, Sampled = 1.Percent, Retention = 90.Days, Copies = 3 };
/// </code>
/// </example>
public sealed record PredictionLog : StoredData
{
    /// <summary>Predictions that are logged. Read on average.</summary>
    public required Load Predictions { get; init => field = Require.NotNull(value, "predictions"); }

    /// <summary>Features of one prediction. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required Scalar Features { get; init => field = Require.NonNegative(value, "features per prediction"); }

    /// <summary>Bytes of one feature, above 0. Default 8: a 64-bit number without a name.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public DataSize BytesPerFeature { get; init => field = Require.Positive(value, "bytes per feature"); } = StorageDefaults.LoggedFeature;

    /// <summary>Bytes of a row beside its features: ids, time, model version, score. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public required DataSize RowOverhead { get; init => field = Require.NonNegative(value, "row overhead"); }

    /// <summary>Part of the predictions that is kept: 1 to 10 % is usual for monitoring. Default: all.</summary>
    public Fraction Sampled { get; init => field = Require.Named(value, "logged part"); } = StorageDefaults.EveryRequest;

    /// <summary>How long a row stays. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration Retention { get; init => field = Require.Positive(value, "retention"); }

    /// <summary>Bytes of one row.</summary>
    public DataSize RowSize => Result("prediction row", () => Features * BytesPerFeature + RowOverhead);

    /// <summary>Bytes that are written in a day.</summary>
    public DataSize PerDay => Result("prediction log per day", () => Predictions.Average * RowSize * Sampled * Duration.Day);

    /// <summary>Raw bytes at any time.</summary>
    public override DataSize Raw => Result("kept, raw", () => Predictions.Average * RowSize * Sampled * Retention);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [RowSize, PerDay, .. base.Results];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => [.. StorageFindings.PeakRate(Predictions, PerDay)];
}
