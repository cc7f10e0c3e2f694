namespace MlsdEstimator;

/// <summary>Bytes kept for rows that arrive at a rate and stay for a while.</summary>
/// <remarks>
/// Steady: raw = average rows a second x row size x retention. Growing: the first month brings the average rate, each month (1 + g) times the one before,
/// and raw is what of it is there at the end of the horizon: first month x ((1 + g)^n - (1 + g)^(n - w)) / g for n months of which the last w stay.
/// Stored and provisioned bytes: see <see cref="StoredData"/>.
/// </remarks>
/// <example>
/// <code>
/// var log = new RetainedData
/// {
///     Rows = traffic.Load, RowSize = 500.Bytes, Retention = 90.Days, Copies = Redundancy.ErasureCode(6, 3), CompressionRatio = 3.To(6),
///     Growth = new Growth { PerMonth = 0.05 }, Horizon = 2.Years,
/// };
/// </code>
/// </example>
public sealed record RetainedData : StoredData
{
    /// <summary>Rows that arrive. Storage reads the average of the load, never its peak.</summary>
    public required Load Rows { get; init => field = Require.NotNull(value, "rows"); }

    /// <summary>Bytes of one row as stored, before compression. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required DataSize RowSize { get; init => field = Require.Positive(value, "row size"); }

    /// <summary>How long a row stays. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration Retention { get; init => field = Require.Positive(value, "retention"); }

    /// <summary>How the rate grows; null for a steady rate. It needs a <see cref="Horizon"/>.</summary>
    public Growth? Growth { get; init; }

    /// <summary>When the bytes are counted, above 0; null for a steady rate that has filled its retention.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Duration? Horizon { get; init => field = value is null ? null : Require.Positive(value, "horizon"); }

    /// <summary>Raw bytes that arrive in a day, at the rate given.</summary>
    public DataSize PerDay => Result("rows per day, raw", () => Rows.Average * RowSize * Duration.Day);

    /// <summary>Raw bytes at any time, or at the end of the horizon.</summary>
    public override DataSize Raw => Result("kept, raw", () => Horizon is null ? PerDay * (Retention / Duration.Day) : PerDay * (MonthsKept * (Duration.Month / Duration.Day)));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [PerDay, .. base.Results];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => [.. StorageFindings.PeakRate(Rows, PerDay)];

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions =>
        Growth is not null && Horizon is null ? ["the rate grows, but there is no horizon: give Horizon, when the bytes are counted"] : [];

    private Scalar MonthsKept => (Growth ?? Steady).Gathered(Horizon!, Retention).Named("first months kept");

    private static Growth Steady { get; } = new() { PerMonth = 0 };
}
