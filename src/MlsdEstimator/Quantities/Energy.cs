namespace MlsdEstimator;

/// <summary>An amount of energy.</summary>
public sealed class Energy : Stock<Energy, Power>, IQuantity<Energy>
{
    private Energy(Node node)
        : base(node)
    {
    }

    /// <summary>Zero.</summary>
    public static Energy Zero { get; } = FromBase(0, nameof(Zero));

    /// <summary>One joule.</summary>
    public static Energy Joule { get; } = FromBase(1, nameof(Joule));

    /// <summary>One watt-hour: 3600 J.</summary>
    public static Energy WattHour { get; } = FromBase(3600d, nameof(WattHour));

    /// <summary>1000 Wh.</summary>
    public static Energy KilowattHour { get; } = FromBase(3.6e6, nameof(KilowattHour));

    /// <summary>1000 kWh.</summary>
    public static Energy MegawattHour { get; } = FromBase(3.6e9, nameof(MegawattHour));

    /// <summary>Nominal value in joules.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Joules => In(1);

    /// <summary>Nominal value in watt hours.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double WattHours => In(3600d);

    /// <summary>Nominal value in kilowatt hours.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double KilowattHours => In(3.6e6);

    /// <summary>Nominal value in megawatt hours.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double MegawattHours => In(3.6e9);

    static Dimension IQuantity<Energy>.Dimension => Dimensions.Energy;

    static Energy IQuantity<Energy>.FromNode(Node node) => new(node);

    /// <summary>So many joules.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Energy FromJoules(double value) => FromBase(value, nameof(value));

    /// <summary>So many watt hours.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Energy FromWattHours(double value) => FromBase(value * 3600d, nameof(value));

    /// <summary>So many kilowatt hours.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Energy FromKilowattHours(double value) => FromBase(value * 3.6e6, nameof(value));

    /// <summary>So many megawatt hours.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Energy FromMegawattHours(double value) => FromBase(value * 3.6e9, nameof(value));
}
