namespace MlsdEstimator;

/// <summary>An uncertain input: a distribution times a unit. Each leaf is its own unknown, even beside one with the same numbers.</summary>
internal sealed class LeafNode(Dimension dimension, Uncertain distribution, double unit)
    : Node(dimension, distribution.Median * unit, isCertain: false)
{
    private static long created;

    public Uncertain Distribution { get; } = distribution;

    /// <summary>Size of the distribution's unit in base units.</summary>
    public double Unit { get; } = unit;

    /// <summary>Order of creation: it decides which stream of draws the leaf reads, so a new input changes no other input's draws.</summary>
    public long Ordinal { get; } = Interlocked.Increment(ref created);

    /// <summary>The value below which the fraction <paramref name="probability"/> of our belief lies, in base units.</summary>
    public double Quantile(double probability) => Distribution.PointAt(probability) * Unit;

    public override int OperandCount => 0;

    public override Node Operand(int index) => throw new ArgumentOutOfRangeException(nameof(index));
}
