namespace MlsdEstimator.Samples;

/// <summary>A linear scale from values to character cells; what cannot be lies beyond its upper end.</summary>
internal sealed class BarScale
{
    /// <summary>Cells kept for what cannot be.</summary>
    private const int Beyond = 4;

    private readonly double low;
    private readonly double high;
    private readonly int last;

    public BarScale(IEnumerable<IQuantity> values, int width)
    {
        IQuantity[] all = [.. values];
        double[] feasible = [.. all.Where(value => value.IsFeasible).Select(value => value.BaseValue)];
        (low, high, Width) = (feasible.Min(), feasible.Max(), width);
        last = Width - 1 - (feasible.Length < all.Length ? Beyond : 0);
    }

    public int Width { get; }

    public int Position(IQuantity value) =>
        !value.IsFeasible ? Width - 1 : high > low ? (int)Math.Round((value.BaseValue - low) / (high - low) * last) : 0;
}
