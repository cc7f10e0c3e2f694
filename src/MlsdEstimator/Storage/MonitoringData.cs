namespace MlsdEstimator;

/// <summary>All that watches a system, together: metrics, logs and predictions with their features.</summary>
/// <example><code>var monitoring = new MonitoringData { Metrics = metrics, Logs = logs, Predictions = predictionLog };</code></example>
public sealed record MonitoringData : Estimator
{
    /// <summary>Time series of metrics; null for none.</summary>
    public MetricSeries? Metrics { get; init; }

    /// <summary>Log lines of requests; null for none.</summary>
    public RequestLog? Logs { get; init; }

    /// <summary>Predictions with their features; null for none.</summary>
    public PredictionLog? Predictions { get; init; }

    /// <summary>Bytes of all of it, with copies.</summary>
    public DataSize Stored => Result("monitoring data, with copies", () => Kept.Select(part => part.Stored).Aggregate((sum, next) => sum + next));

    /// <summary>What keeping and writing all of it costs; null where nothing has a price.</summary>
    public Spend? Cost => Prices.Length == 0 ? null : Result("monitoring cost", () => Prices.Aggregate((sum, next) => sum + next));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => Cost is null ? [Stored] : [Stored, Cost];

    /// <inheritdoc/>
    public override IReadOnlyList<Estimator> Parts => [.. Kept];

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions =>
        Kept.Any() ? [] : ["nothing is kept: give metrics, logs or predictions"];

    private IEnumerable<StoredData> Kept => new StoredData?[] { Metrics, Logs, Predictions }.OfType<StoredData>();

    private Spend[] Prices => [.. Kept.Select(part => part.Cost).Append(Logs?.IngestCost).OfType<Spend>()];
}
