namespace MlsdEstimator;

/// <summary>A graph of vectors on disk as DiskANN lays it out: nodes of vector and links, whole nodes in a sector of 4 KiB, a few cached in memory.</summary>
/// <remarks>
/// node = bytes per component x dimensions + 4 x (degree + 1); nodes per sector = floor(4096 / node), or several sectors for a larger node (Subramanya et al. 2019).
/// </remarks>
public sealed class DiskGraph
{
    internal DiskGraph(DataSize bytesPerComponent, Scalar degree, Scalar cachedNodes)
    {
        BytesPerComponent = Require.Positive(bytesPerComponent, "bytes per component on disk");
        Degree = Require.AtLeast(1, degree, "graph degree");
        CachedNodes = Require.NonNegative(cachedNodes, "cached nodes");
    }

    /// <summary>Bytes of a component on disk.</summary>
    public DataSize BytesPerComponent { get; }

    /// <summary>Most links of a node (R).</summary>
    public Scalar Degree { get; }

    /// <summary>Nodes that are kept in memory, with vectors of fp32.</summary>
    public Scalar CachedNodes { get; }

    /// <summary>Memory of the cached nodes.</summary>
    internal DataSize Cached(Scalar dimensions) => CachedNodes * (CachedComponent * dimensions + Neighbours);

    /// <summary>Disk of so many items, in whole sectors.</summary>
    internal DataSize DiskOf(Scalar items, Scalar dimensions)
    {
        DataSize node = BytesPerComponent * dimensions + Neighbours;
        Scalar perSector = (Sector / node).Floor();
        Scalar sectors = Quantity.If(perSector >= 1, (items / Scalar.Max(perSector, Scalar.One)).Ceiling(), items * (node / Sector).Ceiling());
        return sectors * Sector;
    }

    /// <summary>The number of links, and the links, of 4 B each.</summary>
    private DataSize Neighbours => DataSize.FromBytes(4) * (Degree + 1);

    private static DataSize CachedComponent { get; } = DataSize.FromBytes(4);

    private static DataSize Sector { get; } = DataSize.FromKibibytes(4).Named("disk sector");
}
