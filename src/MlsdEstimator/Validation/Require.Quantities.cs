namespace MlsdEstimator;

/// <content>Inputs that are quantities: validated and named in one call.</content>
internal static partial class Require
{
    /// <summary>A leaf may have this much of its mass outside what it may be, and no more.</summary>
    private const double ToleratedMass = 1e-6;

    public static double UnitInterval(double value, string parameter) =>
        value >= 0 && value <= 1 ? value : throw OutOfRange(parameter, Text.Of($"{value}"), "lie between 0 and 1; for percent use FromPercent or 12.Percent");

    public static double Percentage(double value, string parameter) =>
        value >= 0 && value <= 100 ? value : throw OutOfRange(parameter, Text.Of($"{value} %"), "lie between 0 % and 100 %; a factor above 1 is a Scalar");

    public static T NonNegative<T>(Quantity<T> value, string name)
        where T : Quantity<T>, IQuantity<T> => Within(value, name, 0, double.PositiveInfinity, "not be negative", allowLow: true);

    public static T Positive<T>(Quantity<T> value, string name)
        where T : Quantity<T>, IQuantity<T> => Within(value, name, 0, double.PositiveInfinity, "be above 0", allowLow: false);

    public static Scalar AtLeast(double minimum, Scalar value, string name) =>
        Within(value, name, minimum, double.PositiveInfinity, rule: null, allowLow: true);

    public static Fraction PositiveFraction(Fraction value, string name) => Within(value, name, 0, 1, "be above 0 % and at most 100 %", allowLow: false);

    public static Fraction FractionBelowOne(Fraction value, string name)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        if (value.IsFeasible && value.Node.Nominal >= 1)
            throw OutOfRange(name, value.ToString(), "be below 100 %");
        return Named<Fraction>(value, name);
    }

    /// <summary>Names an input whose type already says what it may be.</summary>
    public static T Named<T>(Quantity<T> value, string name)
        where T : Quantity<T>, IQuantity<T>
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return value.Name is null ? value.Named(name) : (T)value;
    }

    public static T NotNull<T>(T value, string name)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return value;
    }

    public static IReadOnlyList<Estimator> Estimators(IReadOnlyList<Estimator> value, string name)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return value.All(estimator => estimator is not null) ? [.. value] : throw new ArgumentException($"'{name}' holds a null; leave the estimator out instead.", name);
    }

    /// <summary>Refuses a leaf that would leave its domain in more than a millionth of its draws.</summary>
    public static void Support(LeafNode leaf, double low, double high, string parameter, string fix)
    {
        (double bottom, double top) = (leaf.Quantile(ToleratedMass), leaf.Quantile(1 - ToleratedMass));
        if (bottom < low || top > high)
        {
            string range = leaf.Dimension.FormatRange(bottom, top);
            throw OutOfRange(parameter, $"{leaf.Distribution}, which reaches {range}", Text.Of($"stay between {low} and {high}; {fix}"));
        }
    }

    /// <summary>Without a rule it is the lower limit. Its text is made only where it is broken: every input of every estimator comes by here.</summary>
    private static T Within<T>(Quantity<T> value, string name, double low, double high, string? rule, bool allowLow)
        where T : Quantity<T>, IQuantity<T>
    {
        ArgumentNullException.ThrowIfNull(value, name);
        double nominal = value.Node.Nominal;
        if (nominal < low || nominal > high || (!allowLow && nominal == low))
            throw OutOfRange(name, value.ToString(), rule ?? AtLeast(low));
        return Named<T>(value.IsCertain ? value : Guarded(value, name, low, high, rule), name);
    }

    private static string AtLeast(double limit) => Text.Of($"be at least {limit}");

    /// <summary>An uncertain input made of one leaf is refused when its tail leaves the domain; a computed one is infeasible in such draws.</summary>
    private static Quantity<T> Guarded<T>(Quantity<T> value, string name, double low, double high, string? rule)
        where T : Quantity<T>, IQuantity<T>
    {
        Interval support = Interval.Of(value.Node);
        if (support.Low >= low && support.High <= high)
            return value;
        if (support.IsExact && double.IsFinite(support.Low) && double.IsFinite(support.High))
            throw OutOfRange(name, $"a range that reaches {value.Node.Dimension.FormatRange(support.Low, support.High)}", $"{rule ?? AtLeast(low)}; use a range of shape (low, best, high) or Uncertain.Range, which stays above 0");
        var limits = Condition.Of(Operation.IsAtLeast, value.Node, new ConstantNode(T.Dimension, low));
        if (double.IsFinite(high))
            limits = limits.And(Condition.Of(Operation.IsAtLeast, new ConstantNode(T.Dimension, high), value.Node));
        Node guard = new OperationNode(T.Dimension, Operation.Guard, limits.Node, value.Node);
        return value.Name is string own ? Quantity<T>.Create(guard).Named(own) : Quantity<T>.Create(guard);
    }
}
