namespace MlsdEstimator.Tests;

/// <summary>Formulas of vector indexes: structure and the products' own rules.</summary>
internal static class IndexFormulas
{
    public static readonly Dictionary<string, Func<VectorInputs, double>> All = new()
    {
        ["Flat bytes"] = row => OneCopy(row, VectorLayout.Flat(4.Bytes)),
        ["HNSW (FAISS) bytes"] = row => OneCopy(row, VectorLayout.FaissHnsw(4.Bytes, row.Count("m"))),
        ["HNSW upper-level links per vector"] = row => new HnswGraph { Links = row.Count("m") }.UpperLayers.Bytes,
        ["IVF-Flat bytes"] = row => OneCopy(row, VectorLayout.IvfFlat(row.Count("nlist"), 4.Bytes)),
        ["IVF-PQ bytes"] = row => OneCopy(row, VectorLayout.IvfPq(row.Count("nlist"), row.Count("m"), row.Count("nbits"))),
        ["IVF-PQ code bytes"] = row => VectorCode.Product(row.Count("m"), row.Count("nbits")).BytesOf(row.Count("m")).Bytes,
        ["IVF-SQ8 bytes"] = row => OneCopy(row, VectorLayout.IvfSq8(row.Count("nlist"))),
        ["binary quantisation bytes"] = row => OneCopy(row, VectorLayout.Binary),
        ["DiskANN RAM"] = row => OneCopy(row, VectorLayout.DiskAnn(row.Number("pq_bytes").Bytes, 4.Bytes, row.Count("r"), row.Count("cached_nodes"))),
        ["DiskANN disk"] = row => Index(row, VectorLayout.DiskAnn(32.Bytes, row.Number("bytes_per_dim").Bytes, row.Count("r"))).Disk!.Bytes,
        ["ScaNN"] = row => OneCopy(row, VectorLayout.ScaNn(row.Number("rescore_bytes_per_dim").Bytes, row.Count("dims_per_block"), row.Count("bits"))),

        ["OpenSearch HNSW"] = row => OneCopy(row, VectorLayout.OpenSearchHnsw(4.Bytes, row.Count("m"))),
        ["OpenSearch IVF"] = row => OneCopy(row, VectorLayout.OpenSearchIvf(row.Count("nlist"), 4.Bytes)),
        ["OpenSearch HNSW-PQ"] = row => OneCopy(row, VectorLayout.OpenSearchHnswPq(row.Count("pq_m"), row.Count("segments"), row.Count("m"), row.Count("bits"))),
        ["OpenSearch IVF-PQ"] = row => OneCopy(row, VectorLayout.OpenSearchIvfPq(row.Count("nlist"), row.Count("pq_m"), row.Count("segments"), row.Count("bits"))),
        ["OpenSearch cluster memory"] = row => Held(row.Count("bytes"), row.Count("replicas") + 1).Stored.Bytes,
        ["Qdrant memory"] = row => OneCopy(row, VectorLayout.Qdrant(4.Bytes)),
        ["Qdrant payload"] = row => (Held(row.Count("n"), 1) with { Layout = VectorLayout.Qdrant(4.Bytes), PayloadSize = row.Number("payload_bytes").Bytes }).Payload!.Bytes,
        ["Weaviate rule of thumb"] = row => OneCopy(row, VectorLayout.Weaviate(4.Bytes)),
        ["Weaviate"] = row => OneCopy(row, VectorLayout.WeaviateGraph(4.Bytes, row.Count("max_connections"))),
        ["pgvector vector bytes"] = row => VectorOf(row, VectorLayout.Pgvector),
        ["pgvector halfvec bytes"] = row => VectorOf(row, VectorLayout.PgvectorHalf),
        ["pgvector bit bytes"] = row => VectorOf(row, VectorLayout.PgvectorBit),
        ["Milvus scalar index INT64"] = row => new MilvusScalarIndex { Rows = row.Count("rows"), BytesPerRow = MilvusScalarIndex.LargeNumber }.Size.Mebibytes,
        ["Milvus GPU_CAGRA"] = row => OneCopy(row, VectorLayout.MilvusCagra(4.Bytes)),
        ["Pinecone"] = row => new PineconePods { Items = row.Count("n"), Dimensions = row.Count("d"), VectorsPerPod = row.Count("vectors_per_pod_at_768"), Copies = 1 }.Pods.Value,
        ["shards"] = row => (Held(row.Count("bytes"), 1) with { NodeMemory = row.Number("node_bytes").Bytes * row.Share("usable") }).Shards!.Value,
    };

    private static VectorIndex Index(VectorInputs row, VectorLayout layout) => new()
    {
        Items = row.Count("n"),
        Dimensions = row.Count("d"),
        Layout = layout,
        Copies = 1,
    };

    private static double OneCopy(VectorInputs row, VectorLayout layout) => Index(row, layout).OneCopy.Bytes;

    private static double VectorOf(VectorInputs row, VectorLayout layout) => new VectorIndex { Items = 1, Dimensions = row.Count("d"), Layout = layout, Copies = 1 }.PerItem.Bytes;

    /// <summary>An index of so many bytes.</summary>
    private static VectorIndex Held(Scalar bytes, Scalar copies) => new() { Items = bytes, Dimensions = 1, Layout = VectorLayout.Flat(DataSize.Byte), Copies = copies };
}
