using System.Diagnostics.CodeAnalysis;

namespace MlsdEstimator;

/// <summary>
/// A value with a unit that may be a range and that remembers how it came about: what all quantity types share.
/// </summary>
/// <remarks>
/// Quantities are immutable. Arithmetic builds an expression graph, from which the number, the range and the derivation are read.
/// A quantity may be negative (a saving is a difference); estimators refuse negative inputs where they make no sense.
/// </remarks>
/// <typeparam name="TSelf">The type itself.</typeparam>
public abstract partial class Quantity<TSelf> : IQuantity, IEquatable<TSelf>, ISpanFormattable, ISpanParsable<TSelf>
    where TSelf : Quantity<TSelf>, IQuantity<TSelf>
{
    private protected Quantity(Node node) => Node = node;

    /// <inheritdoc/>
    public string? Name => Annotation?.Name;

    /// <inheritdoc/>
    public string? Source => Annotation?.Source;

    /// <inheritdoc/>
    public DateOnly? AsOf => Annotation?.AsOf;

    /// <inheritdoc/>
    public bool IsDefault => Annotation?.IsDefault ?? false;

    /// <inheritdoc/>
    public IReadOnlyList<Aspect> Aspects => AspectFlow.Of(Node);

    /// <inheritdoc/>
    public bool IsCertain => Node.IsCertain;

    /// <inheritdoc/>
    public bool IsFeasible => Node.IsFeasible;

    /// <inheritdoc/>
    public string? WhyInfeasible => Node.IsFeasible ? null : Infeasibility.Reason(Node);

    /// <inheritdoc/>
    public string BaseUnit => Node.Dimension.Base.Symbol;

    /// <inheritdoc/>
    public double BaseValue => Node.IsFeasible ? Node.Nominal : throw new EstimateException(Infeasibility.Message(Node));

    internal Node Node { get; }

    Node IQuantity.Node => Node;

    private Annotation? Annotation => (Node as AnnotatedNode)?.Annotation;

    private Annotation Own => Annotation ?? Annotation.None;

    TResult IQuantity.Accept<TResult>(IQuantityVisitor<TResult> visitor) => visitor.Visit((TSelf)this);

    /// <summary>The same quantity under a name: what results, derivations and reports call it.</summary>
    /// <param name="name">A name in the words of the field.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public TSelf Named(string name)
    {
        Require.NotBlank(name, nameof(name));
        if (Name == name)
            return (TSelf)this;
        return Annotation is { Name: null } unnamed ? Annotated(unnamed with { Name = name }) : Create(Wrap(Node, new Annotation { Name = name }));
    }

    /// <summary>The same quantity with the source of its number.</summary>
    /// <param name="source">Publication, page or measurement.</param>
    /// <param name="asOf">Date of the source, where known.</param>
    /// <exception cref="ArgumentException">The source is empty.</exception>
    public TSelf Cited(string source, DateOnly? asOf = null)
    {
        Require.NotBlank(source, nameof(source));
        return Annotated(Own with { Source = source, AsOf = asOf });
    }

    /// <summary>The same quantity as a default of the library: listed until somebody confirms it by giving a value.</summary>
    internal TSelf AsDefault(string source) => Annotated(Own with { Source = source, IsDefault = true });

    /// <summary>The same quantity as a decision that must be a whole number of at least so many.</summary>
    internal TSelf AsWhole(double least) => Annotated(Own with { LeastWhole = least });

    /// <summary>The same quantity, marked with what it stands for beyond its unit.</summary>
    /// <param name="aspects">Aspects to add; one replaces an earlier one of its kind.</param>
    public TSelf Marked(params ReadOnlySpan<Aspect> aspects)
    {
        Aspect[] added = aspects.ToArray();
        foreach (Aspect aspect in added)
            ArgumentNullException.ThrowIfNull(aspect, nameof(aspects));
        Annotation own = Own;
        return AspectFlow.Holds(own.Aspects, added) ? (TSelf)this : Annotated(own with { Aspects = AspectFlow.Override(own.Aspects, added) });
    }

    /// <summary>The same quantity when <paramref name="condition"/> holds, and infeasible, with the reason, where it does not.</summary>
    /// <param name="condition">What must hold: load below capacity, a model that fits.</param>
    /// <param name="otherwise">Reason to give where it does not hold.</param>
    public TSelf FeasibleWhen(Condition condition, string otherwise)
    {
        ArgumentNullException.ThrowIfNull(condition);
        Require.NotBlank(otherwise, nameof(otherwise));
        var reason = new ConstantNode(TSelf.Dimension, double.NaN, otherwise);
        return Create(new OperationNode(TSelf.Dimension, Operation.If, condition.Node, Node, reason));
    }

    /// <summary>A range whose lower end is this quantity and whose upper end is <paramref name="high"/>: a new uncertain input.</summary>
    /// <param name="high">The 95 % point.</param>
    /// <param name="best">Best guess (median); by default the geometric middle.</param>
    /// <exception cref="ArgumentException">An end is itself uncertain.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An end is not above 0, or the values are not in order.</exception>
    public TSelf To(TSelf high, TSelf? best = null)
    {
        double low = CertainBase(this), top = CertainBase(high);
        return Between(low, best is null ? null : CertainBase(best), top);
    }

    /// <summary>True when both are certain and equal in base units, or both are the same uncertain quantity.</summary>
    /// <param name="other">Quantity to compare with.</param>
    public bool Equals([NotNullWhen(true)] TSelf? other)
    {
        if (other is null)
            return false;
        return ReferenceEquals(Node.Bare, other.Node.Bare) || (IsCertain && other.IsCertain && Node.Nominal == other.Node.Nominal);
    }

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as TSelf);

    /// <inheritdoc/>
    public sealed override int GetHashCode() =>
        IsCertain && IsFeasible ? Node.Nominal.GetHashCode() : System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Node.Bare);

    internal static TSelf Create(Node node) => TSelf.FromNode(node);

    /// <summary>A certain quantity; every factory and number literal ends here.</summary>
    private protected static TSelf FromBase(double value, string parameter) =>
        Create(new ConstantNode(TSelf.Dimension, Require.Finite(value, parameter)));

    private protected static TSelf Of(Operation operation, Node a) => Create(new OperationNode(TSelf.Dimension, operation, a));

    private protected static TSelf Of(Operation operation, Node a, Node b) => Create(new OperationNode(TSelf.Dimension, operation, a, b));

    /// <summary>Nominal value in a unit, for the typed readers.</summary>
    private protected double In(double unit) => Readable(BaseValue / unit);

    /// <summary>No infinity leaves as a number: 1e305 s has no number of nanoseconds.</summary>
    private protected double Readable(double value) =>
        double.IsFinite(value) ? value : throw new EstimateException($"{Name ?? $"This {Node.Dimension.Name}"} is {this}, too large to be read in this unit; read it in a larger one.");

    private protected virtual TSelf Between(double low, double? best, double high)
    {
        Uncertain range = best is double given ? Uncertain.Range(low, given, high) : Uncertain.Range(low, high);
        return Create(new LeafNode(QuantityFactory<TSelf>.Instance, range, 1));
    }

    private static double CertainBase(Quantity<TSelf> end)
    {
        ArgumentNullException.ThrowIfNull(end);
        if (!end.IsCertain)
            throw new ArgumentException($"The end of a range must be certain, but '{end}' is itself a range. Give the two ends as plain values.", nameof(end));
        return end.BaseValue;
    }

    private TSelf Annotated(Annotation annotation) => Create(Wrap(Node is AnnotatedNode annotated ? annotated.Inner : Node, annotation));

    private static AnnotatedNode Wrap(Node node, Annotation annotation) => new(node, annotation, QuantityFactory<TSelf>.Instance);
}
