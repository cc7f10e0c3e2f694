namespace MlsdEstimator;

/// <summary>A node with a name, a source or aspects.</summary>
internal sealed class AnnotatedNode(Node inner, Annotation annotation, QuantityFactory factory) : Node(inner.Dimension, inner.Nominal, inner.IsCertain)
{
    public Node Inner { get; } = inner;

    public Annotation Annotation { get; } = annotation;

    public override Node Bare { get; } = inner.Bare;

    /// <summary>The typed quantity this is.</summary>
    public IQuantity Quantity => factory.FromNode(this);

    /// <summary>The same annotation on another node of this type.</summary>
    public AnnotatedNode On(Node other) => new(other, Annotation, factory);

    /// <summary>The same under another name.</summary>
    public AnnotatedNode Renamed(string name) => new(Inner, Annotation with { Name = name }, factory);

    public override int OperandCount => 1;

    public override Node Operand(int index) => index == 0 ? Inner : throw new ArgumentOutOfRangeException(nameof(index));
}
