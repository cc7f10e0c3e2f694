namespace MlsdEstimator;

/// <summary>An uncertain input: a distribution times a unit. Each leaf is its own unknown, even beside one with the same numbers.</summary>
/// <param name="factory">What kind of quantity it is.</param>
/// <param name="distribution">What is believed about the number.</param>
/// <param name="unit">Size of the distribution's unit in base units.</param>
/// <param name="score">Where its draws come from; by default a new unknown, independent of all others.</param>
internal sealed class LeafNode(QuantityFactory factory, Uncertain distribution, double unit, LeafScore? score = null)
    : Node(factory.Dimension, distribution.Median * unit, isCertain: false)
{
    private static long created;

    public Uncertain Distribution { get; } = distribution;

    /// <summary>Size of the distribution's unit in base units.</summary>
    public double Unit { get; } = unit;

    /// <summary>The standard-normal score that every draw of this leaf is read at, and with it the correlation with other leaves.</summary>
    public LeafScore Score { get; } = score ?? LeafScore.Alone();

    /// <summary>Order of creation: it decides which streams of draws the leaf reads, so a new input changes no other input's draws.</summary>
    public long Ordinal { get; } = Interlocked.Increment(ref created);

    /// <summary>The typed quantity this is, as long as nobody gave it a name.</summary>
    public IQuantity Quantity => factory.FromNode(this);

    /// <summary>The value below which the fraction <paramref name="probability"/> of our belief lies, in base units.</summary>
    public double Quantile(double probability) => Distribution.PointAt(probability) * Unit;

    /// <summary>The value at a standard-normal score, in base units.</summary>
    public double ValueAt(double score) => Distribution.AtScore(score) * Unit;

    /// <summary>The same distribution as another unknown, drawn at another score.</summary>
    public LeafNode With(LeafScore score) => new(factory, Distribution, Unit, score);

    public override int OperandCount => 0;

    public override Node Operand(int index) => throw new ArgumentOutOfRangeException(nameof(index));
}
