namespace MlsdEstimator.Tests;

/// <summary>Expected: Prometheus' rule, the napkin-math log question and a prediction log, by hand.</summary>
public class MonitoringDataTests
{
    private static readonly Quotient<Spend, DataSize> PerGigabyte = 0.1.Dollars.Per(DataSize.Gigabyte).Per(Duration.Month);

    private static readonly MetricSeries Metrics = new() { Targets = 500, SeriesPerTarget = 3_000, ScrapeInterval = 15.Seconds, Retention = 15.Days, BytesPerSample = 2.Bytes, Copies = 2 };

    private static readonly RequestLog Logs = new() { Requests = Load.Of(100_000.PerSecond, 200_000.PerSecond, "requests"), LinesPerRequest = 1, LineSize = 500.Bytes, Retention = 30.Days, Copies = 1 };

    private static readonly PredictionLog Rows = new() { Predictions = Load.Of(2_000.PerSecond, 4_000.PerSecond, "predictions"), Features = 200, RowOverhead = 100.Bytes, Retention = 30.Days, Copies = 3 };

    [Fact]
    public void Metrics_take_bytes_for_each_sample()
    {
        Assert.Equal(100_000, Metrics.Samples.PerSecond, 1e-9);
        Assert.Equal(259.2, Metrics.Raw.Gigabytes, 1e-9);
        Assert.Equal(518.4, Metrics.Stored.Gigabytes, 1e-9);
        Assert.Equal(648, (Metrics with { DiskFill = 80.Percent }).Provisioned!.Gigabytes, 1e-9);
        Assert.Equal(["metric samples", "kept, raw", "kept, with copies"], Metrics.Results.Select(result => result.Name));
        Assert.Contains(Aspect.Counts("samples"), Metrics.Samples.Aspects);
        var usual = new MetricSeries { Targets = 1, SeriesPerTarget = 1, ScrapeInterval = 1.Seconds, Retention = 1.Days, Copies = 1 };
        Assert.True(usual.BytesPerSample.IsDefault);
        Assert.Equal(1, usual.BytesPerSample.Simulate().Low.Bytes, 0.01);
        Assert.Equal(2, usual.BytesPerSample.Simulate().High.Bytes, 0.02);
    }

    [Fact]
    public void Logs_take_lines_for_each_request()
    {
        Assert.Equal(50, Logs.Written.MegabytesPerSecond, 1e-9);
        Assert.Equal(4.32, Logs.PerDay.Terabytes, 1e-12);
        Assert.Equal(129.6, Logs.Raw.Terabytes, 1e-9);
        Assert.Equal(0.432, (Logs with { Sampled = 10.Percent }).PerDay.Terabytes, 1e-12);
        RequestLog paid = Logs with { IngestPrice = 0.5.Dollars.Per(DataSize.Gigabyte), Price = PerGigabyte };
        Assert.Equal(64_800, (paid.IngestCost! * 30.Days).Dollars, 1e-6);
        Assert.Equal(12_960, paid.Cost!.DollarsPerMonth, 1e-6);
        Assert.Equal(["log bytes written", "log per day", "kept, raw", "kept, with copies", "storage cost", "log ingest cost"], paid.Results.Select(result => result.Name));
        Assert.Equal(["storage", "log ingest"], paid.Tiers.Select(tier => tier.Machine));
        Assert.Equal(paid.IngestCost, paid.Tiers[1].Cost);
        Assert.Equal(["storage"], Logs.Tiers.Select(tier => tier.Machine));
        Assert.Null(Logs.IngestCost);
        Assert.Equal(["log bytes written", "log per day", "kept, raw", "kept, with copies"], Logs.Results.Select(result => result.Name));
    }

    [Fact]
    public void Predictions_are_kept_with_their_features()
    {
        Assert.Equal(1_700, Rows.RowSize.Bytes);
        Assert.Equal(8.8128, Rows.Raw.Terabytes, 1e-12);
        Assert.Equal(293.76, Rows.PerDay.Gigabytes, 1e-9);
        Assert.Equal(26.4384, Rows.Stored.Terabytes, 1e-9);
        Assert.Equal(0.088128, (Rows with { Sampled = 1.Percent }).Raw.Terabytes, 1e-12);
        Assert.Equal(["prediction row", "prediction log per day", "kept, raw", "kept, with copies"], Rows.Results.Select(result => result.Name));
        Assert.True(Rows.BytesPerFeature.IsDefault);
    }

    [Fact]
    public void Peak_rates_are_warnings()
    {
        Rate peak = 10.PerSecond.Marked(Aspect.Peak);
        Load wrong = Load.Of(peak, peak, "requests");
        Assert.Equal("MLSD002", Assert.Single((Logs with { Requests = wrong }).Findings).Code);
        Assert.Equal("MLSD002", Assert.Single((Rows with { Predictions = wrong }).Findings).Code);
        Assert.Empty(Logs.Findings);
        Assert.Empty(Rows.Findings);
    }

    [Fact]
    public void All_of_it_is_summed()
    {
        var all = new MonitoringData { Metrics = Metrics, Logs = Logs with { IngestPrice = 0.5.Dollars.Per(DataSize.Gigabyte) }, Predictions = Rows with { Price = PerGigabyte } };
        Assert.Equal(0.5184 + 129.6 + 26.4384, all.Stored.Terabytes, 1e-9);
        Assert.Equal(64_800 * 730 / 720.0 + 2_643.84, all.Cost!.DollarsPerMonth, 1e-6);
        Assert.Equal(3, all.Parts.Count);
        Assert.Equal(["monitoring data, with copies", "monitoring cost"], all.Results.Select(result => result.Name));
        Assert.Same(Metrics, Assert.Single(new MonitoringData { Metrics = Metrics }.Parts));
        Assert.Null(new MonitoringData { Metrics = Metrics }.Cost);
        Assert.Single(new MonitoringData { Metrics = Metrics }.Results);
        Refused.Contradiction("nothing is kept", () => new MonitoringData().Stored);
    }

    [Fact]
    public void Inputs_out_of_range_are_refused_by_name()
    {
        Refused.Range("scrape targets", "not be negative", () => Metrics with { Targets = -1 });
        Refused.Range("series per target", "not be negative", () => Metrics with { SeriesPerTarget = -1 });
        Refused.Range("scrape interval", "above 0", () => Metrics with { ScrapeInterval = Duration.Zero });
        Refused.Range("retention", "above 0", () => Metrics with { Retention = Duration.Zero });
        Refused.Range("bytes per sample", "above 0", () => Metrics with { BytesPerSample = 0.Bytes });
        Refused.Null("requests", () => Logs with { Requests = null! });
        Refused.Range("lines per request", "not be negative", () => Logs with { LinesPerRequest = -1 });
        Refused.Range("line size", "above 0", () => Logs with { LineSize = 0.Bytes });
        Refused.Range("retention", "above 0", () => Logs with { Retention = Duration.Zero });
        Refused.Range("log ingest price", "not be negative", () => Logs with { IngestPrice = (-1).Dollars.Per(DataSize.Gigabyte) });
        Refused.Null("logged part", () => Logs with { Sampled = null! });
        Refused.Null("predictions", () => Rows with { Predictions = null! });
        Refused.Range("features per prediction", "not be negative", () => Rows with { Features = -1 });
        Refused.Range("bytes per feature", "above 0", () => Rows with { BytesPerFeature = 0.Bytes });
        Refused.Range("row overhead", "not be negative", () => Rows with { RowOverhead = (-1).Bytes });
        Refused.Range("retention", "above 0", () => Rows with { Retention = Duration.Zero });
    }

    [Fact]
    public void Every_input_changes_a_result()
    {
        var common = new Dictionary<string, object>
        {
            ["Retention"] = 1.Days, ["Copies"] = (Scalar)9, ["CompressionRatio"] = (Scalar)2, ["IndexOverhead"] = (Scalar)1, ["DiskFill"] = 50.Percent, ["Price"] = 1.Dollars.Per(DataSize.Gigabyte).Per(Duration.Month),
            ["Targets"] = (Scalar)7, ["SeriesPerTarget"] = (Scalar)7, ["ScrapeInterval"] = 1.Minutes, ["BytesPerSample"] = 1.Bytes,
            ["Requests"] = Load.Of(1.PerSecond, 1.PerSecond, "requests"), ["LinesPerRequest"] = (Scalar)7, ["LineSize"] = 7.Bytes, ["Sampled"] = 1.Percent, ["IngestPrice"] = 1.Dollars.Per(DataSize.Gigabyte),
            ["Predictions"] = Load.Of(1.PerSecond, 1.PerSecond, "predictions"), ["Features"] = (Scalar)7, ["BytesPerFeature"] = 7.Bytes, ["RowOverhead"] = 7.Bytes,
        };
        Assert.Empty(EveryInput.WithoutEffect(() => Metrics with { Price = PerGigabyte }, common));
        Assert.Empty(EveryInput.WithoutEffect(() => Logs with { Price = PerGigabyte }, common));
        Assert.Empty(EveryInput.WithoutEffect(() => Rows with { Price = PerGigabyte }, common));
    }
}
