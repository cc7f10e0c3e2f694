namespace MlsdEstimator;

/// <summary>A price or an intensity: dollars per gigabyte, dollars per gigabyte and month, joules per operation. Made with <c>.Per(...)</c>.</summary>
/// <example><code>Quotient&lt;Spend, DataSize&gt; price = 0.023.Dollars.Per(DataSize.Gigabyte).Per(Duration.Month);</code></example>
/// <typeparam name="TNumerator">What is paid or counted.</typeparam>
/// <typeparam name="TDenominator">What it is paid for.</typeparam>
public sealed class Quotient<TNumerator, TDenominator> : Quantity<Quotient<TNumerator, TDenominator>>, IQuantity<Quotient<TNumerator, TDenominator>>
    where TNumerator : Quantity<TNumerator>, IQuantity<TNumerator>
    where TDenominator : Quantity<TDenominator>, IQuantity<TDenominator>
{
    private static readonly QuotientDimension SharedDimension = new(TNumerator.Dimension, TDenominator.Dimension);

    private Quotient(Node node)
        : base(node)
    {
    }

    static Dimension IQuantity<Quotient<TNumerator, TDenominator>>.Dimension => SharedDimension;

    static Quotient<TNumerator, TDenominator> IQuantity<Quotient<TNumerator, TDenominator>>.FromNode(Node node) => new(node);

    /// <summary>Nominal value: how much of the numerator one <paramref name="unit"/> of the denominator brings, in the numerator's base unit.</summary>
    /// <param name="unit">Unit of the denominator, such as <c>DataSize.Gigabyte</c>.</param>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double BasePer(TDenominator unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return Readable(BaseValue * unit.BaseValue);
    }

    /// <summary>What so much of the denominator brings.</summary>
    public static TNumerator operator *(Quotient<TNumerator, TDenominator> quotient, TDenominator amount) =>
        Quantity<TNumerator>.Create(new OperationNode(TNumerator.Dimension, Operation.Multiply, NodeOf(quotient), NodeOf(amount)));

    /// <summary>What so much of the denominator brings.</summary>
    public static TNumerator operator *(TDenominator amount, Quotient<TNumerator, TDenominator> quotient) =>
        Quantity<TNumerator>.Create(new OperationNode(TNumerator.Dimension, Operation.Multiply, NodeOf(amount), NodeOf(quotient)));

    /// <summary>How much of the denominator brings so much of the numerator.</summary>
    public static TDenominator operator /(TNumerator amount, Quotient<TNumerator, TDenominator> quotient) =>
        Quantity<TDenominator>.Create(new OperationNode(TDenominator.Dimension, Operation.Divide, NodeOf(amount), NodeOf(quotient)));

    internal static Quotient<TNumerator, TDenominator> Of(TNumerator amount, TDenominator unit)
    {
        ArgumentNullException.ThrowIfNull(amount);
        ArgumentNullException.ThrowIfNull(unit);
        return Of(Operation.Divide, amount.Node, unit.Node);
    }

    internal static Quotient<TNumerator, TDenominator> PerTime(Node amount, Duration time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return Of(Operation.Divide, amount, time.Node);
    }
}
