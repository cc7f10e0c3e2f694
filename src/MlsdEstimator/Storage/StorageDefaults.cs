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

    /// <summary>The two figures of one page.</summary>
    public static readonly Rate BigtableReads = Uncertain.Range(14e3, 17e3).In(Rate.FromPerSecond(1)).Named("rows read per node").AsDefault("Bigtable performance page, SSD, 1 KB rows: 17,000 in the table, 14,000 in the text (2026)");

    /// <summary>SSD, 1 KB rows.</summary>
    public static readonly Rate BigtableWrites = Rate.FromPerSecond(14e3).Named("rows written per node").AsDefault("Bigtable performance page, SSD, 1 KB rows: 14,000 rows/s a node (2026)");

    /// <summary>Nothing is sampled away: an upper bound.</summary>
    public static readonly Fraction EveryExample = Fraction.One.Named("sampled part").AsDefault("every example is kept");

    /// <summary>A dictionary beyond this is not written: parquet.dictionary.page.size.</summary>
    public static readonly DataSize DictionaryPage = DataSize.FromMebibytes(1).Named("dictionary page").Cited("Parquet: parquet.dictionary.page.size is 1 MiB");

    /// <summary>A register counts to 2^64 in 6 bits.</summary>
    public static readonly Scalar RegisterBits = Scalar.FromNumber(6).Named("bits per register").AsDefault("Redis HyperLogLog: 16,384 registers of 6 bits");

    /// <summary>DoorDash 2020: 298 B a value before and 112 B after hashing and compression; Lyft: 100 billion values in 30 TB.</summary>
    public static readonly DataSize MeasuredBytesPerValue =
        112.Bytes.To(300.Bytes).Named("bytes per value, one key per feature").AsDefault("DoorDash 2020: 112 to 298 B a value; Lyft: 300 B");

    /// <summary>1 million small string keys take 85 MB.</summary>
    public static readonly DataSize RedisString = DataSize.FromBytes(85).Named("bytes per Redis string").Cited("Redis FAQ: 1 million small keys and values take 85 MB (64 bit)");

    /// <summary>1 million hashes of five fields take 160 MB.</summary>
    public static readonly DataSize RedisHashField =
        DataSize.FromBytes(160 / 5.0).Named("bytes per field of a Redis hash").Cited("Redis FAQ: 1 million hashes of 5 fields take 160 MB (64 bit)");

    /// <summary>What one key costs, a small value included: an upper bound of its overhead.</summary>
    public static readonly DataSize RedisKey = DataSize.FromBytes(85).Named("bytes per key").AsDefault("Redis FAQ: 1 million small keys and values take 85 MB (64 bit)");

    /// <summary>One version: the store is updated in place.</summary>
    public static readonly Scalar OneVersion = Scalar.One.Named("versions").AsDefault("updated in place; 2 while one version is filled and one is read");

    /// <summary>A value of a feature that is kept without a key: fp32.</summary>
    public static readonly DataSize BareValue = DataSize.FromBytes(4).Named("bytes of a bare value").Cited("fp32");

    /// <summary>Label and offsets of a vector in an HNSW index.</summary>
    public static readonly DataSize HnswId = DataSize.FromBytes(12).Named("id and offsets").Cited("hnswlib: label of 8 B, size and offset of 4 B");

    /// <summary>Ids of inverted lists.</summary>
    public static readonly DataSize IvfId = DataSize.FromBytes(8).Named("id").Cited("FAISS: 8 B a vector in an inverted list");

    /// <summary>What OpenSearch counts beside a product-quantised code.</summary>
    public static readonly DataSize OpenSearchCodeId = DataSize.FromBytes(24).Named("id and overhead of a code").Cited("OpenSearch k-NN documentation: pq_code_size + 24");

    /// <summary>Header of a value of type vector, halfvec and bit.</summary>
    public static readonly DataSize PgvectorHeader = DataSize.FromBytes(8).Named("header").Cited("pgvector README: 4 x dimensions + 8");

    /// <summary>A connection of Weaviate's graph: 8 to 10 B.</summary>
    public static readonly DataSize WeaviateConnection = DataSize.FromBytes(10).Named("bytes per connection").Cited("Weaviate documentation, resource planning: 8 to 10 B a connection");

    /// <summary>Weaviate's rule of thumb.</summary>
    public static readonly Scalar WeaviateOverhead = Scalar.FromNumber(2).Named("Weaviate factor").Cited("Weaviate documentation, resource planning: twice the vectors");

    /// <summary>Qdrant's factor for metadata, indexes and temporary segments.</summary>
    public static readonly Scalar QdrantOverhead = Scalar.FromNumber(1.5).Named("Qdrant factor").Cited("Qdrant documentation, capacity planning: number of vectors x dimensions x 4 B x 1.5");

    /// <summary>Milvus' graph in memory over raw vectors.</summary>
    public static readonly Scalar MilvusHnswOverhead = Uncertain.Range(2, 3).AsScalar().Named("Milvus HNSW factor").AsDefault("Milvus, sizing: 2 to 3 times the raw vectors");

    /// <summary>Milvus' graph on a GPU over raw vectors.</summary>
    public static readonly Scalar CagraOverhead = Scalar.FromNumber(1.8).Named("CAGRA factor").Cited("Milvus documentation, GPU index: GPU_CAGRA takes 1.8 times the raw vectors");

    /// <summary>Bits of a product-quantised part.</summary>
    public static readonly Scalar CodeBits = Scalar.FromNumber(8).Named("bits per subvector").AsDefault("FAISS and OpenSearch: 8 bits, 256 codewords");

    /// <summary>Components of a block of ScaNN.</summary>
    public static readonly Scalar BlockDimensions = Scalar.FromNumber(2).Named("dimensions per block").AsDefault("ScaNN documentation: dimensions_per_block = 2");

    /// <summary>Bits of a block of ScaNN.</summary>
    public static readonly Scalar BlockBits = Scalar.FromNumber(4).Named("bits per block").AsDefault("ScaNN: 16 codewords for each block");

    /// <summary>Room for compaction, rebalancing and growth.</summary>
    public static readonly Fraction BrokerFill = Uncertain.FractionRange(0.6, 0.7).AsFraction().Named("disk fill").AsDefault("Kafka sizing guides (Confluent): disks 60 to 70 % full");

    /// <summary>The loss of one broker is survived.</summary>
    public static readonly Scalar SpareBroker = Scalar.One.Named("spare brokers").AsDefault("one: the loss of a broker is survived");

    /// <summary>Leveled compaction of RocksDB.</summary>
    public static readonly Scalar LevelFanOut = Scalar.FromNumber(10).Named("level fan-out").AsDefault("RocksDB tuning guide: max_bytes_for_level_multiplier = 10");

    /// <summary>Training can be resumed from the last checkpoint.</summary>
    public static readonly Scalar LastCheckpoint = Scalar.One.Named("checkpoints kept").AsDefault("the last one, to resume from");

    /// <summary>Compressed samples of Prometheus.</summary>
    public static readonly DataSize PrometheusSample = 1.Bytes.To(2.Bytes).Named("bytes per sample").AsDefault("Prometheus documentation, storage: 1 to 2 B a sample");

    /// <summary>Nothing is sampled away: an upper bound.</summary>
    public static readonly Fraction EveryRequest = Fraction.One.Named("logged part").AsDefault("everything is logged");

    /// <summary>A number without its name.</summary>
    public static readonly DataSize LoggedFeature = DataSize.FromBytes(8).Named("bytes per feature").AsDefault("a 64-bit number without its name");

    /// <summary>Resident memory over used memory after keys were updated and deleted.</summary>
    public static readonly Scalar RedisFragmentation = Uncertain.Uniform(1.1, 1.5).AsScalar().Named("memory fragmentation").AsDefault("Redis: mem_fragmentation_ratio of 1.1 to 1.5 is usual");
}
