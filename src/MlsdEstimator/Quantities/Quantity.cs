namespace MlsdEstimator;

/// <summary>Formulas over quantities that operators cannot say: a choice, a function of your own, a table.</summary>
public static class Quantity
{
    /// <summary>One of two values, chosen by a condition in every draw.</summary>
    /// <param name="condition">What decides.</param>
    /// <param name="then">Value where it holds.</param>
    /// <param name="otherwise">Value where it does not.</param>
    /// <typeparam name="T">Type of both values.</typeparam>
    /// <returns>The chosen value; infeasible where the condition compares something infeasible.</returns>
    public static T If<T>(Condition condition, Quantity<T> then, Quantity<T> otherwise)
        where T : Quantity<T>, IQuantity<T>
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(then);
        ArgumentNullException.ThrowIfNull(otherwise);
        return Quantity<T>.Create(new OperationNode(T.Dimension, Operation.If, condition.Node, then.Node, otherwise.Node));
    }

    /// <summary>The output of a function of your own.</summary>
    /// <param name="function">Function with one output.</param>
    /// <param name="inputs">Its inputs; it receives their values in base units.</param>
    /// <typeparam name="T">Type of the output.</typeparam>
    /// <exception cref="ArgumentException">The function has more than one output.</exception>
    public static T Function<T>(IFunction function, params IReadOnlyList<IQuantity> inputs)
        where T : Quantity<T>, IQuantity<T> =>
        Functions<T>(function, inputs) is [var only]
            ? only
            : throw new ArgumentException($"'{function.Name}' has {function.OutputCount} outputs; read them with Quantity.Functions.", nameof(function));

    /// <summary>All outputs of a function of your own, evaluated together.</summary>
    /// <param name="function">Function with one or more outputs.</param>
    /// <param name="inputs">Its inputs; it receives their values in base units.</param>
    /// <typeparam name="T">Type of every output.</typeparam>
    /// <exception cref="ArgumentOutOfRangeException">The function says that it has no outputs.</exception>
    public static IReadOnlyList<T> Functions<T>(IFunction function, params IReadOnlyList<IQuantity> inputs)
        where T : Quantity<T>, IQuantity<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentOutOfRangeException.ThrowIfLessThan(function.OutputCount, 1, nameof(function));
        var call = new FunctionNode(function, [.. inputs.Select(NodeOf)]);
        return [.. Enumerable.Range(0, function.OutputCount).Select(output => Quantity<T>.Create(new FunctionOutputNode(T.Dimension, call, output)))];
    }

    /// <summary>Linear interpolation in a table of measured points; infeasible outside them, because a table says nothing there.</summary>
    /// <param name="x">Where to read.</param>
    /// <param name="points">At least two points (x, y), x rising.</param>
    /// <typeparam name="TX">Type of x.</typeparam>
    /// <typeparam name="TY">Type of y.</typeparam>
    /// <exception cref="ArgumentException">Fewer than two points, a point that is uncertain, or x not rising.</exception>
    public static TY Table<TX, TY>(Quantity<TX> x, params IReadOnlyList<(TX X, TY Y)> points)
        where TX : Quantity<TX>, IQuantity<TX>
        where TY : Quantity<TY>, IQuantity<TY>
    {
        ArgumentNullException.ThrowIfNull(points);
        return Function<TY>(new TableLookup([.. points.Select(point => (Certain(point.X), Certain(point.Y)))]), x);
    }

    /// <summary>A quantity that cannot be, with the reason: what an impossible design has in place of a number.</summary>
    /// <param name="reason">Why, and what would help.</param>
    /// <typeparam name="T">Type of the quantity.</typeparam>
    /// <exception cref="ArgumentException">The reason is empty.</exception>
    public static T Infeasible<T>(string reason)
        where T : Quantity<T>, IQuantity<T> =>
        Quantity<T>.Create(new ConstantNode(T.Dimension, double.NaN, Require.NotBlank(reason, nameof(reason))));

    private static Node NodeOf(IQuantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return quantity.Node;
    }

    private static double Certain(IQuantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return quantity.IsCertain
            ? quantity.BaseValue
            : throw new ArgumentException($"A table holds certain values, but '{quantity}' is a range. Put the doubt into x, or multiply the result by a range.", nameof(quantity));
    }
}
