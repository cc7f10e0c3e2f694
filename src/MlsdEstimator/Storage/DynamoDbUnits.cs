namespace MlsdEstimator;

/// <summary>Capacity units that DynamoDB bills and provisions: reads by 4 KB, writes by 1 KB, each rounded up (AWS documentation; a KB has 1,024 bytes).</summary>
/// <remarks>A strongly consistent read costs ceiling(size / 4 KB), an eventually consistent one half, a transaction twice. Reading what is not there costs one unit or half of one.</remarks>
/// <example>
/// <code>
/// Rate provisioned = 80.PerSecond * DynamoDbUnits.Read(3.Kibibytes, DynamoDbRead.Strong);      // 80 read units a second
/// </code>
/// </example>
public static class DynamoDbUnits
{
    private static readonly DataSize ReadUnit = DataSize.FromKibibytes(4);

    private static readonly DataSize WriteUnit = DataSize.FromKibibytes(1);

    /// <summary>Units of reading one item.</summary>
    /// <param name="item">Size of the item with its attribute names. Not negative; 0 for one that is not there.</param>
    /// <param name="read">How it is read.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative, or the kind of read is unknown.</exception>
    public static Scalar Read(DataSize item, DynamoDbRead read) => Rounded(Require.NonNegative(item, "item size"), ReadUnit) * Factor(read);

    /// <summary>Units of a BatchGetItem: each item is rounded by itself.</summary>
    /// <param name="items">Sizes, at least one.</param>
    /// <param name="read">How they are read.</param>
    /// <exception cref="ArgumentException">No item is given.</exception>
    public static Scalar BatchRead(IReadOnlyList<DataSize> items, DynamoDbRead read)
    {
        Require.NotEmpty(items, nameof(items));
        return items.Select(item => Read(item, read)).Aggregate((sum, one) => sum + one);
    }

    /// <summary>Units of a Query or Scan: the sum of what is read is rounded once.</summary>
    /// <param name="total">Size of all items read, before a filter. Not negative.</param>
    /// <param name="read">How they are read.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative, or the kind of read is unknown.</exception>
    public static Scalar Query(DataSize total, DynamoDbRead read) => Rounded(Require.NonNegative(total, "size of all items"), ReadUnit) * Factor(read);

    /// <summary>Units of writing one item: of the larger of what was there and what is there then.</summary>
    /// <param name="item">The larger size. Not negative.</param>
    /// <param name="isTransaction">True in a transaction, which costs twice as much.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public static Scalar Write(DataSize item, bool isTransaction = false) => Rounded(Require.NonNegative(item, "item size"), WriteUnit) * (isTransaction ? 2 : 1);

    /// <summary>Units of a BatchWriteItem: each item is rounded by itself.</summary>
    /// <param name="items">Sizes, at least one.</param>
    /// <exception cref="ArgumentException">No item is given.</exception>
    public static Scalar BatchWrite(IReadOnlyList<DataSize> items)
    {
        Require.NotEmpty(items, nameof(items));
        return items.Select(item => Write(item)).Aggregate((sum, one) => sum + one);
    }

    /// <summary>Size of a number attribute: name + a byte for two digits + 1.</summary>
    /// <param name="name">Length of the name in UTF-8. Not negative.</param>
    /// <param name="significantDigits">Digits without zeros in front and at the end, 1 to 38.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative, or the digits are not 1 to 38.</exception>
    public static DataSize NumberAttribute(DataSize name, int significantDigits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(significantDigits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(significantDigits, 38);
        return Require.NonNegative(name, "attribute name") + DataSize.FromBytes((significantDigits + 1) / 2 + 1);
    }

    /// <summary>An item that is not there costs a unit as well.</summary>
    private static Scalar Rounded(DataSize size, DataSize unit) => Scalar.Max(1, (size / unit).Ceiling());

    private static Scalar Factor(DynamoDbRead read) => Require.Defined(read, nameof(read)) switch
    {
        DynamoDbRead.Eventual => 0.5,
        DynamoDbRead.Transactional => 2,
        _ => 1,
    };
}
