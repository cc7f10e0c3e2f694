namespace MlsdEstimator;

/// <summary>Statistics as quantities: what has no number says why.</summary>
internal static class EstimateReading
{
    private const string Unknown = "a standard error needs at least 2 randomisations with draws; give SimulationOptions.Randomisations or Samples more";

    /// <summary>A statistic; one that falls into infeasible draws is saturated.</summary>
    public static T Of<T>(double value)
        where T : Quantity<T>, IQuantity<T> => Create<T>(value, Infeasibility.Saturated);

    /// <summary>A standard error that may not be known.</summary>
    public static T Error<T>(double error)
        where T : Quantity<T>, IQuantity<T> => Create<T>(error, Unknown);

    /// <summary>A certain value to compare draws with, in base units.</summary>
    public static double Threshold<T>(T threshold)
        where T : Quantity<T>, IQuantity<T>
    {
        ArgumentNullException.ThrowIfNull(threshold);
        return threshold.IsCertain
            ? threshold.BaseValue
            : throw new ArgumentException($"The threshold is a range, {threshold}; give one value, or compare two quantities of one run.", nameof(threshold));
    }

    /// <summary>A threshold of the type that it is compared with.</summary>
    public static T Typed<T>(IQuantity threshold)
        where T : Quantity<T>, IQuantity<T> =>
        threshold as T ?? throw new ArgumentException($"'{threshold}' is a {threshold?.Node.Dimension.Name ?? "null"}, but a {T.Dimension.Name} is compared.", nameof(threshold));

    private static T Create<T>(double value, string otherwise)
        where T : Quantity<T>, IQuantity<T> =>
        double.IsFinite(value)
            ? Quantity<T>.Create(new ConstantNode(T.Dimension, value))
            : Quantity<T>.Create(new ConstantNode(T.Dimension, double.NaN, otherwise));
}
