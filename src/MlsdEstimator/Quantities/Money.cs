namespace MlsdEstimator;

/// <summary>An amount of money in US dollars. Other currencies are converted when they are loaded, at a given rate.</summary>
public sealed class Money : Stock<Money, Spend>, IQuantity<Money>
{
    private Money(Node node)
        : base(node)
    {
    }

    /// <summary>Zero.</summary>
    public static Money Zero { get; } = FromBase(0, nameof(Zero));

    /// <summary>One US dollar.</summary>
    public static Money Dollar { get; } = FromBase(1, nameof(Dollar));

    /// <summary>Nominal value in dollars.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Dollars => In(1);

    static Dimension IQuantity<Money>.Dimension => Dimensions.Money;

    static Money IQuantity<Money>.FromNode(Node node) => new(node);

    /// <summary>So many dollars.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Money FromDollars(double value) => FromBase(value, nameof(value));
}
