namespace MlsdEstimator;

/// <summary>What was measured: which quantity, the value read, how far off it may be, and, where it decides the answer, which statistic at which load.</summary>
/// <remarks>
/// Error model: ln(value) = ln(quantity) + e with e normal, mean 0 and standard deviation ln(1 + relative error). So 2 % means: two times in three within a
/// factor 1.02 of the truth, and 95 % within 1.04. Errors of different measurements are independent; two readings of one meter with a common bias are one measurement.
/// <para>
/// A quantity marked as a statistic over requests (<see cref="Aspect.Mean"/>, <see cref="Aspect.Percentile"/>) needs <see cref="Statistic"/>, and a percentile
/// also the load at which it was read: <see cref="Load"/> when that was the load the model speaks of, <see cref="At{T}"/> when the test set it.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Measurement.Of(peak, 42_000.PerSecond, 2.Percent)
/// Measurement.Of(path.P99, 80.Milliseconds, 5.Percent).At(arrivals, 150.PerSecond) with { Statistic = Aspect.Percentile(0.99) }
/// </code>
/// </example>
public sealed record Measurement
{
    /// <summary>Below this a measurement error is rounding: no clock or counter of a running system is so exact.</summary>
    private const double LeastError = 1e-6;

    private Measurement(IQuantity quantity, IQuantity value, Fraction relativeError)
    {
        (Quantity, Value, RelativeError) = (quantity, value, relativeError);
        Statistic = MeasurementStatement.Slot(value.Aspects, MeasurementStatement.StatisticSlot);
        Load = MeasurementStatement.Slot(value.Aspects, MeasurementStatement.LoadSlot);
    }

    /// <summary>The quantity of the model that was measured: the scope of the measurement.</summary>
    public IQuantity Quantity { get; }

    /// <summary>What was read: certain, above 0.</summary>
    public IQuantity Value { get; }

    /// <summary>Standard deviation of the reading around the truth, relative: certain, above 0.</summary>
    public Fraction RelativeError { get; }

    /// <summary>
    /// What was read over the requests: <see cref="Aspect.Mean"/> or <see cref="Aspect.Percentile"/>. Default: the mark of the value; none for what is no statistic.
    /// </summary>
    public Aspect? Statistic { get; init; }

    /// <summary>The load in which it was read: <see cref="Aspect.Average"/> or <see cref="Aspect.Peak"/>. Default: the mark of the value.</summary>
    public Aspect? Load { get; init; }

    /// <summary>Parts of the model that the test set itself.</summary>
    internal IReadOnlyList<(IQuantity Part, double Value)> Held { get; private init; } = [];

    /// <summary>A reading of a quantity of the model.</summary>
    /// <param name="quantity">What was measured; a range.</param>
    /// <param name="value">What was read; certain, above 0.</param>
    /// <param name="relativeError">Standard deviation of the reading, relative: 2.Percent. Certain, at least one millionth.</param>
    /// <typeparam name="T">Type of the quantity.</typeparam>
    /// <exception cref="ArgumentException">The quantity is certain, or the value or its error is not.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 0, or the error is below one millionth.</exception>
    public static Measurement Of<T>(Quantity<T> quantity, T value, Fraction relativeError)
        where T : Quantity<T>, IQuantity<T>
    {
        Require.NotNull(quantity, nameof(quantity));
        if (quantity.IsCertain)
        {
            string name = MeasurementStatement.NameOf(quantity);
            throw new ArgumentException($"'{name}' is certain ({quantity}), so a measurement cannot teach anything about it. Measure a quantity that rests on a range.", nameof(quantity));
        }
        MeasurementStatement.RequireReading(value, nameof(value));
        MeasurementStatement.RequireReading(relativeError, nameof(relativeError), LeastError);
        return new Measurement((T)quantity, value, relativeError);
    }

    /// <summary>The same measurement, made while the test held a part of the model at a value: the rate a load generator sent, the size of a batch.</summary>
    /// <param name="part">An input or a computed quantity that the measured one rests on.</param>
    /// <param name="value">What the test set it to; certain, above 0.</param>
    /// <typeparam name="T">Type of the part.</typeparam>
    /// <exception cref="ArgumentException">The value is uncertain, or the measured quantity does not rest on the part.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 0.</exception>
    public Measurement At<T>(Quantity<T> part, T value)
        where T : Quantity<T>, IQuantity<T>
    {
        Require.NotNull(part, nameof(part));
        MeasurementStatement.RequireReading(value, nameof(value));
        if (!GraphWalk.OperandsFirst([Quantity.Node]).Exists(node => ReferenceEquals(node.Bare, part.Node.Bare)))
        {
            string problem = $"'{MeasurementStatement.NameOf(Quantity)}' does not rest on '{MeasurementStatement.NameOf(part)}', so the test's value for it changes nothing";
            throw new ArgumentException($"{problem}. Name the part that the formula reads.", nameof(part));
        }
        return this with { Held = [.. Held, ((T)part, value.Node.Nominal)] };
    }

    /// <summary>"peak QPS = 42 k/s +- 2%".</summary>
    public override string ToString() => $"{MeasurementStatement.NameOf(Quantity)} = {Value} +- {RelativeError}";
}
