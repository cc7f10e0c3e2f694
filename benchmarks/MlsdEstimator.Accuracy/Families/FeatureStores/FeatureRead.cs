namespace MlsdEstimator.Accuracy;

/// <summary>The inputs of a row of feature_store.csv.</summary>
internal sealed record FeatureRead
{
    /// <summary>The load tests read feature views of ten features each, 25 of them (feature definitions of the benchmark).</summary>
    private const double FeaturesPerView = 10;

    /// <summary>Where a log of Feast does not say how many: those of the matching logs (notes of the file).</summary>
    private const double FeaturesNotStated = 50;

    /// <summary>Where the load is not stated it is that of the lightest tests.</summary>
    private const double LightLoad = 10;

    private const double AllAnswered = 100;

    /// <summary>Store as published: "DynamoDB (same region)".</summary>
    public required string Store { get; init; }

    /// <summary>Server as published: "Feast Python", "managed SDK/REST".</summary>
    public required string Server { get; init; }

    /// <summary>The log: one run on one host.</summary>
    public required string Run { get; init; }

    /// <summary>What was varied in the run: rows, features, requests.</summary>
    public required string Series { get; init; }

    public required double Entities { get; init; }

    public required double Features { get; init; }

    /// <summary>Requests a second of an open load; null for callers that wait for their answer.</summary>
    public double? PerSecond { get; init; }

    /// <summary>Callers of a closed load.</summary>
    public double? Users { get; init; }

    public double? P50 { get; init; }

    public double? P99 { get; init; }

    public bool IsThroughServer => Server.StartsWith("Feast", StringComparison.Ordinal);

    /// <summary>What ran, wherever: a local server is the same program.</summary>
    public string Program => Server.Split(" (")[0];

    /// <summary>True where requests do not meet.</summary>
    public bool IsLightLoad => PerSecond <= LightLoad;

    public double Views => Features / FeaturesPerView;

    public double Values => Entities * Features;

    /// <summary>True for a read of this store, whatever follows its name.</summary>
    public bool IsOf(string store) => Store.Contains(store, StringComparison.OrdinalIgnoreCase);

    /// <summary>True where some requests failed: saturated, which is no latency.</summary>
    public static bool IsSaturated(CsvRow row) => double.TryParse(row.Text("success_pct"), System.Globalization.CultureInfo.InvariantCulture, out double answered) && answered < AllAnswered;

    public static FeatureRead Of(CsvRow row)
    {
        double? rate = row.NumberOrBlank("rps_target");
        return new FeatureRead
        {
            Store = row.NotBlank("store"),
            Server = row.NotBlank("feature_server"),
            Run = row.TextOrBlank("source") ?? "not stated",
            Series = row.TextOrBlank("series") ?? "not stated",
            Entities = row.Positive("entity_rows"),
            Features = row.PositiveOrBlank("features") ?? FeaturesNotStated,
            PerSecond = rate == 0 ? null : rate ?? LightLoad,
            Users = rate == 0 ? row.Positive("concurrency") : null,
            P50 = row.PositiveOrBlank("p50_ms"),
            P99 = row.PositiveOrBlank("p99_ms"),
        };
    }
}
