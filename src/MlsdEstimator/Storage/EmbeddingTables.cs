namespace MlsdEstimator;

/// <summary>Memory of embedding tables: rows of all tables, the state of the optimizer, and the devices over which they are spread.</summary>
/// <remarks>
/// table = rows x dimensions x bytes; state = rows x (dimensions x bytes of a component + bytes of a row);
/// shards = ceiling((table + state) x copies / memory of a device).
/// </remarks>
/// <example>
/// <code>
/// var table = new EmbeddingTables
/// {
///     Rows = [40.Million, 2.Million], Dimensions = 128, BytesPerComponent = 4.Bytes, Optimizer = EmbeddingOptimizer.RowWiseAdagrad, Copies = 1,
/// };
/// </code>
/// </example>
public sealed record EmbeddingTables : Estimator
{
    /// <summary>Rows of each table: one for each value of a categorical feature. Not negative.</summary>
    /// <exception cref="ArgumentException">No table is given.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public required IReadOnlyList<Scalar> Rows { get; init => field = RowsOf(value); }

    /// <summary>Components of a row. At least 1; usual: 16 to 256.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Dimensions { get; init => field = Require.AtLeast(1, value, "embedding dimensions"); }

    /// <summary>Bytes of one component: 4 for fp32, 2 for fp16, 1 for int8. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required DataSize BytesPerComponent { get; init => field = Require.Positive(value, "bytes per component"); }

    /// <summary>What is kept beside the table: <see cref="EmbeddingOptimizer.None"/> where it is served. No default, because Adam takes three times the table.</summary>
    public required EmbeddingOptimizer Optimizer { get; init => field = Require.NotNull(value, "optimizer"); }

    /// <summary>Copies of table and state: 1 while training model-parallel, the replicas while serving. At least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Copies { get; init => field = Require.AtLeast(1, value, "copies"); }

    /// <summary>Memory of one device that tables may use, above 0; null when shards are not asked for.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public DataSize? DeviceMemory { get; init => field = value is null ? null : Require.Positive(value, "table memory of a device"); }

    /// <summary>Rows of all tables.</summary>
    public Scalar TotalRows => Result("embedding rows", () => Rows.Aggregate((sum, next) => sum + next));

    /// <summary>The tables, once.</summary>
    public DataSize Table => Result("embedding tables", () => TotalRows * Dimensions * BytesPerComponent);

    /// <summary>State of the optimizer, once.</summary>
    public DataSize OptimizerState => Result("optimizer state", () => TotalRows * (Dimensions * Optimizer.PerComponent + Optimizer.PerRow));

    /// <summary>Tables and state with all copies.</summary>
    public DataSize Stored => Result("tables and state, with copies", () => (Table + OptimizerState) * Copies);

    /// <summary>Devices over which one copy of tables and state is spread; null without a device memory.</summary>
    public Scalar? Shards => DeviceMemory is null ? null : Result("table shards", () => ((Table + OptimizerState) / DeviceMemory).Ceiling());

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [.. new IQuantity?[] { TotalRows, Table, OptimizerState, Stored, Shards }.OfType<IQuantity>()];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings
    {
        get
        {
            if (DeviceMemory is null || Shards!.IsFeasible == false)
                return [];
            Scalar largest = Rows.MaxBy(rows => rows.Node.Nominal)!;
            DataSize one = largest * (Dimensions * (BytesPerComponent + Optimizer.PerComponent) + Optimizer.PerRow);
            return (one > DeviceMemory).Nominally == true
                ? [new Finding(Severity.Note, FindingCodes.Consequence, $"The largest table of {largest} rows takes {one} with its optimizer state, more than a device of {DeviceMemory}: it must be split by rows or columns, not placed whole.", Shards)]
                : [];
        }
    }

    private static IReadOnlyList<Scalar> RowsOf(IReadOnlyList<Scalar> tables)
    {
        Require.NotEmpty(tables, "table rows");
        return [.. tables.Select(rows => Require.NonNegative(rows, "table rows"))];
    }
}
