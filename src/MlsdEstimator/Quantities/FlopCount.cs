namespace MlsdEstimator;

/// <summary>A number of floating-point operations, of one inference or of a whole training run.</summary>
public sealed class FlopCount : Stock<FlopCount, FlopRate>, IQuantity<FlopCount>
{
    private FlopCount(Node node)
        : base(node)
    {
    }

    /// <summary>Zero.</summary>
    public static FlopCount Zero { get; } = FromBase(0, nameof(Zero));

    /// <summary>One floating-point operation: a multiply or an add. A multiply-accumulate (MAC) is two.</summary>
    public static FlopCount Flop { get; } = FromBase(1, nameof(Flop));

    /// <summary>1e6 floating-point operations.</summary>
    public static FlopCount Megaflop { get; } = FromBase(1e6, nameof(Megaflop));

    /// <summary>1e9 floating-point operations.</summary>
    public static FlopCount Gigaflop { get; } = FromBase(1e9, nameof(Gigaflop));

    /// <summary>1e12 floating-point operations.</summary>
    public static FlopCount Teraflop { get; } = FromBase(1e12, nameof(Teraflop));

    /// <summary>1e15 floating-point operations.</summary>
    public static FlopCount Petaflop { get; } = FromBase(1e15, nameof(Petaflop));

    /// <summary>1e18 floating-point operations.</summary>
    public static FlopCount Exaflop { get; } = FromBase(1e18, nameof(Exaflop));

    /// <summary>Nominal value in flops.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Flops => In(1);

    /// <summary>Nominal value in megaflops (1e6 floating-point operations).</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Megaflops => In(1e6);

    /// <summary>Nominal value in gigaflops (1e9 floating-point operations).</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Gigaflops => In(1e9);

    /// <summary>Nominal value in teraflops.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Teraflops => In(1e12);

    /// <summary>Nominal value in petaflops.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Petaflops => In(1e15);

    /// <summary>Nominal value in exaflops.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Exaflops => In(1e18);

    static Dimension IQuantity<FlopCount>.Dimension => Dimensions.FlopCount;

    static FlopCount IQuantity<FlopCount>.FromNode(Node node) => new(node);

    /// <summary>So many flops.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static FlopCount FromFlops(double value) => FromBase(value, nameof(value));

    /// <summary>So many megaflops (1e6 floating-point operations).</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static FlopCount FromMegaflops(double value) => FromBase(value * 1e6, nameof(value));

    /// <summary>So many gigaflops (1e9 floating-point operations).</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static FlopCount FromGigaflops(double value) => FromBase(value * 1e9, nameof(value));

    /// <summary>So many teraflops.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static FlopCount FromTeraflops(double value) => FromBase(value * 1e12, nameof(value));

    /// <summary>So many petaflops.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static FlopCount FromPetaflops(double value) => FromBase(value * 1e15, nameof(value));

    /// <summary>So many exaflops.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static FlopCount FromExaflops(double value) => FromBase(value * 1e18, nameof(value));

    /// <summary>Operations of so many multiply-accumulates: two each. Tables of vision models print MACs and often call them FLOPs.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static FlopCount FromMacs(double value) => FromBase(value * 2, nameof(value));
}
