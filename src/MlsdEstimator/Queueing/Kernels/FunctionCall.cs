namespace MlsdEstimator;

/// <summary>One evaluation of a function with several outputs, each read as the quantity it is.</summary>
internal sealed class FunctionCall(IFunction function, params IReadOnlyList<IQuantity> inputs)
{
    private readonly FunctionNode node = new(function, [.. inputs.Select(input => input.Node)]);

    /// <summary>An output, which the function gives in base units of the type.</summary>
    public T Output<T>(int index)
        where T : Quantity<T>, IQuantity<T> => Quantity<T>.Create(new FunctionOutputNode(T.Dimension, node, index));
}
