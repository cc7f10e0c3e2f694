namespace MlsdEstimator;

/// <summary>An amount that flows: data, operations, energy, money. Divided by time it is its flow.</summary>
/// <typeparam name="TSelf">The amount.</typeparam>
/// <typeparam name="TFlow">The amount per time.</typeparam>
public abstract class Stock<TSelf, TFlow> : Quantity<TSelf>
    where TSelf : Stock<TSelf, TFlow>, IQuantity<TSelf>
    where TFlow : Flow<TFlow, TSelf>, IQuantity<TFlow>
{
    private protected Stock(Node node)
        : base(node)
    {
    }

    /// <summary>The amount spread over a time.</summary>
    public static TFlow operator /(Stock<TSelf, TFlow> amount, Duration time) =>
        Quantity<TFlow>.Create(new OperationNode(TFlow.Dimension, Operation.Divide, NodeOf(amount), NodeOf(time)));

    /// <summary>The amount, so many times per time.</summary>
    public static TFlow operator *(Stock<TSelf, TFlow> amount, Rate rate) =>
        Quantity<TFlow>.Create(new OperationNode(TFlow.Dimension, Operation.Multiply, NodeOf(amount), NodeOf(rate)));

    /// <summary>So many times per time, the amount.</summary>
    public static TFlow operator *(Rate rate, Stock<TSelf, TFlow> amount) =>
        Quantity<TFlow>.Create(new OperationNode(TFlow.Dimension, Operation.Multiply, NodeOf(rate), NodeOf(amount)));

    /// <summary>The time in which a flow moves the amount.</summary>
    public static Duration operator /(Stock<TSelf, TFlow> amount, TFlow flow) =>
        Duration.Create(new OperationNode(Dimensions.Duration, Operation.Divide, NodeOf(amount), NodeOf(flow)));
}
