namespace MlsdEstimator;

/// <summary>How often something happens: requests, events or predictions per time.</summary>
public sealed class Rate : Quantity<Rate>, IQuantity<Rate>
{
    private Rate(Node node)
        : base(node)
    {
    }

    /// <summary>Never.</summary>
    public static Rate Zero { get; } = FromBase(0, nameof(Zero));

    /// <summary>Nominal number a second.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double PerSecond => In(1);

    /// <summary>Nominal number a minute.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double PerMinute => In(1 / 60d);

    /// <summary>Nominal number an hour.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double PerHour => In(1 / 3600d);

    /// <summary>Nominal number a day.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double PerDay => In(1 / 86_400d);

    /// <summary>Nominal number a month of 730 hours.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double PerMonth => In(1 / 2_628_000d);

    static Dimension IQuantity<Rate>.Dimension => Dimensions.Rate;

    static Rate IQuantity<Rate>.FromNode(Node node) => new(node);

    /// <summary>So many a second.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Rate FromPerSecond(double value) => FromBase(value, nameof(value));

    /// <summary>So many a minute.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Rate FromPerMinute(double value) => FromBase(value / 60, nameof(value));

    /// <summary>So many an hour.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Rate FromPerHour(double value) => FromBase(value / 3600, nameof(value));

    /// <summary>So many a day.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Rate FromPerDay(double value) => FromBase(value / 86_400, nameof(value));

    /// <summary>So many a month of 730 hours.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Rate FromPerMonth(double value) => FromBase(value / 2_628_000, nameof(value));

    /// <summary>How many happen in a time.</summary>
    public static Scalar operator *(Rate rate, Duration time) =>
        Scalar.Create(new OperationNode(Dimensions.Scalar, Operation.Multiply, NodeOf(rate), NodeOf(time)));

    /// <summary>How many happen in a time.</summary>
    public static Scalar operator *(Duration time, Rate rate) =>
        Scalar.Create(new OperationNode(Dimensions.Scalar, Operation.Multiply, NodeOf(time), NodeOf(rate)));

    /// <summary>The time in which so many happen; 1 / rate is the time between two.</summary>
    public static Duration operator /(Scalar count, Rate rate) =>
        Duration.Create(new OperationNode(Dimensions.Duration, Operation.Divide, NodeOf(count), NodeOf(rate)));
}
