namespace MlsdEstimator;

/// <summary>What one input does to a quantity.</summary>
/// <typeparam name="T">Type of the quantity.</typeparam>
public sealed class Sensitivity<T> : ISensitivity
    where T : Quantity<T>, IQuantity<T>
{
    private readonly LeafNode? leaf;
    private readonly Lazy<VarianceShares>? shares;

    internal Sensitivity(IQuantity input, double elasticity, T atLow, T atHigh, LeafNode? leaf, Lazy<VarianceShares>? shares)
    {
        (Input, Elasticity, AtLow, AtHigh) = (input, elasticity, atLow, atHigh);
        (this.leaf, this.shares) = (leaf, shares);
    }

    /// <summary>The input.</summary>
    public IQuantity Input { get; }

    /// <summary>Percent that the quantity changes when the input changes by one percent, at best guesses. 0 where a ceiling flattens it; then read the swing.</summary>
    public double Elasticity { get; }

    /// <summary>The quantity with this input at its own low end and all others at their best guess.</summary>
    public T AtLow { get; }

    /// <summary>The quantity with this input at its own high end and all others at their best guess.</summary>
    public T AtHigh { get; }

    /// <summary>The name of the input, or its kind and range where it has none: "unnamed duration, 1 to 4 s (90%)".</summary>
    public string Label => NamedInputs.LabelOf(Input);

    /// <summary>
    /// First-order share: the part of the variance that this input explains alone, and by which doubt would shrink on average if it became known. 0 to 1, and the
    /// shares of all inputs sum to at most 1; what is missing comes from inputs acting together. Null for a certain input, and where <see cref="VarianceNote"/> says why.
    /// </summary>
    public double? VarianceShare => First?.Value;

    /// <summary>Standard error of <see cref="VarianceShare"/>, from independent randomisations.</summary>
    public double? VarianceShareError => First?.Error;

    /// <summary>
    /// Total share: the part of the variance in which this input takes part, alone or together with others, and that would remain if all others became known. At least
    /// <see cref="VarianceShare"/> and at most 1; an input with a total of 0 may be fixed. Computed at the first reading, for all inputs at once: one more run for each input.
    /// </summary>
    public double? TotalVarianceShare => Total?.Value;

    /// <summary>Standard error of <see cref="TotalVarianceShare"/>, from independent randomisations.</summary>
    public double? TotalVarianceShareError => Total?.Error;

    /// <summary>Of what the shares are shares; null where there are none.</summary>
    public VarianceScale? VarianceScale => First is null ? null : shares!.Value.Scale;

    /// <summary>Why there are no shares of variance for this input, or why they are shares of the variance of the logarithm; null where they are what they say.</summary>
    public string? VarianceNote => leaf is null ? "it is certain" : shares?.Value.NoteOf(leaf);

    IQuantity ISensitivity.AtLow => AtLow;

    IQuantity ISensitivity.AtHigh => AtHigh;

    /// <summary>Width of the swing in base units, infinite when an end is infeasible.</summary>
    internal double Swing => AtLow.IsFeasible && AtHigh.IsFeasible ? Math.Abs(AtHigh.BaseValue - AtLow.BaseValue) : double.PositiveInfinity;

    private ShareEstimate? First => leaf is null ? null : shares?.Value.First(leaf);

    private ShareEstimate? Total => leaf is null ? null : shares?.Value.Total(leaf);

    /// <summary>"requests per user per day: elasticity 1, 34.7 k/s to 347 k/s".</summary>
    public override string ToString() => Text.Of($"{Label}: elasticity {Elasticity:0.##}, {AtLow} to {AtHigh}");
}
