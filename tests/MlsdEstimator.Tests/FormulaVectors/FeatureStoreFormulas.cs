namespace MlsdEstimator.Tests;

/// <summary>Formulas of feature stores: reads, capacity rules of stores, and measurements that are scored.</summary>
internal static class FeatureStoreFormulas
{
    public static readonly Dictionary<string, Func<VectorInputs, double>> All = new()
    {
        ["backend load"] = row => Fetch(row.Number("qps").PerSecond, 1, 1, row.Share("hit_ratio")).StoreReads.PerSecond,
        ["key reads/s"] = row => Fetch(row.Number("qps").PerSecond, row.Count("candidates"), row.Count("feature_views")).BundleReads.PerSecond,
        ["egress bytes/s"] = row => Fetch(row.Number("qps").PerSecond, row.Count("rows"), 1, bytes: row.Count("features") * row.Count("bytes")).Bytes.BytesPerSecond,

        ["least-squares p50 latency per entity row"] = row => row.Answer(Line(row).PerEntity),
        ["least-squares fixed cost"] = row => row.Answer(Line(row).Fixed),
        ["measured p50, 1 row x 50 features"] = row => Feast(row).P50.Milliseconds,

        ["DynamoDB RCU"] = row => DynamoDbUnits.Read(Kibibytes(row, "item_kb"), Consistency(row)).Value,
        ["DynamoDB eventual read"] = row => DynamoDbUnits.Read(Kibibytes(row, "item_kb"), Consistency(row)).Value,
        ["DynamoDB BatchGetItem"] = row => DynamoDbUnits.BatchRead(Items(row), Consistency(row)).Value,
        ["DynamoDB Query"] = row => DynamoDbUnits.Query(row.Has("items") ? row.Count("items") * row.Number("item_bytes").Bytes : Kibibytes(row, "items_total_kb"), Consistency(row)).Value,
        ["DynamoDB WCU"] = row => DynamoDbUnits.Write(Kibibytes(row, "item_kb")).Value,
        ["DynamoDB BatchWriteItem"] = row => DynamoDbUnits.BatchWrite(Items(row)).Value,
        ["DynamoDB 80 strong reads/s"] = row => (row.Number("reads_per_s").PerSecond * DynamoDbUnits.Read(Kibibytes(row, "item_kb"), DynamoDbRead.Strong)).PerSecond,
        ["DynamoDB 100 writes/s"] = row => (row.Number("writes_per_s").PerSecond * DynamoDbUnits.Write(Kibibytes(row, "item_kb"))).PerSecond,
        ["DynamoDB number size"] = row => DynamoDbUnits.NumberAttribute(row.Number("name_bytes").Bytes, (int)row.Number("significant_digits")).Bytes,

        ["Redis small string keys"] = row => Memory(row).Data.Bytes,
        ["Redis hashes of 5 fields"] = row => Memory(row).Data.Bytes,
        ["Bigtable nodes"] = row => new BigtableNodes
        {
            Reads = row.Number("reads_per_s").PerSecond,
            Writes = row.Number("writes_per_s").PerSecond,
            ReadsPerNode = row.Number("read_rows_per_node").PerSecond,
            WritesPerNode = row.Number("write_rows_per_node").PerSecond,
        }.Nodes.Value,
    };

    private static FeatureRowFit Line(VectorInputs row) => FeatureRowFit.To([.. row.Numbers("rows").Zip(row.Times("p50"), (rows, time) => ((Scalar)rows, time))]);

    /// <summary>The published run: Feast 0.25 Python, 10 requests a second, ten features in each view.</summary>
    private static FeatureFetch Feast(VectorInputs row) => new()
    {
        Requests = Load.Of(10.PerSecond, 10.PerSecond, "requests"),
        Groups =
        [
            new FeatureGroup
            {
                Entities = row.Count("rows"),
                KeysPerEntity = row.Count("features") / 10,
                BundleSize = row.Number("features") * 8.Bytes,
                FeaturesPerEntity = row.Count("features"),
                Store = row.Text("store") == "redis" ? FeatureStores.RedisSameHost : FeatureStores.Find(row.Text("store")),
                KeysPerCall = row.Count("rows"),
                ParallelCalls = 1,
            },
        ],
        Server = FeatureServers.FeastPython,
        ServerHosts = 1,
    };

    private static RedisMemory Memory(VectorInputs row) => new() { Keys = row.Count("keys"), BytesPerKey = row.Number("bytes_per_key").Bytes, Replicas = 0 };

    private static DataSize Kibibytes(VectorInputs row, string name) => DataSize.FromKibibytes(row.Number(name));

    private static IReadOnlyList<DataSize> Items(VectorInputs row) => [.. row.Numbers("items_kb").Select(DataSize.FromKibibytes)];

    private static DynamoDbRead Consistency(VectorInputs row) => !row.Has("consistency") || row.Text("consistency") == "eventual" ? DynamoDbRead.Eventual : DynamoDbRead.Strong;

    private static FeatureFetch Fetch(Rate requests, Scalar entities, Scalar keys, Fraction? hits = null, Scalar? bytes = null) => new()
    {
        Requests = Load.Of(requests, requests, "requests"),
        Groups = [new FeatureGroup { Entities = entities, KeysPerEntity = keys, BundleSize = (bytes ?? 1) * DataSize.Byte, CacheHitRatio = hits, KeysPerCall = 100, ParallelCalls = 1 }],
    };
}
