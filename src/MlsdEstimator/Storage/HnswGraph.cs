namespace MlsdEstimator;

/// <summary>Links of a hierarchical navigable small world graph, for each vector.</summary>
/// <remarks>
/// The lowest layer holds 2 m links of 4 B; a part 1/m of the vectors is in the next layer, 1/m^2 in the one above, with m links each: 4 m / (m - 1) bytes more a vector
/// (Malkov and Yashunin 2018). The upper layers are 0.1 % of a vector of 768 dimensions: most rules leave them out.
/// </remarks>
public sealed record HnswGraph : Estimator
{
    /// <summary>Links of a vector (m). At least 2. Default 16.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 2.</exception>
    public Scalar Links { get; init => field = Require.AtLeast(2, value, "HNSW links (m)"); } = StorageDefaults.HnswLinks;

    /// <summary>Bytes of a vector's links in the lowest layer: 8 m.</summary>
    public DataSize LowestLayer => Result("links in the lowest layer", () => StorageDefaults.HnswBytesPerLink * Links);

    /// <summary>Bytes of a vector's links in all upper layers, on average: 4 m / (m - 1).</summary>
    public DataSize UpperLayers => Result("links in the upper layers", () => BytesPerUpperLink * (Links / (Links - 1)));

    /// <summary>Bytes of all links of a vector.</summary>
    public DataSize PerItem => Result("links per item", () => LowestLayer + UpperLayers);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [LowestLayer, UpperLayers, PerItem];

    private static DataSize BytesPerUpperLink { get; } = DataSize.FromBytes(4);
}
