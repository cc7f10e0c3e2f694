namespace MlsdEstimator;

/// <summary>A plain number: a count, a factor, a ratio. Numbers and ranges convert to it.</summary>
/// <example>
/// <code>
/// Scalar users   = 500.Million.Named("daily active users");
/// Scalar perUser = (3, 10, 30);                              // 90 % between 3 and 30, best guess 10
/// </code>
/// </example>
public sealed class Scalar : Quantity<Scalar>, IQuantity<Scalar>
{
    private Scalar(Node node)
        : base(node)
    {
    }

    /// <summary>Zero.</summary>
    public static Scalar Zero { get; } = FromBase(0, nameof(Zero));

    /// <summary>One.</summary>
    public static Scalar One { get; } = FromBase(1, nameof(One));

    /// <summary>Nominal value.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Value => BaseValue;

    static Dimension IQuantity<Scalar>.Dimension => Dimensions.Scalar;

    static Scalar IQuantity<Scalar>.FromNode(Node node) => new(node);

    /// <summary>A number.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static Scalar FromNumber(double value) => FromBase(value, nameof(value));

    /// <summary>A number is a certain scalar.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static implicit operator Scalar(double value) => FromBase(value, nameof(value));

    /// <summary>(low, high): a new input, 90 % between the ends, best guess their geometric middle.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An end is not above 0, or they are not in order.</exception>
    public static implicit operator Scalar((double Low, double High) range) => Uncertain.Range(range.Low, range.High).AsScalar();

    /// <summary>(low, best, high): a new input, 90 % between the ends.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An end is not above 0, or the three are not in order.</exception>
    public static implicit operator Scalar((double Low, double Best, double High) range) => Uncertain.Range(range.Low, range.Best, range.High).AsScalar();

    /// <summary>Sum.</summary>
    public static Scalar operator +(Scalar left, Scalar right) => Of(Operation.Add, NodeOf(left), NodeOf(right));

    /// <summary>Difference.</summary>
    public static Scalar operator -(Scalar left, Scalar right) => Of(Operation.Subtract, NodeOf(left), NodeOf(right));

    /// <summary>Product.</summary>
    public static Scalar operator *(Scalar left, Scalar right) => Of(Operation.Multiply, NodeOf(left), NodeOf(right));

    /// <summary>Ratio; infeasible when the divisor is 0.</summary>
    public static Scalar operator /(Scalar left, Scalar right) => Of(Operation.Divide, NodeOf(left), NodeOf(right));

    /// <summary>Whether the left is above the right, in every draw. Declared here too so that a plain number may stand on either side.</summary>
    public static Condition operator >(Scalar left, Scalar right) => Condition.Of(Operation.IsGreater, NodeOf(left), NodeOf(right));

    /// <summary>Whether the left is below the right, in every draw. Declared here too so that a plain number may stand on either side.</summary>
    public static Condition operator <(Scalar left, Scalar right) => Condition.Of(Operation.IsGreater, NodeOf(right), NodeOf(left));

    /// <summary>Whether the left is not below the right, in every draw. Declared here too so that a plain number may stand on either side.</summary>
    public static Condition operator >=(Scalar left, Scalar right) => Condition.Of(Operation.IsAtLeast, NodeOf(left), NodeOf(right));

    /// <summary>Whether the left is not above the right, in every draw. Declared here too so that a plain number may stand on either side.</summary>
    public static Condition operator <=(Scalar left, Scalar right) => Condition.Of(Operation.IsAtLeast, NodeOf(right), NodeOf(left));

    /// <summary>
    /// The next whole number: machines come whole. Rounding noise is forgiven: 0.03 x 700 / 0.7, computed as 30.000000000000004, is 30.
    /// </summary>
    public Scalar Ceiling() => Of(Operation.Ceiling, Node);

    /// <summary>The whole number below, rounding noise forgiven.</summary>
    public Scalar Floor() => Of(Operation.Floor, Node);

    /// <summary>This number to a power; infeasible where that is not a real number.</summary>
    /// <param name="exponent">Power.</param>
    public Scalar Pow(Scalar exponent) => Of(Operation.Power, Node, NodeOf(exponent));

    /// <summary>e to this power.</summary>
    public Scalar Exp() => Of(Operation.Exponential, Node);

    /// <summary>Natural logarithm; infeasible at 0 and below.</summary>
    public Scalar Log() => Of(Operation.Logarithm, Node);

    /// <summary>Square root; infeasible below 0.</summary>
    public Scalar Sqrt() => Of(Operation.SquareRoot, Node);
}
