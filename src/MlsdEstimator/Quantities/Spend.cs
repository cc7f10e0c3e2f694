namespace MlsdEstimator;

/// <summary>Money per time.</summary>
public sealed class Spend : Flow<Spend, Money>, IQuantity<Spend>
{
    private Spend(Node node)
        : base(node)
    {
    }

    /// <summary>Zero.</summary>
    public static Spend Zero { get; } = FromBase(0, nameof(Zero));

    /// <summary>One dollar an hour: what clouds print for machines.</summary>
    public static Spend DollarPerHour { get; } = FromBase((1 / 3600d), nameof(DollarPerHour));

    /// <summary>One dollar a day.</summary>
    public static Spend DollarPerDay { get; } = FromBase((1 / 86_400d), nameof(DollarPerDay));

    /// <summary>One dollar a month of 730 hours, as cloud price lists count it.</summary>
    public static Spend DollarPerMonth { get; } = FromBase((1 / 2_628_000d), nameof(DollarPerMonth));

    /// <summary>One dollar a year of 365 days.</summary>
    public static Spend DollarPerYear { get; } = FromBase((1 / 31_536_000d), nameof(DollarPerYear));

    /// <summary>Nominal value in dollars per hour.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double DollarsPerHour => In((1 / 3600d));

    /// <summary>Nominal value in dollars per day.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double DollarsPerDay => In((1 / 86_400d));

    /// <summary>Nominal value in dollars per month.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double DollarsPerMonth => In((1 / 2_628_000d));

    /// <summary>Nominal value in dollars per year.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double DollarsPerYear => In((1 / 31_536_000d));

    static Dimension IQuantity<Spend>.Dimension => Dimensions.Spend;

    static Spend IQuantity<Spend>.FromNode(Node node) => new(node);

    /// <summary>So many dollars per hour.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Spend FromDollarsPerHour(double value) => FromBase(value * (1 / 3600d), nameof(value));

    /// <summary>So many dollars per day.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Spend FromDollarsPerDay(double value) => FromBase(value * (1 / 86_400d), nameof(value));

    /// <summary>So many dollars per month.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Spend FromDollarsPerMonth(double value) => FromBase(value * (1 / 2_628_000d), nameof(value));

    /// <summary>So many dollars per year.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Spend FromDollarsPerYear(double value) => FromBase(value * (1 / 31_536_000d), nameof(value));
}
