namespace MlsdEstimator;

/// <summary>Floating-point operations per time: what a device does, or a load needs.</summary>
public sealed class FlopRate : Flow<FlopRate, FlopCount>, IQuantity<FlopRate>
{
    private FlopRate(Node node)
        : base(node)
    {
    }

    /// <summary>Zero.</summary>
    public static FlopRate Zero { get; } = FromBase(0, nameof(Zero));

    /// <summary>One floating-point operation a second.</summary>
    public static FlopRate FlopPerSecond { get; } = FromBase(1, nameof(FlopPerSecond));

    /// <summary>1e6 floating-point operations a second.</summary>
    public static FlopRate MegaflopPerSecond { get; } = FromBase(1e6, nameof(MegaflopPerSecond));

    /// <summary>1e9 floating-point operations a second.</summary>
    public static FlopRate GigaflopPerSecond { get; } = FromBase(1e9, nameof(GigaflopPerSecond));

    /// <summary>1e12 floating-point operations a second.</summary>
    public static FlopRate TeraflopPerSecond { get; } = FromBase(1e12, nameof(TeraflopPerSecond));

    /// <summary>1e15 floating-point operations a second.</summary>
    public static FlopRate PetaflopPerSecond { get; } = FromBase(1e15, nameof(PetaflopPerSecond));

    /// <summary>1e18 floating-point operations a second.</summary>
    public static FlopRate ExaflopPerSecond { get; } = FromBase(1e18, nameof(ExaflopPerSecond));

    /// <summary>Nominal value in flops per second.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double FlopsPerSecond => In(1);

    /// <summary>Nominal value in megaflops per second.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double MegaflopsPerSecond => In(1e6);

    /// <summary>Nominal value in gigaflops per second.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double GigaflopsPerSecond => In(1e9);

    /// <summary>Nominal value in teraflops per second.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double TeraflopsPerSecond => In(1e12);

    /// <summary>Nominal value in petaflops per second.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double PetaflopsPerSecond => In(1e15);

    /// <summary>Nominal value in exaflops per second.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double ExaflopsPerSecond => In(1e18);

    static Dimension IQuantity<FlopRate>.Dimension => Dimensions.FlopRate;

    static FlopRate IQuantity<FlopRate>.FromNode(Node node) => new(node);

    /// <summary>So many flops per second.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static FlopRate FromFlopsPerSecond(double value) => FromBase(value, nameof(value));

    /// <summary>So many megaflops per second.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static FlopRate FromMegaflopsPerSecond(double value) => FromBase(value * 1e6, nameof(value));

    /// <summary>So many gigaflops per second.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static FlopRate FromGigaflopsPerSecond(double value) => FromBase(value * 1e9, nameof(value));

    /// <summary>So many teraflops per second.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static FlopRate FromTeraflopsPerSecond(double value) => FromBase(value * 1e12, nameof(value));

    /// <summary>So many petaflops per second.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static FlopRate FromPetaflopsPerSecond(double value) => FromBase(value * 1e15, nameof(value));

    /// <summary>So many exaflops per second.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static FlopRate FromExaflopsPerSecond(double value) => FromBase(value * 1e18, nameof(value));
}
