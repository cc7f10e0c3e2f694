namespace MlsdEstimator;

/// <summary>Log lines of requests: what is written in a day, kept, and paid to a logging service by the byte.</summary>
/// <remarks>a day = average requests a second x lines x bytes x sampled part x 86,400 s; raw = a day x retention. Stored and provisioned bytes: see <see cref="StoredData"/>.</remarks>
/// <example>
/// <code>
/// var logs = new RequestLog
/// {
///     Requests = traffic.Load, LinesPerRequest = 1, LineSize = 500.Bytes, Sampled = 10.Percent, Retention = 30.Days, Copies = 1,
///     IngestPrice = 0.5.Dollars.Per(DataSize.Gigabyte),
/// };
/// </code>
/// </example>
public sealed record RequestLog : StoredData
{
    /// <summary>Requests that are logged. Read on average.</summary>
    public required Load Requests { get; init => field = Require.NotNull(value, "requests"); }

    /// <summary>Lines of one request, over all services it passes. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required Scalar LinesPerRequest { get; init => field = Require.NonNegative(value, "lines per request"); }

    /// <summary>Bytes of one line. Above 0; 200 to 1,000 are usual.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required DataSize LineSize { get; init => field = Require.Positive(value, "line size"); }

    /// <summary>Part of the requests that is logged. Default: all.</summary>
    public Fraction Sampled { get; init => field = Require.Named(value, "logged part"); } = StorageDefaults.EveryRequest;

    /// <summary>How long a line stays. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Duration Retention { get; init => field = Require.Positive(value, "retention"); }

    /// <summary>What a logging service asks for each byte that is written, not negative; null when it is not to be priced.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public Quotient<Money, DataSize>? IngestPrice { get; init => field = value is null ? null : Require.NonNegative(value, "log ingest price"); }

    /// <summary>Bytes a second that are written.</summary>
    public Bandwidth Written => Result("log bytes written", () => Requests.Average * LinesPerRequest * LineSize * Sampled);

    /// <summary>Bytes that are written in a day.</summary>
    public DataSize PerDay => Result("log per day", () => Requests.Average * LinesPerRequest * LineSize * Duration.Day * Sampled);

    /// <summary>Raw bytes at any time.</summary>
    public override DataSize Raw => Result("kept, raw", () => Written * Retention);

    /// <summary>What writing costs; null without a price. Keeping comes on top.</summary>
    public Spend? IngestCost => IngestPrice is null ? null : Result("log ingest cost", () => IngestPrice * Written);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => IngestCost is null ? [Written, PerDay, .. base.Results] : [Written, PerDay, .. base.Results, IngestCost];

    /// <inheritdoc/>
    public override IReadOnlyList<Tier> Tiers => IngestCost is null ? base.Tiers : [.. base.Tiers, new Tier(Title, "log ingest", null, IngestCost)];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => [.. StorageFindings.PeakRate(Requests, PerDay)];
}
