namespace MlsdEstimator;

/// <summary>One column of a table in the encodings of columnar files: plain, bit-packed, dictionary, run lengths; and the bound that no code beats.</summary>
/// <remarks>
/// plain = rows x value; bit-packed = rows x bits of (distinct - 1), in whole bytes; dictionary = distinct x value + rows x bits;
/// run lengths = runs x (value + variable-length integer of twice the run); entropy = -sum p log2 p bits a value for independent values of known frequency.
/// Before page compression and without page headers. A dictionary must fit its page: Parquet falls back to plain near 1 MiB. Runs are long in sorted or clustered data only.
/// </remarks>
/// <example><code>var country = new EncodedColumn { Rows = 1e9, Distinct = 200, ValueSize = 2.Bytes, Runs = 200 };</code></example>
public sealed record EncodedColumn : Estimator
{
    /// <summary>Values of the column. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required Scalar Rows { get; init => field = Require.NonNegative(value, "rows"); }

    /// <summary>Different values (cardinality). At least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Distinct { get; init => field = Require.AtLeast(1, value, "distinct values"); }

    /// <summary>Bytes of a value written out, on average. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required DataSize ValueSize { get; init => field = Require.Positive(value, "value size"); }

    /// <summary>Stretches of equal values, above 0; null when the order of the rows is not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public Scalar? Runs { get; init => field = value is null ? null : Require.Positive(value, "runs"); }

    /// <summary>How often each value occurs: parts that sum to 1. Null when not known.</summary>
    /// <exception cref="ArgumentException">No part is given, or the parts do not sum to 1.</exception>
    public IReadOnlyList<Fraction>? Frequencies { get; init => field = value is null ? null : WholeOf(value); }

    /// <summary>Bits of an index into the distinct values: 10 for 1,000 and for 1,024, 0 for a constant.</summary>
    public Scalar BitsPerValue => Result("bits per value", () => Quantity.Function<Scalar>(default(BitWidth), Distinct));

    /// <summary>Every value written out.</summary>
    public DataSize Plain => Result("column, plain", () => Rows * ValueSize);

    /// <summary>Every value as an index of as many bits as it needs, without the dictionary.</summary>
    public DataSize BitPacked => Result("column, bit-packed", () => (Rows * BitsPerValue / 8).Ceiling() * DataSize.Byte);

    /// <summary>Each distinct value once, and an index for every row.</summary>
    public DataSize Dictionary => Result("column, dictionary", () => Distinct * ValueSize + Rows * BitsPerValue * DataSize.Bit);

    /// <summary>Each run as its value and its length; null without runs.</summary>
    public DataSize? RunLength => Runs is null ? null : Result("column, run lengths", () => Runs * (ValueSize + Quantity.Function<Scalar>(default(VarintBytes), Rows / Runs * 2) * DataSize.Byte));

    /// <summary>Fewest bits a value that any code of independent values needs; null without frequencies.</summary>
    public Scalar? EntropyBits => Frequencies is null ? null : Result("entropy, bits per value", () => Frequencies.Select(Surprise).Aggregate((sum, next) => sum + next));

    /// <summary>Fewest bytes that any code of independent values needs; null without frequencies.</summary>
    public DataSize? EntropyBound => EntropyBits is null ? null : Result("column, entropy bound", () => Rows * EntropyBits * DataSize.Bit);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results =>
        [.. new IQuantity?[] { BitsPerValue, Plain, BitPacked, Dictionary, RunLength, EntropyBits, EntropyBound }.OfType<IQuantity>()];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings => (Distinct * ValueSize > StorageDefaults.DictionaryPage).Nominally == true
        ? [new Finding(Severity.Note, FindingCodes.Consequence, $"The dictionary of {Distinct * ValueSize} is larger than a page of {StorageDefaults.DictionaryPage}: Parquet writes such a column plain, {Plain}.", Dictionary)]
        : [];

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions
    {
        get
        {
            if (Runs is not null && (Runs > Rows).Nominally == true)
                yield return $"there are {Runs} runs in {Rows} rows; a run has at least one row";
            if (Runs is not null && (Runs < Distinct).Nominally == true)
                yield return $"there are {Runs} runs of {Distinct} distinct values; each value has at least one run";
            if ((Distinct > Scalar.Max(Rows, Scalar.One)).Nominally == true)
                yield return $"there are {Distinct} distinct values in {Rows} rows; they cannot be more than the rows";
        }
    }

    /// <summary>-p log2 p, and 0 for a value that never occurs.</summary>
    private static Scalar Surprise(Fraction part) => Quantity.Function<Scalar>(default(SurpriseBits), part);

    private static IReadOnlyList<Fraction> WholeOf(IReadOnlyList<Fraction> parts)
    {
        Require.NotEmpty(parts, "frequencies");
        double sum = parts.Sum(part => Require.NotNull(part, "frequencies").Node.Nominal);
        return Math.Abs(sum - 1) <= 1e-6 ? [.. parts] : throw new ArgumentException(Text.Of($"The frequencies sum to {sum:0.######}, but must sum to 1; give the part of every value."), nameof(parts));
    }
}
