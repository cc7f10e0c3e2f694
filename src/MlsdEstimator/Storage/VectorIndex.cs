namespace MlsdEstimator;

/// <summary>Memory of an HNSW index over embeddings: vectors and links, on one node or in shards.</summary>
/// <remarks>
/// bytes per item = overhead x (dimensions x bytes per component + bytes per link x m), with 1.1 and 8 B by default; one copy = items x bytes per item; shards = ceiling(one copy / node memory).
/// Holds for vectors kept in memory in full. Product quantisation, indexes on disk and stored payloads need other formulas.
/// </remarks>
/// <example>
/// <code>
/// var index = new VectorIndex { Items = 100.Million, Dimensions = 256, BytesPerComponent = 2.Bytes, Copies = 3, NodeMemory = 100.Gigabytes };
/// </code>
/// </example>
public sealed record VectorIndex : Estimator
{
    /// <summary>Vectors in the index. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Scalar Items { get; init => field = Require.Positive(value, "items in the index"); }

    /// <summary>Components of a vector. At least 1; usual: 64 to 1,536.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Dimensions { get; init => field = Require.AtLeast(1, value, "embedding dimensions"); }

    /// <summary>Bytes of one component: 4 for fp32, 2 for fp16, 1 for int8. Above 0; no default, because it decides the size.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required DataSize BytesPerComponent { get; init => field = Require.Positive(value, "bytes per component"); }

    /// <summary>Links of a vector in the graph (m). At least 2. Default 16, the default of OpenSearch k-NN; more links find more and need more memory.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 2.</exception>
    public Scalar Links { get; init => field = Require.AtLeast(2, value, "HNSW links (m)"); } = StorageDefaults.HnswLinks;

    /// <summary>Bytes for each of the m links, above 0. Default 8: the lowest layer holds 2 m of them, of 4 B each (OpenSearch k-NN).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public DataSize BytesPerLink { get; init => field = Require.Positive(value, "bytes per HNSW link"); } = StorageDefaults.HnswBytesPerLink;

    /// <summary>Memory of the index over that of its vectors and links. At least 1. Default 1.1 (OpenSearch k-NN).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public Scalar Overhead { get; init => field = Require.AtLeast(1, value, "HNSW overhead"); } = StorageDefaults.HnswOverhead;

    /// <summary>Copies of the whole index. At least 1; no default, because forgetting them is a classic mistake.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Copies { get; init => field = Require.AtLeast(1, value, "index copies"); }

    /// <summary>Memory of one node that the index may use, above 0; null when shards are not asked for. OpenSearch gives half of what the heap leaves.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public DataSize? NodeMemory { get; init => field = value is null ? null : Require.Positive(value, "index memory of a node"); }

    /// <summary>Memory of one vector and its links.</summary>
    public DataSize PerItem => Result("bytes per item", () =>
        Overhead * (BytesPerComponent * Dimensions + BytesPerLink * Links));

    /// <summary>Memory of the index, held once.</summary>
    public DataSize OneCopy => Result("index, one copy", () => PerItem * Items);

    /// <summary>Memory of the index with all copies.</summary>
    public DataSize Stored => Result("index, with copies", () => OneCopy * Copies);

    /// <summary>Nodes over which one copy is spread; null without a node memory.</summary>
    public Scalar? Shards => NodeMemory is null ? null : Result("shards", () => (OneCopy / NodeMemory).Ceiling());

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => Shards is null ? [PerItem, OneCopy, Stored] : [PerItem, OneCopy, Stored, Shards];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings =>
        NodeMemory is null || !OneCopy.IsFeasible ? [] : [new Finding(Severity.Note, FindingCodes.Consequence, Sharding(NodeMemory), Shards)];

    private string Sharding(DataSize memory) => (OneCopy <= memory).Nominally == true
        ? $"The index of {OneCopy} fits one node of {memory}: no sharding{(Interval.Of(OneCopy.Node).High > memory.BaseValue ? " at best guess" : "")}."
        : $"The index of {OneCopy} does not fit one node of {memory}: {Shards} shards, and every query asks all of them.";
}
