namespace MlsdEstimator;

/// <summary>A Bloom filter: whether an item was seen, with no misses and a few false alarms.</summary>
/// <remarks>
/// bits = ceiling(-n ln p / (ln 2)^2), hashes = bits / n x ln 2, rounded (Bloom 1970). Independent hashes; an item cannot be taken out, and more than n items raise p.
/// </remarks>
/// <example><code>var seen = new BloomFilter { Items = 1.Billion, FalseAlarms = 1.Percent };   // 1.2 GB, 7 hashes</code></example>
public sealed record BloomFilter : Estimator
{
    /// <summary>Different items that are put in. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Scalar Items { get; init => field = Require.Positive(value, "items"); }

    /// <summary>Part of the items never seen that are said to be: above 0, below 100 %.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0, or 100 %.</exception>
    public required Fraction FalseAlarms { get; init => field = Require.PositiveFraction(Require.FractionBelowOne(value, "false alarms"), "false alarms"); }

    /// <summary>Bits of the filter, whole.</summary>
    public Scalar Bits => Result("filter bits", () => (-(Items * FalseAlarms.AsScalar().Log()) / (LogTwo * LogTwo)).Ceiling());

    /// <summary>Memory of the filter.</summary>
    public DataSize Size => Result("filter size", () => Bits * DataSize.Bit);

    /// <summary>Hash functions, whole, at least 1.</summary>
    public Scalar Hashes => Result("hash functions", () => Scalar.Max((Bits / Items * LogTwo + 0.5).Floor(), Scalar.One));

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [Bits, Size, Hashes];

    private static Scalar LogTwo { get; } = Scalar.FromNumber(Math.Log(2)).Named("ln 2");
}
