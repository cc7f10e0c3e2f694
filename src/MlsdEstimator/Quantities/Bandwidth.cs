namespace MlsdEstimator;

/// <summary>Data per time.</summary>
public sealed class Bandwidth : Flow<Bandwidth, DataSize>, IQuantity<Bandwidth>
{
    private Bandwidth(Node node)
        : base(node)
    {
    }

    /// <summary>Zero.</summary>
    public static Bandwidth Zero { get; } = FromBase(0, nameof(Zero));

    /// <summary>One bit a second.</summary>
    public static Bandwidth BitPerSecond { get; } = FromBase(0.125, nameof(BitPerSecond));

    /// <summary>One byte a second.</summary>
    public static Bandwidth BytePerSecond { get; } = FromBase(1, nameof(BytePerSecond));

    /// <summary>1000 bytes a second.</summary>
    public static Bandwidth KilobytePerSecond { get; } = FromBase(1e3, nameof(KilobytePerSecond));

    /// <summary>1000^2 bytes a second.</summary>
    public static Bandwidth MegabytePerSecond { get; } = FromBase(1e6, nameof(MegabytePerSecond));

    /// <summary>1000^3 bytes a second.</summary>
    public static Bandwidth GigabytePerSecond { get; } = FromBase(1e9, nameof(GigabytePerSecond));

    /// <summary>1000^4 bytes a second.</summary>
    public static Bandwidth TerabytePerSecond { get; } = FromBase(1e12, nameof(TerabytePerSecond));

    /// <summary>1000^2 bits a second: network people count bits.</summary>
    public static Bandwidth MegabitPerSecond { get; } = FromBase(0.125e6, nameof(MegabitPerSecond));

    /// <summary>1000^3 bits a second: network people count bits.</summary>
    public static Bandwidth GigabitPerSecond { get; } = FromBase(0.125e9, nameof(GigabitPerSecond));

    /// <summary>1000^4 bits a second: network people count bits.</summary>
    public static Bandwidth TerabitPerSecond { get; } = FromBase(0.125e12, nameof(TerabitPerSecond));

    /// <summary>Nominal value in bits per second.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double BitsPerSecond => In(0.125);

    /// <summary>Nominal value in bytes per second.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double BytesPerSecond => In(1);

    /// <summary>Nominal value in kilobytes per second.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double KilobytesPerSecond => In(1e3);

    /// <summary>Nominal value in megabytes per second.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double MegabytesPerSecond => In(1e6);

    /// <summary>Nominal value in gigabytes per second.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double GigabytesPerSecond => In(1e9);

    /// <summary>Nominal value in terabytes per second.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double TerabytesPerSecond => In(1e12);

    /// <summary>Nominal value in megabits per second.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double MegabitsPerSecond => In(0.125e6);

    /// <summary>Nominal value in gigabits per second.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double GigabitsPerSecond => In(0.125e9);

    /// <summary>Nominal value in terabits per second.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double TerabitsPerSecond => In(0.125e12);

    static Dimension IQuantity<Bandwidth>.Dimension => Dimensions.Bandwidth;

    static Bandwidth IQuantity<Bandwidth>.FromNode(Node node) => new(node);

    /// <summary>So many bits per second.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Bandwidth FromBitsPerSecond(double value) => FromBase(value * 0.125, nameof(value));

    /// <summary>So many bytes per second.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Bandwidth FromBytesPerSecond(double value) => FromBase(value, nameof(value));

    /// <summary>So many kilobytes per second.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Bandwidth FromKilobytesPerSecond(double value) => FromBase(value * 1e3, nameof(value));

    /// <summary>So many megabytes per second.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Bandwidth FromMegabytesPerSecond(double value) => FromBase(value * 1e6, nameof(value));

    /// <summary>So many gigabytes per second.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Bandwidth FromGigabytesPerSecond(double value) => FromBase(value * 1e9, nameof(value));

    /// <summary>So many terabytes per second.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Bandwidth FromTerabytesPerSecond(double value) => FromBase(value * 1e12, nameof(value));

    /// <summary>So many megabits per second.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Bandwidth FromMegabitsPerSecond(double value) => FromBase(value * 0.125e6, nameof(value));

    /// <summary>So many gigabits per second.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Bandwidth FromGigabitsPerSecond(double value) => FromBase(value * 0.125e9, nameof(value));

    /// <summary>So many terabits per second.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Bandwidth FromTerabitsPerSecond(double value) => FromBase(value * 0.125e12, nameof(value));
}
