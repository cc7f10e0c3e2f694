namespace MlsdEstimator.Tests;

/// <summary>Formulas of stored data: rows, growth, column encodings, sketches, embedding tables, monitoring.</summary>
internal static class RetentionFormulas
{
    public static readonly Dictionary<string, Func<VectorInputs, double>> All = new()
    {
        ["raw bytes"] = row => Rows(row.Count("rows"), row.Count("row_bytes")).Raw.Bytes,
        ["replicated"] = row => (Rows(row.Count("raw_bytes"), 1) with { Copies = Redundancy.Replicas(row.Count("replicas")) }).Stored.Bytes,
        ["erasure overhead"] = row => Redundancy.ErasureCode(row.Count("data"), row.Count("parity")).Value,
        ["stored after n months"] = row => Growing(row, "months").Raw.Terabytes,
        ["growth"] = row => Growing(row, "months").Raw.Terabytes,
        ["rolling retention"] = row => Growing(row, "retention_months").Raw.Terabytes,
        ["doubling time"] = row => (Growth(row).DoublingTime / Duration.Month).Value,
        ["annual factor"] = row => Growth(row).PerYear.Value,

        ["bit-packed dictionary column bytes"] = row => Column(row).BitPacked.Bytes,
        ["bit-packed column bytes"] = row => Column(row).BitPacked.Bytes,
        ["bit width"] = row => Column(row).BitsPerValue.Value,
        ["dictionary column"] = row => Column(row).Dictionary.Bytes,
        ["RLE bytes"] = row => RunLengths(row).RunLength!.Bytes,
        ["entropy bound"] = row => (Column(row) with { Frequencies = [.. row.Numbers("p").Select(Fraction.FromRatio)] }).EntropyBits!.Value,
        ["bloom bits"] = row => Bloom(row).Bits.Value,
        ["bloom hashes"] = row => Bloom(row).Hashes.Value,
        ["HyperLogLog standard error"] = row => new HyperLogLog { IndexBits = row.Count("b") }.StandardError.Value,

        ["DLRM Criteo-1TB"] = row => Table([.. row.Numbers("tables").Select(rows => (Scalar)rows)]).TotalRows.Value,
        ["DLRM table bytes"] = row => (Table([row.Count("rows")]) with { Dimensions = row.Count("dim"), BytesPerComponent = row.Number("bytes").Bytes }).Table.Bytes,
        ["row-wise Adagrad state"] = row => Table([row.Count("rows")]).OptimizerState.Bytes,

        ["Prometheus disk"] = row => (Series(row.Count("samples_per_s"), 1, 1.Seconds) with { Retention = row.Number("retention_days").Days, BytesPerSample = row.Number("bytes_per_sample").Bytes }).Raw.Bytes,
        ["samples/s"] = row => Series(row.Count("targets"), row.Count("series_per_target"), row.Time("interval")).Samples.PerSecond,
        ["disk to allocate"] = row => (Rows(row.Count("bytes"), 1) with { DiskFill = row.Share("fill") }).Provisioned!.Bytes,
        ["log bytes/day"] = row => Log(row.Number("rps").PerSecond, row.Count("lines"), row.Number("bytes").Bytes, row.Share("sample")).PerDay.Bytes,
        ["log cost/month"] = row => (LogCost(row) * row.Number("days").Days).Dollars,
        ["prediction log"] = row => Predictions(row).Raw.Bytes,
        ["GB to GiB"] = row => row.Number("bytes").Bytes.Gibibytes,
    };

    private static StoredRows Rows(Scalar rows, Scalar bytes) => new() { Rows = rows, RowSize = bytes * DataSize.Byte, Copies = 1 };

    private static Load Steady(Rate rate) => Load.Of(rate, rate, "rows");

    private static Growth Growth(VectorInputs row) => new() { PerMonth = row.Count("growth") };

    private static RetainedData Growing(VectorInputs row, string retention) => new()
    {
        Rows = Steady(row.Count("first_month_tb") / Duration.Month),
        RowSize = DataSize.Terabyte,
        Growth = Growth(row),
        Horizon = row.Number("months").Months,
        Retention = row.Number(retention).Months,
        Copies = 1,
    };

    private static EncodedColumn Column(VectorInputs row) => new()
    {
        Rows = row.Has("rows") ? row.Count("rows") : 1e15,
        Distinct = row.Has("cardinality") ? row.Count("cardinality") : 1,
        ValueSize = row.Has("avg_len_bytes") ? row.Number("avg_len_bytes").Bytes : DataSize.Byte,
    };

    private static EncodedColumn RunLengths(VectorInputs row) => new()
    {
        Rows = row.Count("runs") * row.Count("run_length"),
        Distinct = 1,
        ValueSize = row.Number("value_bytes").Bytes,
        Runs = row.Count("runs"),
    };

    private static BloomFilter Bloom(VectorInputs row) => new() { Items = row.Count("n"), FalseAlarms = row.Share("p") };

    private static EmbeddingTables Table(IReadOnlyList<Scalar> rows) =>
        new() { Rows = rows, Dimensions = 1, BytesPerComponent = 4.Bytes, Optimizer = EmbeddingOptimizer.RowWiseAdagrad, Copies = 1 };

    private static MetricSeries Series(Scalar targets, Scalar each, Duration interval) =>
        new() { Targets = targets, SeriesPerTarget = each, ScrapeInterval = interval, Retention = 1.Days, Copies = 1 };

    private static RequestLog Log(Rate requests, Scalar lines, DataSize line, Fraction sampled) =>
        new() { Requests = Steady(requests), LinesPerRequest = lines, LineSize = line, Sampled = sampled, Retention = 1.Days, Copies = 1 };

    private static Spend LogCost(VectorInputs row) =>
        (Log(row.Count("gb_per_day") / Duration.Day, 1, DataSize.Gigabyte, Fraction.One) with { IngestPrice = row.Number("usd_per_gb").Dollars.Per(DataSize.Gigabyte) }).IngestCost!;

    private static PredictionLog Predictions(VectorInputs row) => new()
    {
        Predictions = Steady(row.Number("qps").PerSecond),
        Features = row.Count("features"),
        RowOverhead = row.Number("overhead_bytes").Bytes,
        Retention = 30.Days,
        Copies = 1,
    };
}
