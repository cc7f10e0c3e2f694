namespace MlsdEstimator;

/// <content>Arithmetic and conditions, once for all types.</content>
public abstract partial class Quantity<TSelf>
{
    /// <summary>Sum of two quantities of one type.</summary>
    public static TSelf operator +(Quantity<TSelf> left, Quantity<TSelf> right) => Of(Operation.Add, NodeOf(left), NodeOf(right));

    /// <summary>Difference of two quantities of one type; it may be negative.</summary>
    public static TSelf operator -(Quantity<TSelf> left, Quantity<TSelf> right) => Of(Operation.Subtract, NodeOf(left), NodeOf(right));

    /// <summary>The quantity with its sign changed.</summary>
    public static TSelf operator -(Quantity<TSelf> quantity) => Of(Operation.Negate, NodeOf(quantity));

    /// <summary>The quantity, so many times.</summary>
    public static TSelf operator *(Quantity<TSelf> quantity, Scalar factor) => Of(Operation.Multiply, NodeOf(quantity), NodeOf(factor));

    /// <summary>So many times the quantity.</summary>
    public static TSelf operator *(Scalar factor, Quantity<TSelf> quantity) => Of(Operation.Multiply, NodeOf(factor), NodeOf(quantity));

    /// <summary>The quantity divided by a number; infeasible when the number is 0.</summary>
    public static TSelf operator /(Quantity<TSelf> quantity, Scalar divisor) => Of(Operation.Divide, NodeOf(quantity), NodeOf(divisor));

    /// <summary>How often one quantity goes into another of the same type; infeasible when the divisor is 0.</summary>
    public static Scalar operator /(Quantity<TSelf> left, Quantity<TSelf> right) =>
        Scalar.Create(new OperationNode(Dimensions.Scalar, Operation.Divide, NodeOf(left), NodeOf(right)));

    /// <summary>Condition that one quantity exceeds another. Not a <c>bool</c>: it may hold in some draws and not in others.</summary>
    public static Condition operator >(Quantity<TSelf> left, Quantity<TSelf> right) => Condition.Of(Operation.IsGreater, NodeOf(left), NodeOf(right));

    /// <summary>Condition that one quantity is below another.</summary>
    public static Condition operator <(Quantity<TSelf> left, Quantity<TSelf> right) => Condition.Of(Operation.IsGreater, NodeOf(right), NodeOf(left));

    /// <summary>Condition that one quantity reaches another.</summary>
    public static Condition operator >=(Quantity<TSelf> left, Quantity<TSelf> right) => Condition.Of(Operation.IsAtLeast, NodeOf(left), NodeOf(right));

    /// <summary>Condition that one quantity does not exceed another.</summary>
    public static Condition operator <=(Quantity<TSelf> left, Quantity<TSelf> right) => Condition.Of(Operation.IsAtLeast, NodeOf(right), NodeOf(left));

    /// <summary>True when both are certain and equal, or the same uncertain quantity.</summary>
    public static bool operator ==(Quantity<TSelf>? left, Quantity<TSelf>? right) => left is null ? right is null : left.Equals((object?)right);

    /// <summary>The opposite of equality.</summary>
    public static bool operator !=(Quantity<TSelf>? left, Quantity<TSelf>? right) => !(left == right);

    /// <summary>The smaller of two quantities, in every draw.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static TSelf Min(TSelf left, TSelf right) => Of(Operation.Minimum, NodeOf(left), NodeOf(right));

    /// <summary>The larger of two quantities, in every draw.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static TSelf Max(TSelf left, TSelf right) => Of(Operation.Maximum, NodeOf(left), NodeOf(right));

    /// <summary>This quantity, held between two limits.</summary>
    /// <param name="minimum">Lower limit.</param>
    /// <param name="maximum">Upper limit.</param>
    /// <exception cref="ArgumentException">The nominal limits are not in order.</exception>
    public TSelf Clamp(TSelf minimum, TSelf maximum)
    {
        if (NodeOf(minimum).Nominal > NodeOf(maximum).Nominal)
            throw new ArgumentException($"The lower limit {minimum} is above the upper limit {maximum}; swap them.", nameof(minimum));
        return Min(Max((TSelf)this, minimum), maximum);
    }

    private protected static Node NodeOf(IQuantity quantity, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(quantity))] string? parameter = null)
    {
        ArgumentNullException.ThrowIfNull(quantity, parameter);
        return quantity.Node;
    }
}
