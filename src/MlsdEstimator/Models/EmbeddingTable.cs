namespace MlsdEstimator;

/// <summary>A table of vectors, one for each value of a feature; a lookup reads a row.</summary>
public sealed record EmbeddingTable
{
    /// <summary>Rows, above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Scalar Rows { get; init => field = Require.Positive(value, "rows of an embedding table"); }

    /// <summary>Values of a row, above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Scalar Width { get; init => field = Require.Positive(value, "width of an embedding table"); }

    /// <summary>Rows read for one candidate; above 1 where a feature has several values, summed into one vector. Default 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public Scalar Lookups { get; init => field = Require.NonNegative(value, "lookups of an embedding table"); } = 1;

    /// <summary>Where it lives. No default: it decides memory and latency.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not one of them.</exception>
    public required TablePlace Place { get; init => field = Require.Defined(value, "place of an embedding table"); }

    /// <summary>Values in the table.</summary>
    public Scalar Values => Rows * Width;
}
