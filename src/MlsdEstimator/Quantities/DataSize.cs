namespace MlsdEstimator;

/// <summary>An amount of data. GB is 1000^3 bytes, GiB 1024^3: two units, never confused.</summary>
public sealed class DataSize : Stock<DataSize, Bandwidth>, IQuantity<DataSize>
{
    private DataSize(Node node)
        : base(node)
    {
    }

    /// <summary>Zero.</summary>
    public static DataSize Zero { get; } = FromBase(0, nameof(Zero));

    /// <summary>One bit: an eighth of a byte.</summary>
    public static DataSize Bit { get; } = FromBase(0.125, nameof(Bit));

    /// <summary>One byte.</summary>
    public static DataSize Byte { get; } = FromBase(1, nameof(Byte));

    /// <summary>1000 bytes.</summary>
    public static DataSize Kilobyte { get; } = FromBase(1e3, nameof(Kilobyte));

    /// <summary>1000^2 bytes.</summary>
    public static DataSize Megabyte { get; } = FromBase(1e6, nameof(Megabyte));

    /// <summary>1000^3 bytes.</summary>
    public static DataSize Gigabyte { get; } = FromBase(1e9, nameof(Gigabyte));

    /// <summary>1000^4 bytes.</summary>
    public static DataSize Terabyte { get; } = FromBase(1e12, nameof(Terabyte));

    /// <summary>1000^5 bytes.</summary>
    public static DataSize Petabyte { get; } = FromBase(1e15, nameof(Petabyte));

    /// <summary>1000^6 bytes.</summary>
    public static DataSize Exabyte { get; } = FromBase(1e18, nameof(Exabyte));

    /// <summary>1024 bytes.</summary>
    public static DataSize Kibibyte { get; } = FromBase(1024d, nameof(Kibibyte));

    /// <summary>1024^2 bytes.</summary>
    public static DataSize Mebibyte { get; } = FromBase(1048576d, nameof(Mebibyte));

    /// <summary>1024^3 bytes.</summary>
    public static DataSize Gibibyte { get; } = FromBase(1073741824d, nameof(Gibibyte));

    /// <summary>1024^4 bytes.</summary>
    public static DataSize Tebibyte { get; } = FromBase(1099511627776d, nameof(Tebibyte));

    /// <summary>1024^5 bytes.</summary>
    public static DataSize Pebibyte { get; } = FromBase(1125899906842624d, nameof(Pebibyte));

    /// <summary>1024^6 bytes.</summary>
    public static DataSize Exbibyte { get; } = FromBase(1152921504606846976d, nameof(Exbibyte));

    /// <summary>Nominal value in bits.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Bits => In(0.125);

    /// <summary>Nominal value in bytes.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Bytes => In(1);

    /// <summary>Nominal value in kilobytes.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Kilobytes => In(1e3);

    /// <summary>Nominal value in megabytes.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Megabytes => In(1e6);

    /// <summary>Nominal value in gigabytes.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Gigabytes => In(1e9);

    /// <summary>Nominal value in terabytes.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Terabytes => In(1e12);

    /// <summary>Nominal value in petabytes.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Petabytes => In(1e15);

    /// <summary>Nominal value in exabytes.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Exabytes => In(1e18);

    /// <summary>Nominal value in kibibytes.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Kibibytes => In(1024d);

    /// <summary>Nominal value in mebibytes.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Mebibytes => In(1048576d);

    /// <summary>Nominal value in gibibytes.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Gibibytes => In(1073741824d);

    /// <summary>Nominal value in tebibytes.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Tebibytes => In(1099511627776d);

    /// <summary>Nominal value in pebibytes.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Pebibytes => In(1125899906842624d);

    /// <summary>Nominal value in exbibytes.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Exbibytes => In(1152921504606846976d);

    static Dimension IQuantity<DataSize>.Dimension => Dimensions.DataSize;

    static DataSize IQuantity<DataSize>.FromNode(Node node) => new(node);

    /// <summary>So many bits.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static DataSize FromBits(double value) => FromBase(value * 0.125, nameof(value));

    /// <summary>So many bytes.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static DataSize FromBytes(double value) => FromBase(value, nameof(value));

    /// <summary>So many kilobytes.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static DataSize FromKilobytes(double value) => FromBase(value * 1e3, nameof(value));

    /// <summary>So many megabytes.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static DataSize FromMegabytes(double value) => FromBase(value * 1e6, nameof(value));

    /// <summary>So many gigabytes.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static DataSize FromGigabytes(double value) => FromBase(value * 1e9, nameof(value));

    /// <summary>So many terabytes.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static DataSize FromTerabytes(double value) => FromBase(value * 1e12, nameof(value));

    /// <summary>So many petabytes.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static DataSize FromPetabytes(double value) => FromBase(value * 1e15, nameof(value));

    /// <summary>So many exabytes.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static DataSize FromExabytes(double value) => FromBase(value * 1e18, nameof(value));

    /// <summary>So many kibibytes.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static DataSize FromKibibytes(double value) => FromBase(value * 1024d, nameof(value));

    /// <summary>So many mebibytes.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static DataSize FromMebibytes(double value) => FromBase(value * 1048576d, nameof(value));

    /// <summary>So many gibibytes.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static DataSize FromGibibytes(double value) => FromBase(value * 1073741824d, nameof(value));

    /// <summary>So many tebibytes.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static DataSize FromTebibytes(double value) => FromBase(value * 1099511627776d, nameof(value));

    /// <summary>So many pebibytes.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static DataSize FromPebibytes(double value) => FromBase(value * 1125899906842624d, nameof(value));

    /// <summary>So many exbibytes.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static DataSize FromExbibytes(double value) => FromBase(value * 1152921504606846976d, nameof(value));
}
