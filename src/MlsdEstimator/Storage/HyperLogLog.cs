namespace MlsdEstimator;

/// <summary>A HyperLogLog sketch: how many different items were seen, to about a percent, in kilobytes.</summary>
/// <remarks>standard error = 1.04 / sqrt(2^b); size = 2^b registers of 6 bits (Flajolet 2007; Redis: b = 14, 12 KiB, 0.81 %). Sketches of parts merge into that of the whole.</remarks>
/// <example><code>var users = new HyperLogLog { IndexBits = 14 };</code></example>
public sealed record HyperLogLog : Estimator
{
    /// <summary>Bits of the hash that choose a register (b): a whole number from 4 on; 10 to 16 are usual.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 4.</exception>
    public required Scalar IndexBits { get; init => field = Require.WholeAtLeast(4, value, "index bits"); }

    /// <summary>Bits of a register. Default 6: counts to 2^64.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public Scalar BitsPerRegister { get; init => field = Require.WholeAtLeast(1, value, "bits per register"); } = StorageDefaults.RegisterBits;

    /// <summary>Standard error of the count, relative to it.</summary>
    public Fraction StandardError => Result("standard error of the count", () => Fraction.FromScalar(1.04 / Registers.Sqrt()));

    /// <summary>Memory of a sketch.</summary>
    public DataSize Size => Result("sketch size", () => Registers * BitsPerRegister * DataSize.Bit);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [StandardError, Size];

    private Scalar Registers => Scalar.FromNumber(2).Pow(IndexBits);
}
