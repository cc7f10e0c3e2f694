namespace MlsdEstimator;

/// <summary>Memory of an index of Milvus over a number beside the vectors, to filter by.</summary>
/// <remarks>bytes = rows x 12 B for a small number, 24 B for a large one (Milvus documentation, scalar index). Text takes 1.5 times its length when it is long; measure it when it is short.</remarks>
public sealed record MilvusScalarIndex : Estimator
{
    /// <summary>Rows. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required Scalar Rows { get; init => field = Require.NonNegative(value, "rows"); }

    /// <summary>Bytes of a row in the index, above 0: <see cref="SmallNumber"/> or <see cref="LargeNumber"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required DataSize BytesPerRow { get; init => field = Require.Positive(value, "index bytes per row"); }

    /// <summary>An INT8, INT16, INT32 or FLOAT: 12 B.</summary>
    public static DataSize SmallNumber { get; } = DataSize.FromBytes(12).Named("index bytes per row").Cited("Milvus documentation, scalar index: 12 B for INT8 to INT32 and FLOAT");

    /// <summary>An INT64 or DOUBLE: 24 B.</summary>
    public static DataSize LargeNumber { get; } = DataSize.FromBytes(24).Named("index bytes per row").Cited("Milvus documentation, scalar index: 24 B for INT64 and DOUBLE");

    /// <summary>Memory of the index.</summary>
    public DataSize Size => Result("scalar index", () => Rows * BytesPerRow);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [Size];
}
