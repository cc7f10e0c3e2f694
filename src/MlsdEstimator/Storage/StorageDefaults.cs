namespace MlsdEstimator;

/// <summary>What storage estimators assume when nothing is said, and the constants of their formulas.</summary>
internal static class StorageDefaults
{
    /// <summary>Documentation of the OpenSearch k-NN plugin, "memory estimation".</summary>
    private const string OpenSearch = "OpenSearch k-NN documentation: 1.1 x (bytes x dimensions + 8 x m) a vector";

    /// <summary>No compression: an upper bound. Row formats reach 2 to 4, columnar ones 5 to 10 on event logs.</summary>
    public static readonly Scalar NotCompressed = Scalar.One.Named("compression ratio").AsDefault("not compressed: an upper bound");

    /// <summary>Links of a vector in an HNSW graph: m = 16.</summary>
    public static readonly Scalar HnswLinks = Scalar.FromNumber(16).Named("HNSW links (m)").AsDefault("OpenSearch k-NN documentation: default m = 16; 2 to 100");

    /// <summary>What an HNSW index needs beyond vectors and links: 1.1 times both.</summary>
    public static readonly Scalar HnswOverhead = Scalar.FromNumber(1.1).Named("HNSW overhead").Cited(OpenSearch);

    /// <summary>Bytes for each of the m links: the lowest layer holds 2 m of them, of 4 B each.</summary>
    public static readonly DataSize HnswBytesPerLink = DataSize.FromBytes(8).Named("bytes per HNSW link").Cited(OpenSearch);

    /// <summary>Resident over used memory of Redis, from well kept to after many deletions.</summary>
    public static readonly Scalar RedisFragmentation = Uncertain.Range(1.1, 1.5).AsScalar().Named("memory fragmentation").AsDefault("Redis: mem_fragmentation_ratio of 1.1 to 1.5 in use");

    /// <summary>The two figures of one page.</summary>
    public static readonly Rate BigtableReads = Uncertain.Range(14e3, 17e3).In(Rate.FromPerSecond(1)).Named("rows read per node").AsDefault("Bigtable performance page, SSD, 1 KB rows: 17,000 in the table, 14,000 in the text (2026)");

    /// <summary>SSD, 1 KB rows.</summary>
    public static readonly Rate BigtableWrites = Rate.FromPerSecond(14e3).Named("rows written per node").AsDefault("Bigtable performance page, SSD, 1 KB rows: 14,000 rows/s a node (2026)");
}
