namespace MlsdEstimator;

/// <content>Families of indexes by structure: FAISS, and the papers of what it does not hold.</content>
public sealed partial record VectorLayout
{
    /// <summary>All vectors, compared one by one: bytes x d.</summary>
    /// <param name="bytesPerComponent">4 for fp32, 2 for fp16. Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public static VectorLayout Flat(DataSize bytesPerComponent) => new("flat", VectorCode.Full(bytesPerComponent));

    /// <summary>An HNSW graph counted in full: vector, 8 m B of links in the lowest layer, 4 m / (m - 1) B above it, and 12 B of id and offsets.</summary>
    /// <param name="bytesPerComponent">4 for fp32, 2 for fp16. Above 0.</param>
    /// <param name="links">Links of a vector (m), at least 2. Default 16.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static VectorLayout Hnsw(DataSize bytesPerComponent, Scalar? links = null) =>
        Linked("HNSW", VectorCode.Full(bytesPerComponent), links) with { IdSize = StorageDefaults.HnswId, CountsUpperLayers = true };

    /// <summary>HNSW by the guideline of FAISS: bytes x d + 8 m, without ids.</summary>
    /// <param name="bytesPerComponent">4 for fp32, 2 for fp16. Above 0.</param>
    /// <param name="links">Links of a vector (m), at least 2. Default 16.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static VectorLayout FaissHnsw(DataSize bytesPerComponent, Scalar? links = null) => Linked("FAISS HNSW", VectorCode.Full(bytesPerComponent), links);

    /// <summary>Vectors in lists, of which a query reads a few: bytes x d + 8 B of id, and a centroid for each list. It needs more memory than flat, not less.</summary>
    /// <param name="lists">Lists (nlist), at least 1; a query reads nprobe of them.</param>
    /// <param name="bytesPerComponent">4 for fp32, 2 for fp16. Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static VectorLayout IvfFlat(Scalar lists, DataSize bytesPerComponent) => Clustered("IVF-Flat", VectorCode.Full(bytesPerComponent), lists);

    /// <summary>Product-quantised codes in lists: ceiling(M bits / 8) + 8 B of id, centroids, and a codebook.</summary>
    /// <param name="lists">Lists (nlist), at least 1.</param>
    /// <param name="subvectors">Parts into which a vector is cut (M), at least 1.</param>
    /// <param name="bits">Bits of a part, at least 1. Default 8.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public static VectorLayout IvfPq(Scalar lists, Scalar subvectors, Scalar? bits = null) =>
        Clustered("IVF-PQ", VectorCode.Product(subvectors, bits ?? StorageDefaults.CodeBits), lists);

    /// <summary>One byte for each component, in lists: d + 8 B of id, and centroids.</summary>
    /// <param name="lists">Lists (nlist), at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public static VectorLayout IvfSq8(Scalar lists) => Clustered("IVF-SQ8", VectorCode.Scalar8, lists);

    /// <summary>One byte for each component, compared one by one: d bytes.</summary>
    public static VectorLayout Sq8 { get; } = new("SQ8", VectorCode.Scalar8);

    /// <summary>One bit for each component: ceiling(d / 8) bytes. Results are usually scored again with vectors that are kept elsewhere.</summary>
    public static VectorLayout Binary { get; } = new("binary", VectorCode.Binary);

    /// <summary>Codes in memory, vectors and graph on disk: n x code bytes + cached nodes in memory; whole nodes of d x bytes + 4 (R + 1) in sectors of 4 KiB on disk.</summary>
    /// <param name="codeSize">Bytes of a product-quantised code in memory, above 0; 32 is usual.</param>
    /// <param name="bytesPerComponent">Bytes of a component on disk, above 0.</param>
    /// <param name="degree">Most links of a node (R), at least 1; 64 is usual.</param>
    /// <param name="cachedNodes">Nodes that are kept in memory, not negative. Default: none.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static VectorLayout DiskAnn(DataSize codeSize, DataSize bytesPerComponent, Scalar degree, Scalar? cachedNodes = null) =>
        new("DiskANN", VectorCode.Sized(codeSize)) { Disk = new DiskGraph(bytesPerComponent, degree, cachedNodes ?? Scalar.Zero) };

    /// <summary>Codes of a few bits for blocks of components, and a copy of the vectors to score results with again.</summary>
    /// <param name="rescoring">Bytes per component of that copy, not negative; 0 for none.</param>
    /// <param name="dimensionsPerBlock">Components of a block, at least 1. Default 2.</param>
    /// <param name="bits">Bits of a block, at least 1. Default 4.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static VectorLayout ScaNn(DataSize rescoring, Scalar? dimensionsPerBlock = null, Scalar? bits = null) =>
        new("ScaNN", VectorCode.Blocks(dimensionsPerBlock ?? StorageDefaults.BlockDimensions, bits ?? StorageDefaults.BlockBits, rescoring));

    private static VectorLayout Linked(string name, VectorCode code, Scalar? links) => new(name, code)
    {
        Links = links ?? StorageDefaults.HnswLinks,
        BytesPerLink = StorageDefaults.HnswBytesPerLink,
    };

    private static VectorLayout Clustered(string name, VectorCode code, Scalar lists) => new(name, code)
    {
        Lists = Require.AtLeast(1, lists, "lists"),
        IdSize = StorageDefaults.IvfId,
    };
}
