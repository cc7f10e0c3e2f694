namespace MlsdEstimator;

/// <summary>Online stores by name, with what was published about them; each number is one shared range with its source.</summary>
/// <remarks>
/// Times are those of one call of a client in the same region. Vendors publish few percentiles, so most ranges are wide: measure yours.
/// Capacities per shard are for small values; billing rules are in <see cref="DynamoDbUnits"/>, <see cref="RedisMemory"/> and <see cref="BigtableNodes"/>.
/// </remarks>
public static class FeatureStores
{
    private const string Feast = "feast-dev/feast-benchmarks";

    private const string Managed = "featurestoreorg/featurestore-benchmarks, locust, 100 users (2023-11)";

    private const string RedisRates = "Redis documentation: 81k/s one by one, 300k/s pipelined, one thread";

    private static readonly DateOnly Catalogued = new(2026, 11, 1);

    private static readonly Rate RedisKeys = Uncertain.Range(81e3, 300e3).In(Rate.FromPerSecond(1)).Named("Redis keys per second per shard").Cited(RedisRates, Catalogued).AsDefault(RedisRates);

    private static readonly Duration RedisPerKey = Uncertain.Range(1e6 / 300e3, 1e6 / 81e3).In(Duration.Microsecond).Named("Redis time per key").Cited(RedisRates, Catalogued).AsDefault(RedisRates);

    /// <summary>
    /// A native client with multi-get, whatever the store: from Uber Palette's single-digit p99 (2 ms at the tail of Lyft's) to Lyft's p50/p95/p99 of 8/20/40 ms; between them DoorDash,
    /// whose 50 ms p99.9 is 6 ms at the same tail. Waiting is in it.
    /// </summary>
    public static FeatureStore NativeClient { get; } = new()
    {
        Name = "native client",
        CallP50 = Milliseconds(1.8, 8, "native client call p50", "Uber Palette single-digit p99, DoorDash p99.9 50 ms (2025), Lyft p50/p99 8/40 ms (2019)"),
        TailRatio = Ratio(5, 0.25, "native client p99 over p50", "Lyft feature store: p50/p95/p99 8/20/40 ms (2019)"),
        PerKey = RedisPerKey,
        IsMeasuredInUse = true,
        Source = "production figures: Uber Palette, DoorDash (2025), Lyft (2019)",
        AsOf = Catalogued,
    };

    /// <summary>Redis in the same zone.</summary>
    public static FeatureStore Redis { get; } = new()
    {
        Name = "Redis",
        CallP50 = Milliseconds(0.25, 1, "Redis call p50", "round trip of a zone 0.25 ms and a key-value query 0.5 ms (napkin-math 2026-03); same data centre 0.5 ms (Dean 2012)"),
        TailRatio = Ratio(3, 0.4, "Redis p99 over p50", "1.2 to 1.8 idle (feast-benchmarks), 5 in production (Lyft)"),
        PerKey = RedisPerKey,
        KeysPerSecondPerShard = RedisKeys,
        Source = RedisRates,
        AsOf = Catalogued,
    };

    /// <summary>Redis on the host of its only client: a load test, a sidecar.</summary>
    public static FeatureStore RedisSameHost { get; } = new()
    {
        Name = "Redis, same host",
        CallP50 = Milliseconds(0.015, 0.05, "Redis same host call p50", "at most a TCP echo of 50 us (napkin-math 2026-03), and less than a view of the Go server took (feast-benchmarks)"),
        TailRatio = Ratio(2, 0.25, "Redis same host p99 over p50", "1.2 to 1.8 with its server (feast-benchmarks)"),
        KeysPerSecondPerShard = RedisKeys,
        Source = "napkin-math (2026-03); the time per key is in the fitted feature servers",
        AsOf = Catalogued,
    };

    /// <summary>DynamoDB in the same region, with BatchGetItem: what the Python client saw. 100 keys a call, 3,000 read units a second a partition.</summary>
    public static FeatureStore DynamoDb { get; } =
        Fitted("DynamoDB", FeatureStoreFits.DynamoDb, $"{Feast} python/full-report-dynamo.log; \"single-digit milliseconds\" (AWS, no percentile)") with
        {
            MostKeysPerCall = 100,
            KeysPerSecondPerShard = Rate.FromPerSecond(3000).Named("DynamoDB keys per second per partition").Cited("3,000 read units a second a partition, 1 unit for a strong read of up to 4 KB (AWS documentation)", Catalogued),
        };

    /// <summary>Google Cloud Datastore: p50 and p99 of 46 and 181 ms for one row, 356 and 508 ms for 100 rows of 50 features through Feast, its server taken off.</summary>
    public static FeatureStore Datastore { get; } = Fitted("Datastore", FeatureStoreFits.Datastore, $"{Feast}, two published points (Feast 0.25, 10 requests/s)");

    /// <summary>Bigtable on SSD; a node reads 17,000 rows a second (the page also says 14,000) or 220 MB/s.</summary>
    public static FeatureStore Bigtable { get; } = new()
    {
        Name = "Bigtable",
        CallP50 = Milliseconds(1, 9, "Bigtable call p50", "single-digit milliseconds (Google, no percentile); 19 ms in 2013 (Dean and Barroso)"),
        TailRatio = Ratio(3.5, 0.2, "Bigtable p99 over p50", "19 to 67 ms (Dean and Barroso, CACM 2013)"),
        KeysPerSecondPerShard = Uncertain.Range(14e3, 17e3).In(Rate.FromPerSecond(1)).Named("Bigtable rows per second per node").Cited("Bigtable performance page: 17,000 rows/s a node in the table, 14,000 in the text", Catalogued),
        BandwidthPerShard = Bandwidth.FromMegabytesPerSecond(220).Named("Bigtable scan per node").Cited("Bigtable performance page", Catalogued),
        Source = "cloud.google.com/bigtable/docs/performance",
        AsOf = Catalogued,
    };

    /// <summary>Cassandra: no percentile was found, so it lies between Redis and Datastore.</summary>
    public static FeatureStore Cassandra { get; } = new()
    {
        Name = "Cassandra",
        CallP50 = Milliseconds(0.5, 8, "Cassandra call p50", "no published percentile: from a network round trip to Datastore"),
        TailRatio = Ratio(5, 0.4, "Cassandra p99 over p50", "no published percentile: as Lyft's store, 8/40 ms (2019)"),
        Source = "no published percentile; between Redis and Datastore",
        AsOf = Catalogued,
    };

    /// <summary>RonDB as in Hopsworks 3.4, with its client.</summary>
    public static FeatureStore RonDb { get; } = Fitted("RonDB (Hopsworks 3.4)", FeatureStoreFits.Hopsworks, Managed) with { IsMeasuredInUse = true };

    /// <summary>SageMaker Feature Store with its client: 100 records a call.</summary>
    public static FeatureStore SageMaker { get; } = Fitted("SageMaker Feature Store", FeatureStoreFits.SageMaker, Managed) with { MostKeysPerCall = 100, IsMeasuredInUse = true };

    /// <summary>Features in the memory of the process that uses them: item features beside the ranker. No network, no shards; every replica holds a copy.</summary>
    public static FeatureStore InProcess { get; } = new()
    {
        Name = "in process",
        CallP50 = Uncertain.Range(0.1, 1).In(Duration.Microsecond).Named("in-process lookup").Cited("hash 10 ns and random reads of 20 to 100 ns (napkin-math 2026-03, Dean 2012)", Catalogued),
        TailRatio = Ratio(3, 0.4, "in-process p99 over p50", "cache misses and page faults"),
        PerKey = Uncertain.Range(0.1, 2).In(Duration.Microsecond).Named("in-process time per key").Cited("1 kB is 16 cache lines of 20 to 100 ns (napkin-math 2026-03, Dean 2012)", Catalogued),
        IsInProcess = true,
        Source = "napkin-math (2026-03), Dean (2012)",
        AsOf = Catalogued,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FeatureStore> All { get; } = [NativeClient, Redis, RedisSameHost, DynamoDb, Datastore, Bigtable, Cassandra, RonDb, SageMaker, InProcess];

    /// <summary>A store by its name, or by a part of it that only one has: "dynamo". Capitals do not matter.</summary>
    /// <param name="name">Name or part of it.</param>
    /// <exception cref="ArgumentException">There is none, or several; the message lists the nearest or the candidates.</exception>
    public static FeatureStore Find(string name) => CatalogSearch.Find(name, All, store => store.Name, "feature store");

    /// <summary>A store of fitted constants with the doubt between runs.</summary>
    internal static FeatureStore Fitted(string name, FeatureStoreFit fit, string source) => new()
    {
        Name = name,
        CallP50 = FeatureServers.Doubted(fit.CallP50Ms, fit.Doubt).In(Duration.Millisecond).Named($"{name} call p50").Cited(Of(source, fit), FeatureStoreFits.FittedOn),
        TailRatio = AboveOne(fit.TailRatio, fit.Doubt, $"{name} p99 over p50").Cited(Of(source, fit), FeatureStoreFits.FittedOn),
        PerKey = FeatureServers.Doubted(fit.PerKeyUs, fit.Doubt).In(Duration.Microsecond).Named($"{name} time per key").Cited(Of(source, fit), FeatureStoreFits.FittedOn),
        Source = Of(source, fit),
        AsOf = FeatureStoreFits.FittedOn,
    };

    private static string Of(string source, FeatureStoreFit fit) => Text.Of($"{source}; {fit.Rows} rows, fitted {FeatureStoreFits.FittedOn:yyyy-MM-dd}");

    private static Duration Milliseconds(double low, double high, string name, string source) =>
        Uncertain.Range(low, high).In(Duration.Millisecond).Named(name).Cited(source, Catalogued).AsDefault(source);

    private static Scalar Ratio(double best, double deviation, string name, string source) =>
        AboveOne(best, deviation, name).Cited(source, Catalogued).AsDefault(source);

    /// <summary>Doubt about what is above 1.</summary>
    private static Scalar AboveOne(double best, double deviation, string name) => (1 + FeatureServers.Doubted(best - 1, deviation).AsScalar().Named($"{name}, less 1")).Named(name);
}
