namespace MlsdEstimator;

/// <summary>Energy per time.</summary>
public sealed class Power : Flow<Power, Energy>, IQuantity<Power>
{
    private Power(Node node)
        : base(node)
    {
    }

    /// <summary>Zero.</summary>
    public static Power Zero { get; } = FromBase(0, nameof(Zero));

    /// <summary>One watt.</summary>
    public static Power Watt { get; } = FromBase(1, nameof(Watt));

    /// <summary>1000 W.</summary>
    public static Power Kilowatt { get; } = FromBase(1e3, nameof(Kilowatt));

    /// <summary>1000 kW.</summary>
    public static Power Megawatt { get; } = FromBase(1e6, nameof(Megawatt));

    /// <summary>Nominal value in watts.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Watts => In(1);

    /// <summary>Nominal value in kilowatts.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Kilowatts => In(1e3);

    /// <summary>Nominal value in megawatts.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Megawatts => In(1e6);

    static Dimension IQuantity<Power>.Dimension => Dimensions.Power;

    static Power IQuantity<Power>.FromNode(Node node) => new(node);

    /// <summary>So many watts.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Power FromWatts(double value) => FromBase(value, nameof(value));

    /// <summary>So many kilowatts.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Power FromKilowatts(double value) => FromBase(value * 1e3, nameof(value));

    /// <summary>So many megawatts.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Power FromMegawatts(double value) => FromBase(value * 1e6, nameof(value));
}
