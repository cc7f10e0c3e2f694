namespace MlsdEstimator;

/// <summary>An amount per time: bandwidth, computing speed, power, spend.</summary>
/// <typeparam name="TSelf">The flow.</typeparam>
/// <typeparam name="TStock">The amount that flows.</typeparam>
public abstract class Flow<TSelf, TStock> : Quantity<TSelf>
    where TSelf : Flow<TSelf, TStock>, IQuantity<TSelf>
    where TStock : Stock<TStock, TSelf>, IQuantity<TStock>
{
    private protected Flow(Node node)
        : base(node)
    {
    }

    /// <summary>What flows in a time.</summary>
    public static TStock operator *(Flow<TSelf, TStock> flow, Duration time) =>
        Quantity<TStock>.Create(new OperationNode(TStock.Dimension, Operation.Multiply, NodeOf(flow), NodeOf(time)));

    /// <summary>What flows in a time.</summary>
    public static TStock operator *(Duration time, Flow<TSelf, TStock> flow) =>
        Quantity<TStock>.Create(new OperationNode(TStock.Dimension, Operation.Multiply, NodeOf(time), NodeOf(flow)));

    /// <summary>How often per time the flow moves the amount.</summary>
    public static Rate operator /(Flow<TSelf, TStock> flow, TStock amount) =>
        Rate.Create(new OperationNode(Dimensions.Rate, Operation.Divide, NodeOf(flow), NodeOf(amount)));

    /// <summary>The amount that flows for each event of a rate.</summary>
    public static TStock operator /(Flow<TSelf, TStock> flow, Rate rate) =>
        Quantity<TStock>.Create(new OperationNode(TStock.Dimension, Operation.Divide, NodeOf(flow), NodeOf(rate)));
}
