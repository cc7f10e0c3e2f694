namespace MlsdEstimator;

/// <summary>What an index keeps for its vectors: the vectors or their codes, links of a graph, ids, centroids and codebooks, and what the product adds to it.</summary>
/// <remarks>
/// bytes per item = overhead x (vector + bytes per link x links + id); once per segment: overhead x (lists + codewords) x 4 B x dimensions.
/// The families are structure (FAISS, the papers); the products' own rules stand by their names, each as its documentation gives it, and differ by what they count.
/// </remarks>
/// <example><code>VectorLayout layout = VectorLayout.OpenSearchHnsw(2.Bytes, links: 32);</code></example>
public sealed partial record VectorLayout
{
    private VectorLayout(string name, VectorCode code) => (Name, Code) = (name, code);

    /// <summary>What the layout is called.</summary>
    public string Name { get; }

    /// <summary>How a vector is written.</summary>
    public VectorCode Code { get; }

    /// <summary>Links of a vector in the graph (m), at least 2, or null without a graph.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 2.</exception>
    public Scalar? Links { get; init => field = value is null ? null : Require.AtLeast(2, value, "HNSW links (m)"); }

    /// <summary>Bytes for each of the m links, above 0; null without a graph.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public DataSize? BytesPerLink { get; init => field = value is null ? null : Require.Positive(value, "bytes per HNSW link"); }

    /// <summary>Bytes of the id and header of a vector, above 0; null where the rule counts none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public DataSize? IdSize { get; init => field = value is null ? null : Require.Positive(value, "id size"); }

    /// <summary>Memory over that of what is counted, at least 1; null where the rule has no factor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Scalar? Overhead { get; init => field = value is null ? null : Require.AtLeast(1, value, "index overhead"); }

    /// <summary>Lists into which vectors are clustered, each with a centroid; null without lists.</summary>
    public Scalar? Lists { get; private init; }

    /// <summary>Segments, each with centroids and codebooks of its own; null for one.</summary>
    public Scalar? Segments { get; private init; }

    /// <summary>Graph on disk, or null for an index in memory.</summary>
    public DiskGraph? Disk { get; private init; }

    /// <summary>True when the upper layers of the graph are counted too.</summary>
    internal bool CountsUpperLayers { get; private init; }

    /// <summary>Memory of the vector or code of an item.</summary>
    /// <param name="dimensions">Components, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public DataSize VectorOf(Scalar dimensions) => Code.BytesOf(dimensions);

    /// <summary>Memory of the links of an item; null without a graph.</summary>
    public DataSize? Graph => Links is null || BytesPerLink is null ? null : CountsUpperLayers ? new HnswGraph { Links = Links }.PerItem : BytesPerLink * Links;

    /// <summary>Memory of an item: vector, links and id, with the overhead.</summary>
    internal DataSize PerItem(Scalar dimensions)
    {
        DataSize counted = VectorOf(dimensions);
        counted = Graph is null ? counted : counted + Graph;
        return WithOverhead(IdSize is null ? counted : counted + IdSize);
    }

    /// <summary>Memory that does not depend on the number of items: centroids, codebooks, cached nodes; null when there is none.</summary>
    internal DataSize? Tables(Scalar dimensions)
    {
        DataSize? tables = Rows is null ? null : Rows * dimensions * CentroidComponent;
        tables = tables is null || Segments is null ? tables : tables * Segments;
        return tables is null ? Disk?.Cached(dimensions) : WithOverhead(tables);
    }

    /// <summary>Why the layout cannot hold such vectors: codes, lists and cached nodes come from vectors, so there are never more of them.</summary>
    internal IEnumerable<string> ContradictionsOf(Scalar items, Scalar dimensions)
    {
        if (Exceeds(Code.Subvectors, dimensions))
            yield return $"vectors of {dimensions} dimensions cannot be cut into {Code.Subvectors} subvectors; use fewer";
        if (Exceeds(Code.Codewords, items))
            yield return $"codebooks of {Code.Codewords} codewords cannot be learned from {items} items; use fewer bits per subvector";
        if (Exceeds(Lists, items))
            yield return $"{items} items cannot fill {Lists} lists; the square root of the items is usual";
        if (Exceeds(Disk?.CachedNodes, items))
            yield return $"{Disk!.CachedNodes} cached nodes are more than the {items} items that there are";
    }

    /// <summary>The name of the layout.</summary>
    public override string ToString() => Name;

    private Scalar? Rows => Lists is null ? Code.Codewords : Code.Codewords is null ? Lists : Lists + Code.Codewords;

    private static bool Exceeds(Scalar? count, Scalar most) => count is not null && (count > most).Nominally == true;

    private DataSize WithOverhead(DataSize counted) => Overhead is null ? counted : Overhead * counted;

    /// <summary>Centroids and codebooks are fp32.</summary>
    private static DataSize CentroidComponent { get; } = DataSize.FromBytes(4);
}
