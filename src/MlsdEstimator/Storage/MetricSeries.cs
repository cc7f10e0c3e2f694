namespace MlsdEstimator;

/// <summary>Time series of metrics as Prometheus keeps them.</summary>
/// <remarks>samples a second = targets x series / interval; raw = samples a second x bytes x retention. Stored and provisioned bytes: see <see cref="StoredData"/>; fill disks to 80 to 85 %.</remarks>
/// <example><code>var metrics = new MetricSeries { Targets = 500, SeriesPerTarget = 1_000, ScrapeInterval = 15.Seconds, Retention = 15.Days, Copies = 2, DiskFill = 80.Percent };</code></example>
public sealed record MetricSeries : StoredData
{
    /// <summary>Processes and machines that are scraped. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required Scalar Targets { get; init => field = Require.NonNegative(value, "scrape targets"); }

    /// <summary>Series of one target: each combination of labels is one. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required Scalar SeriesPerTarget { get; init => field = Require.NonNegative(value, "series per target"); }

    /// <summary>Time between two samples of a series. Above 0; 15 s is usual.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration ScrapeInterval { get; init => field = Require.Positive(value, "scrape interval"); }

    /// <summary>How long a sample stays. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration Retention { get; init => field = Require.Positive(value, "retention"); }

    /// <summary>Bytes of a sample on disk, above 0. Default 1 to 2, as Prometheus compresses.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public DataSize BytesPerSample { get; init => field = Require.Positive(value, "bytes per sample"); } = StorageDefaults.PrometheusSample;

    /// <summary>Samples that are written.</summary>
    public Rate Samples => Result("metric samples", () => (Targets * SeriesPerTarget / ScrapeInterval).Marked(Aspect.Counts("samples")));

    /// <summary>Bytes of all samples.</summary>
    public override DataSize Raw => Result("kept, raw", () => Samples * Retention * BytesPerSample);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [Samples, .. base.Results];
}
