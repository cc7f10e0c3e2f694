namespace MlsdEstimator;

/// <summary>
/// One immutable node of the expression graph: what a quantity is, how it came about, and its nominal value, computed when it is made.
/// </summary>
/// <remarks>
/// Identity: a leaf is its object; everything else is merged by exact value numbering when a <see cref="Tape"/> is compiled, so a bare node carries no key.
/// Every walk over nodes is iterative and visits a shared node once (<see cref="GraphWalk"/>).
/// </remarks>
internal abstract class Node(Dimension dimension, double nominal, bool isCertain)
{
    /// <summary>Unit table and text of the values this node takes.</summary>
    public Dimension Dimension { get; } = dimension;

    /// <summary>Value in base units with every input at its best guess; NaN when infeasible.</summary>
    public double Nominal { get; } = nominal;

    /// <summary>No uncertain leaf below: the nominal value is the value.</summary>
    public bool IsCertain { get; } = isCertain;

    public bool IsFeasible => !double.IsNaN(Nominal);

    public abstract int OperandCount { get; }

    public abstract Node Operand(int index);

    /// <summary>The node under any annotations: names, sources and aspects are transparent to every calculation.</summary>
    public virtual Node Bare => this;
}
