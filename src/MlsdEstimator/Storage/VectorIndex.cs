namespace MlsdEstimator;

/// <summary>Memory and disk of an index over embeddings: vectors, graph, ids, tables, payload and copies, on one node or in shards.</summary>
/// <remarks>
/// one copy = items x (bytes per item + payload) + tables; stored = one copy x copies; shards = ceiling(one copy / node memory).
/// What an item takes follows from the <see cref="Layout"/>: HNSW, IVF, product quantisation, graphs on disk, or a product's own rule.
/// </remarks>
/// <example>
/// <code>
/// var index = new VectorIndex
/// {
///     Items = 100.Million, Dimensions = 256, Layout = VectorLayout.OpenSearchHnsw(2.Bytes), Copies = 3, NodeMemory = 100.Gigabytes,
/// };
/// </code>
/// </example>
public sealed record VectorIndex : Estimator
{
    /// <summary>Vectors in the index. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required Scalar Items { get; init => field = Require.NonNegative(value, "items in the index"); }

    /// <summary>Components of a vector. At least 1; usual: 64 to 1,536.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Dimensions { get; init => field = Require.AtLeast(1, value, "embedding dimensions"); }

    /// <summary>What the index keeps for each vector; no default, because it changes the size up to 30 times.</summary>
    public required VectorLayout Layout { get; init => field = Require.NotNull(value, "layout"); }

    /// <summary>Bytes of metadata kept with each vector, above 0; null for none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public DataSize? PayloadSize { get; init => field = value is null ? null : Require.Positive(value, "payload size"); }

    /// <summary>Copies of the whole index. At least 1; no default, because forgetting them is a classic mistake.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Copies { get; init => field = Require.AtLeast(1, value, "index copies"); }

    /// <summary>Memory of one node that the index may use, above 0; null when shards are not asked for. OpenSearch gives half of what the heap leaves.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public DataSize? NodeMemory { get; init => field = value is null ? null : Require.Positive(value, "index memory of a node"); }

    /// <summary>Memory of one vector, its links and its id.</summary>
    public DataSize PerItem => Result("bytes per item", () => Layout.PerItem(Dimensions));

    /// <summary>Memory of the vectors or their codes alone, once: what estimates that forget graph and ids stop at.</summary>
    public DataSize Vectors => Result("vectors alone", () => Layout.VectorOf(Dimensions) * Items);

    /// <summary>Centroids, codebooks and cached nodes; null where the layout has none.</summary>
    public DataSize? Tables => Layout.Tables(Dimensions) is null ? null : Result("tables and cache", () => Layout.Tables(Dimensions)!);

    /// <summary>Metadata of all vectors, once; null without a payload.</summary>
    public DataSize? Payload => PayloadSize is null ? null : Result("payload", () => (Layout.Overhead is null ? PayloadSize : PayloadSize * Layout.Overhead) * Items);

    /// <summary>Memory of the index, held once.</summary>
    public DataSize OneCopy => Result("index, one copy", () => new[] { Tables, Payload }.OfType<DataSize>().Aggregate(PerItem * Items, (sum, next) => sum + next));

    /// <summary>Memory of the index with all copies.</summary>
    public DataSize Stored => Result("index, with copies", () => OneCopy * Copies);

    /// <summary>Disk of vectors and graph with all copies; null for an index in memory.</summary>
    public DataSize? Disk => Layout.Disk is null ? null : Result("index on disk, with copies", () => Layout.Disk.DiskOf(Items, Dimensions) * Copies);

    /// <summary>Nodes over which one copy is spread; null without a node memory.</summary>
    public Scalar? Shards => NodeMemory is null ? null : Result("shards", () => (OneCopy / NodeMemory).Ceiling());

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results =>
        [.. new IQuantity?[] { PerItem, Tables, Payload, OneCopy, Stored, Disk, Shards }.OfType<IQuantity>()];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings =>
        NodeMemory is null || !OneCopy.IsFeasible ? [] : [new Finding(Severity.Note, FindingCodes.Consequence, Sharding(NodeMemory), Shards)];

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions => Layout.ContradictionsOf(Items, Dimensions);

    private string Sharding(DataSize memory) => (OneCopy <= memory).Nominally == true
        ? $"The index of {OneCopy} fits one node of {memory}: no sharding{(Interval.Of(OneCopy.Node).High > memory.BaseValue ? " at best guess" : "")}."
        : $"The index of {OneCopy} does not fit one node of {memory}: {Shards} shards, and every query asks all of them.";
}
