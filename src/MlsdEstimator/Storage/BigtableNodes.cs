namespace MlsdEstimator;

/// <summary>Nodes of a Bigtable cluster: the most of reads, writes and data over what one node can do.</summary>
/// <remarks>Rows of 1 KB at the peak. Vendor figures are best cases, and the page is not of one mind: 17,000 rows a second in its table, 14,000 a node in its text.</remarks>
/// <example>
/// <code>
/// var nodes = new BigtableNodes { Reads = 200_000.PerSecond, Writes = 30_000.PerSecond };
/// Scalar bought = nodes.Nodes;
/// </code>
/// </example>
public sealed record BigtableNodes : Estimator
{
    /// <summary>Rows read, at the peak. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative.</exception>
    public required Rate Reads { get; init => field = Require.NonNegative(value, "rows read"); }

    /// <summary>Rows written, at the peak. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative.</exception>
    public required Rate Writes { get; init => field = Require.NonNegative(value, "rows written"); }

    /// <summary>Rows that one node reads, above 0. Default 14,000 to 17,000 a second (SSD).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Rate ReadsPerNode { get; init => field = Require.Positive(value, "rows read per node"); } = StorageDefaults.BigtableReads;

    /// <summary>Rows that one node writes, above 0. Default 14,000 a second (SSD).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Rate WritesPerNode { get; init => field = Require.Positive(value, "rows written per node"); } = StorageDefaults.BigtableWrites;

    /// <summary>Data held, above 0; null when it is not to be looked at.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public DataSize? Stored { get; init => field = value is null ? null : Require.Positive(value, "data held"); }

    /// <summary>Data that one node holds, above 0; needed with <see cref="Stored"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public DataSize? StoragePerNode { get; init => field = value is null ? null : Require.Positive(value, "data per node"); }

    /// <summary>Nodes needed, not rounded.</summary>
    public Scalar Needed => Result("Bigtable nodes needed", () => Scalar.Max(Scalar.Max(Reads / ReadsPerNode, Writes / WritesPerNode), Stored is null ? Scalar.Zero : Stored / StoragePerNode!));

    /// <summary>Nodes, whole; at least 1.</summary>
    public Scalar Nodes => Result("Bigtable nodes", () => Scalar.Max(1, Needed.Ceiling()));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [Needed, Nodes];

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions =>
        Stored is null == StoragePerNode is null ? [] : [Stored is null ? "StoragePerNode is read with Stored only: give it, or leave it out" : "Stored data needs StoragePerNode: give it, or leave the data out"];
}
