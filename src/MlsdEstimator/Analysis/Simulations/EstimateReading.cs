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

    private static T Create<T>(double value, string otherwise)
        where T : Quantity<T>, IQuantity<T> =>
        double.IsFinite(value)
            ? Quantity<T>.Create(new ConstantNode(T.Dimension, value))
            : Quantity<T>.Create(new ConstantNode(T.Dimension, double.NaN, otherwise));
}
