namespace MlsdEstimator;

/// <summary>What we believe about a quantity, from one simulation. The words low and high are for doubt; p50 and p99 for spread over requests.</summary>
/// <typeparam name="T">Type of the quantity.</typeparam>
public sealed class Estimate<T> : IEstimate
    where T : Quantity<T>, IQuantity<T>
{
    private readonly Column column;

    internal Estimate(T subject, Column column)
    {
        Subject = subject;
        this.column = column;
    }

    /// <summary>The quantity this is about.</summary>
    public T Subject { get; }

    /// <summary>The 5 % point of belief.</summary>
    public T Low => Quantile(0.05);

    /// <summary>The middle of belief. It may differ from the nominal value, which has every input at its best guess.</summary>
    public T Median => Quantile(0.5);

    /// <summary>The 95 % point of belief.</summary>
    public T High => Quantile(0.95);

    /// <summary>The mean; saturated when any draw is infeasible.</summary>
    public T Mean => Reading(column.Mean);

    /// <summary>Standard deviation; saturated when any draw is infeasible.</summary>
    public T StandardDeviation => Reading(column.StandardDeviation);

    /// <inheritdoc/>
    public Fraction ProbabilityInfeasible => Fraction.FromRatio(column.ShareInfeasible);

    /// <inheritdoc/>
    public int Samples => column.Draws.Length;

    IQuantity IEstimate.Low => Low;

    IQuantity IEstimate.Median => Median;

    IQuantity IEstimate.High => High;

    IQuantity IEstimate.Mean => Mean;

    /// <summary>Any point of belief: exact for an input, else by linear interpolation between draws (type 7, as NumPy and Excel).</summary>
    /// <param name="probability">Strictly between 0 and 1.</param>
    /// <returns>The value; "saturated" where the point falls into infeasible draws.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not strictly between 0 and 1.</exception>
    public T Quantile(double probability)
    {
        Require.InsideUnitInterval(probability, nameof(probability));
        return Reading(Subject.Node.Bare is LeafNode input ? input.Quantile(probability) : column.Quantile(probability));
    }

    IQuantity IEstimate.Quantile(double probability) => Quantile(probability);

    /// <summary>"low | median | high (90%)".</summary>
    public override string ToString() => $"{Low} | {Median} | {High} (90%)";

    private static T Reading(double value) =>
        double.IsFinite(value)
            ? Quantity<T>.Create(new ConstantNode(T.Dimension, value))
            : Quantity<T>.Create(new ConstantNode(T.Dimension, double.NaN, Infeasibility.Saturated));
}
