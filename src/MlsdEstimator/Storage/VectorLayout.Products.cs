namespace MlsdEstimator;

/// <content>The rules of products, as their documentation gives them. "GB" on their pages is sometimes GiB; here everything is bytes.</content>
public sealed partial record VectorLayout
{
    /// <summary>OpenSearch k-NN, HNSW: 1.1 x (bytes x d + 8 m).</summary>
    /// <param name="bytesPerComponent">4 for fp32, 2 for fp16. Above 0.</param>
    /// <param name="links">Links of a vector (m), at least 2. Default 16.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static VectorLayout OpenSearchHnsw(DataSize bytesPerComponent, Scalar? links = null) =>
        Linked("OpenSearch HNSW", VectorCode.Full(bytesPerComponent), links) with { Overhead = StorageDefaults.HnswOverhead };

    /// <summary>OpenSearch k-NN, IVF: 1.1 x (bytes x d x n + 4 x lists x d).</summary>
    /// <param name="lists">Lists (nlist), at least 1.</param>
    /// <param name="bytesPerComponent">4 for fp32. Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static VectorLayout OpenSearchIvf(Scalar lists, DataSize bytesPerComponent) =>
        Clustered("OpenSearch IVF", VectorCode.Full(bytesPerComponent), lists) with { IdSize = null, Overhead = StorageDefaults.HnswOverhead };

    /// <summary>OpenSearch k-NN, HNSW with product quantisation: 1.1 x ((bits / 8 x M + 24 + 8 m) n + segments x 2^bits x 4 d).</summary>
    /// <param name="subvectors">Parts into which a vector is cut (pq_m), at least 1.</param>
    /// <param name="segments">Segments of the index, each with a codebook: at least 1.</param>
    /// <param name="links">Links of a vector (m), at least 2. Default 16.</param>
    /// <param name="bits">Bits of a part, at least 1. Default 8.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static VectorLayout OpenSearchHnswPq(Scalar subvectors, Scalar segments, Scalar? links = null, Scalar? bits = null) =>
        Linked("OpenSearch HNSW-PQ", VectorCode.Product(subvectors, bits ?? StorageDefaults.CodeBits), links) with
        {
            IdSize = StorageDefaults.OpenSearchCodeId,
            Overhead = StorageDefaults.HnswOverhead,
            Segments = Require.AtLeast(1, segments, "segments"),
        };

    /// <summary>OpenSearch k-NN, IVF with product quantisation: 1.1 x ((bits / 8 x M + 24) n + segments x (2^bits x 4 d + 4 x lists x d)).</summary>
    /// <param name="lists">Lists (nlist), at least 1.</param>
    /// <param name="subvectors">Parts into which a vector is cut (pq_m), at least 1.</param>
    /// <param name="segments">Segments of the index, each with centroids and codebook: at least 1.</param>
    /// <param name="bits">Bits of a part, at least 1. Default 8.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public static VectorLayout OpenSearchIvfPq(Scalar lists, Scalar subvectors, Scalar segments, Scalar? bits = null) =>
        Clustered("OpenSearch IVF-PQ", VectorCode.Product(subvectors, bits ?? StorageDefaults.CodeBits), lists) with
        {
            IdSize = StorageDefaults.OpenSearchCodeId,
            Overhead = StorageDefaults.HnswOverhead,
            Segments = Require.AtLeast(1, segments, "segments"),
        };

    /// <summary>Qdrant: 1.5 x bytes x d, and 1.5 x the payload.</summary>
    /// <param name="bytesPerComponent">4 for fp32. Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public static VectorLayout Qdrant(DataSize bytesPerComponent) => new("Qdrant", VectorCode.Full(bytesPerComponent)) { Overhead = StorageDefaults.QdrantOverhead };

    /// <summary>Weaviate, rule of thumb: twice the vectors.</summary>
    /// <param name="bytesPerComponent">4 for fp32. Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public static VectorLayout Weaviate(DataSize bytesPerComponent) => new("Weaviate", VectorCode.Full(bytesPerComponent)) { Overhead = StorageDefaults.WeaviateOverhead };

    /// <summary>Weaviate, by its graph: bytes x d + 10 x maxConnections.</summary>
    /// <param name="bytesPerComponent">4 for fp32. Above 0.</param>
    /// <param name="connections">maxConnections, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static VectorLayout WeaviateGraph(DataSize bytesPerComponent, Scalar connections) => new("Weaviate graph", VectorCode.Full(bytesPerComponent))
    {
        Links = Require.AtLeast(2, connections, "maxConnections"),
        BytesPerLink = StorageDefaults.WeaviateConnection,
    };

    /// <summary>Milvus, HNSW: 2 to 3 x the vectors.</summary>
    /// <param name="bytesPerComponent">4 for fp32. Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public static VectorLayout MilvusHnsw(DataSize bytesPerComponent) => new("Milvus HNSW", VectorCode.Full(bytesPerComponent)) { Overhead = StorageDefaults.MilvusHnswOverhead };

    /// <summary>Milvus, CAGRA on a GPU: 1.8 x the vectors, in the memory of the GPU.</summary>
    /// <param name="bytesPerComponent">4 for fp32. Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public static VectorLayout MilvusCagra(DataSize bytesPerComponent) => new("Milvus GPU_CAGRA", VectorCode.Full(bytesPerComponent)) { Overhead = StorageDefaults.CagraOverhead };

    /// <summary>pgvector, type <c>vector</c>: 4 d + 8, the row and its index not counted.</summary>
    public static VectorLayout Pgvector { get; } = Pg("pgvector vector", VectorCode.Full(4.Bytes));

    /// <summary>pgvector, type <c>halfvec</c>: 2 d + 8, the row and its index not counted.</summary>
    public static VectorLayout PgvectorHalf { get; } = Pg("pgvector halfvec", VectorCode.Full(2.Bytes));

    /// <summary>pgvector, type <c>bit</c>: d / 8 + 8, the row and its index not counted.</summary>
    public static VectorLayout PgvectorBit { get; } = Pg("pgvector bit", VectorCode.Binary);

    private static VectorLayout Pg(string name, VectorCode code) => new(name, code) { IdSize = StorageDefaults.PgvectorHeader };
}
