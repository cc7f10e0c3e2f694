namespace MlsdEstimator;

/// <summary>Bytes kept for rows that are there: a table of users, a corpus, a training set.</summary>
/// <remarks>raw = rows x row size. Stored and provisioned bytes: see <see cref="StoredData"/>. For rows that arrive and leave: <see cref="RetainedData"/>.</remarks>
/// <example><code>var users = new StoredRows { Rows = 500.Million, RowSize = 2.Kilobytes, Copies = 3, IndexOverhead = 0.3, DiskFill = 70.Percent };</code></example>
public sealed record StoredRows : StoredData
{
    /// <summary>Rows. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required Scalar Rows { get; init => field = Require.NonNegative(value, "rows"); }

    /// <summary>Bytes of one row as stored, before compression. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required DataSize RowSize { get; init => field = Require.Positive(value, "row size"); }

    /// <summary>Raw bytes of all rows.</summary>
    public override DataSize Raw => Result("kept, raw", () => Rows * RowSize);
}
