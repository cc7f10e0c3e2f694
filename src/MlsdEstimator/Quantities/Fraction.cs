namespace MlsdEstimator;

/// <summary>A part of a whole, 0 to 1: a hit ratio, a utilisation, a share of users.</summary>
/// <remarks>
/// What stays a fraction stays one: products, and 1 - f. Sums and differences do too, and are infeasible where they leave 0..1.
/// Everything else (twice a fraction, a ratio of two) is a <see cref="Scalar"/>.
/// </remarks>
public sealed class Fraction : Quantity<Fraction>, IQuantity<Fraction>
{
    private Fraction(Node node)
        : base(node)
    {
    }

    /// <summary>Nothing.</summary>
    public static Fraction Zero { get; } = FromBase(0, nameof(Zero));

    /// <summary>All of it.</summary>
    public static Fraction One { get; } = FromBase(1, nameof(One));

    /// <summary>Nominal value, 0 to 1.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Value => BaseValue;

    /// <summary>Nominal value, 0 to 100.</summary>
    /// <exception cref="EstimateException">The quantity is infeasible.</exception>
    public double Percent => In(0.01);

    static Dimension IQuantity<Fraction>.Dimension => Dimensions.Fraction;

    /// <summary>A leaf with more than a millionth of its mass outside 0..1 is refused; a computed node is checked in every draw.</summary>
    static Fraction IQuantity<Fraction>.FromNode(Node node)
    {
        if (node is LeafNode leaf)
            Require.Support(leaf, 0, 1, "fraction", "use Uncertain.FractionRange(low, high), which stays inside 0..1");
        return new(node);
    }

    /// <summary>A fraction.</summary>
    /// <param name="value">0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not in 0..1.</exception>
    public static Fraction FromRatio(double value) => FromBase(Require.UnitInterval(value, nameof(value)), nameof(value));

    /// <summary>A fraction in percent.</summary>
    /// <param name="value">0 to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not in 0..100.</exception>
    public static Fraction FromPercent(double value) => FromBase(Require.Percentage(value, nameof(value)) / 100, nameof(value));

    /// <summary>A number as a fraction: infeasible in every draw where it is not in 0..1.</summary>
    /// <param name="value">A number.</param>
    public static Fraction FromScalar(Scalar value) => Held(AsFraction(NodeOf(value)));

    /// <summary>(low, high): a new input, 90 % between the ends, logit-normal.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An end is not strictly between 0 and 1, or they are not in order.</exception>
    public static implicit operator Fraction((double Low, double High) range) => Uncertain.FractionRange(range.Low, range.High).AsFraction();

    /// <summary>(low, best, high): a new input, 90 % between the ends, two-piece logit-normal.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is not strictly between 0 and 1, or they are not in order.</exception>
    public static implicit operator Fraction((double Low, double Best, double High) range) =>
        Uncertain.FractionRange(range.Low, range.Best, range.High).AsFraction();

    /// <summary>A fraction is a number.</summary>
    public static implicit operator Scalar(Fraction fraction) => Scalar.Create(NodeOf(fraction));

    /// <summary>The fraction as a number.</summary>
    public Scalar AsScalar() => Scalar.Create(Node);

    /// <summary>Sum; infeasible above 1.</summary>
    public static Fraction operator +(Fraction left, Fraction right) =>
        Held(new OperationNode(Dimensions.Fraction, Operation.Add, NodeOf(left), NodeOf(right)));

    /// <summary>Difference; infeasible below 0.</summary>
    public static Fraction operator -(Fraction left, Fraction right) =>
        Held(new OperationNode(Dimensions.Fraction, Operation.Subtract, NodeOf(left), NodeOf(right)));

    /// <summary>The rest: 1 - f.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not 1.</exception>
    public static Fraction operator -(int whole, Fraction part) =>
        whole == 1
            ? Of(Operation.Subtract, One.Node, NodeOf(part))
            : throw new ArgumentOutOfRangeException(nameof(whole), whole, $"Only 1 - fraction is a fraction; for {whole} - fraction convert it with AsScalar().");

    /// <summary>The sign changed: a plain number.</summary>
    public static Scalar operator -(Fraction fraction) => Scalar.Create(new OperationNode(Dimensions.Scalar, Operation.Negate, NodeOf(fraction)));

    /// <summary>The part of a part.</summary>
    public static Fraction operator *(Fraction left, Fraction right) => Of(Operation.Multiply, NodeOf(left), NodeOf(right));

    /// <summary>So many times the fraction: a plain number.</summary>
    public static Scalar operator *(Fraction fraction, Scalar factor) =>
        Scalar.Create(new OperationNode(Dimensions.Scalar, Operation.Multiply, NodeOf(fraction), NodeOf(factor)));

    /// <summary>So many times the fraction: a plain number.</summary>
    public static Scalar operator *(Scalar factor, Fraction fraction) =>
        Scalar.Create(new OperationNode(Dimensions.Scalar, Operation.Multiply, NodeOf(factor), NodeOf(fraction)));

    /// <summary>The fraction divided by a number: a plain number.</summary>
    public static Scalar operator /(Fraction fraction, Scalar divisor) =>
        Scalar.Create(new OperationNode(Dimensions.Scalar, Operation.Divide, NodeOf(fraction), NodeOf(divisor)));

    private protected override Fraction Between(double low, double? best, double high) =>
        (best is double given ? Uncertain.FractionRange(low, given, high) : Uncertain.FractionRange(low, high)).AsFraction();

    /// <summary>The same plain number or ratio, printed as a fraction.</summary>
    private static Node AsFraction(Node node) => node switch
    {
        ConstantNode { Infeasibility: null } => new ConstantNode(Dimensions.Fraction, node.Nominal),
        OperationNode { OperandCount: 2 } ratio => new OperationNode(Dimensions.Fraction, ratio.Operation, ratio.Operand(0), ratio.Operand(1)),
        _ => node,
    };

    /// <summary>The node where it lies in 0..1, infeasible elsewhere.</summary>
    private static Fraction Held(Node node)
    {
        var inside = Condition.Of(Operation.IsAtLeast, node, Zero.Node).And(Condition.Of(Operation.IsAtLeast, One.Node, node));
        if (node.IsCertain && inside.Nominally == true)
            return Create(node);
        return Create(new OperationNode(Dimensions.Fraction, Operation.Guard, inside.Node, node));
    }
}
