namespace MlsdEstimator;

/// <summary>A length of time. A month is 730 hours (a twelfth of a year), a year 365 days.</summary>
public sealed class Duration : Quantity<Duration>, IQuantity<Duration>
{
    private Duration(Node node)
        : base(node)
    {
    }

    /// <summary>Zero.</summary>
    public static Duration Zero { get; } = FromBase(0, nameof(Zero));

    /// <summary>A billionth of a second.</summary>
    public static Duration Nanosecond { get; } = FromBase(1e-9, nameof(Nanosecond));

    /// <summary>A millionth of a second.</summary>
    public static Duration Microsecond { get; } = FromBase(1e-6, nameof(Microsecond));

    /// <summary>A thousandth of a second.</summary>
    public static Duration Millisecond { get; } = FromBase(1e-3, nameof(Millisecond));

    /// <summary>One second.</summary>
    public static Duration Second { get; } = FromBase(1, nameof(Second));

    /// <summary>60 s.</summary>
    public static Duration Minute { get; } = FromBase(60d, nameof(Minute));

    /// <summary>3600 s.</summary>
    public static Duration Hour { get; } = FromBase(3600d, nameof(Hour));

    /// <summary>86,400 s.</summary>
    public static Duration Day { get; } = FromBase(86_400d, nameof(Day));

    /// <summary>7 days.</summary>
    public static Duration Week { get; } = FromBase(604_800d, nameof(Week));

    /// <summary>730 hours, as cloud price lists count it.</summary>
    public static Duration Month { get; } = FromBase(2_628_000d, nameof(Month));

    /// <summary>365 days.</summary>
    public static Duration Year { get; } = FromBase(31_536_000d, nameof(Year));

    /// <summary>Nominal value in nanoseconds.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Nanoseconds => In(1e-9);

    /// <summary>Nominal value in microseconds.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Microseconds => In(1e-6);

    /// <summary>Nominal value in milliseconds.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Milliseconds => In(1e-3);

    /// <summary>Nominal value in seconds.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Seconds => In(1);

    /// <summary>Nominal value in minutes.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Minutes => In(60d);

    /// <summary>Nominal value in hours.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Hours => In(3600d);

    /// <summary>Nominal value in days.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Days => In(86_400d);

    /// <summary>Nominal value in weeks.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Weeks => In(604_800d);

    /// <summary>Nominal value in months.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Months => In(2_628_000d);

    /// <summary>Nominal value in years.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Years => In(31_536_000d);

    static Dimension IQuantity<Duration>.Dimension => Dimensions.Duration;

    static Duration IQuantity<Duration>.FromNode(Node node) => new(node);

    /// <summary>So many nanoseconds.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Duration FromNanoseconds(double value) => FromBase(value * 1e-9, nameof(value));

    /// <summary>So many microseconds.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Duration FromMicroseconds(double value) => FromBase(value * 1e-6, nameof(value));

    /// <summary>So many milliseconds.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Duration FromMilliseconds(double value) => FromBase(value * 1e-3, nameof(value));

    /// <summary>So many seconds.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Duration FromSeconds(double value) => FromBase(value, nameof(value));

    /// <summary>So many minutes.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Duration FromMinutes(double value) => FromBase(value * 60d, nameof(value));

    /// <summary>So many hours.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Duration FromHours(double value) => FromBase(value * 3600d, nameof(value));

    /// <summary>So many days.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Duration FromDays(double value) => FromBase(value * 86_400d, nameof(value));

    /// <summary>So many weeks.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Duration FromWeeks(double value) => FromBase(value * 604_800d, nameof(value));

    /// <summary>So many months.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Duration FromMonths(double value) => FromBase(value * 2_628_000d, nameof(value));

    /// <summary>So many years.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Duration FromYears(double value) => FromBase(value * 31_536_000d, nameof(value));

    /// <summary>The same length of time as the base class library has it.</summary>
    /// <param name="value">Time span.</param>
    public static Duration FromTimeSpan(TimeSpan value) => FromSeconds(value.TotalSeconds);

    /// <summary>Nominal value as the base class library has it.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    /// <exception cref="OverflowException">It is longer than a time span can be, about 29,000 years.</exception>
    public TimeSpan ToTimeSpan() => TimeSpan.FromSeconds(Seconds);

    /// <summary>So many per length of time: a rate.</summary>
    public static Rate operator /(Scalar count, Duration time) =>
        Rate.Create(new OperationNode(Dimensions.Rate, Operation.Divide, NodeOf(count), NodeOf(time)));
}
