namespace MlsdEstimator.Accuracy;

/// <summary>A predicted value with its 90 % interval, in the unit of the row.</summary>
internal sealed record Prediction : Outcome
{
    private static readonly SimulationOptions Draws = new() { Samples = 1_024, Randomisations = 1, Threads = 1 };

    /// <exception cref="ArgumentOutOfRangeException">Not 0 &lt; low &lt;= high, or the nominal is not above 0, or one is not finite.</exception>
    public Prediction(double nominal, double low, double high)
    {
        Nominal = Positive(nominal, nameof(nominal));
        Low = Positive(low, nameof(low));
        High = Positive(high, nameof(high));
        ArgumentOutOfRangeException.ThrowIfLessThan(high, low);
    }

    /// <summary>Every input at its best guess.</summary>
    public double Nominal { get; }

    /// <summary>The 5 % point.</summary>
    public double Low { get; }

    /// <summary>The 95 % point.</summary>
    public double High { get; }

    /// <summary>What a quantity of the library says: its nominal, and its range from a simulation. An infeasible one is a refusal with its reason.</summary>
    /// <param name="quantity">The result that users read.</param>
    /// <param name="unit">Base units in one unit of the row: 0.001 for milliseconds.</param>
    public static Outcome Of<T>(Quantity<T> quantity, double unit = 1)
        where T : Quantity<T>, IQuantity<T>
    {
        if (!quantity.IsFeasible)
            return new Refusal(Infeasibility.Message(quantity.Node).TrimEnd('.'));
        Estimate<T> belief = quantity.Simulate(Draws);
        return new Prediction(quantity.BaseValue / unit, belief.Low.BaseValue / unit, belief.High.BaseValue / unit);
    }

    private static double Positive(double value, string parameter) =>
        double.IsFinite(value) && value > 0 ? value : throw new ArgumentOutOfRangeException(parameter, value, "A prediction is finite and above 0.");
}
