namespace MlsdEstimator;

/// <summary>Makes the typed quantity of a node found in a graph, where the type is no longer known to the compiler.</summary>
internal abstract class QuantityFactory
{
    public abstract Dimension Dimension { get; }

    public abstract IQuantity FromNode(Node node);
}

/// <inheritdoc/>
internal sealed class QuantityFactory<T> : QuantityFactory
    where T : IQuantity<T>
{
    public static QuantityFactory<T> Instance { get; } = new();

    public override Dimension Dimension => T.Dimension;

    public override IQuantity FromNode(Node node) => T.FromNode(node);
}
