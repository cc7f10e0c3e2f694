using System.Numerics.Tensors;

namespace MlsdEstimator;

/// <summary>A request takes one of several ways.</summary>
/// <param name="weights">Shares of the ways, not negative; they sum to 1.</param>
/// <param name="parts">Law of each way.</param>
internal sealed class MixtureLaw(double[] weights, Law[] parts) : Law
{
    public override double Least => Taken().Min(part => part.Least);

    public override IEnumerable<double> Corners => Taken().SelectMany(part => part.Corners);

    public override void Above(ReadOnlySpan<double> times, Span<double> above)
    {
        above.Clear();
        Span<double> one = times.Length <= 512 ? stackalloc double[times.Length] : new double[times.Length];
        for (int part = 0; part < parts.Length; part++)
        {
            if (weights[part] == 0)
                continue;
            parts[part].Above(times, one);
            TensorPrimitives.MultiplyAdd(one, weights[part], above, above);
        }
    }

    public override double Reach(double tail) => Taken().Max(part => part.Reach(tail));

    public override double Floor(double tail) => Taken().Min(part => part.Floor(tail));

    public override RawMoments UpTo(double limit)
    {
        var sum = default(RawMoments);
        for (int part = 0; part < parts.Length; part++)
            sum += weights[part] == 0 ? default : weights[part] * parts[part].UpTo(limit);
        return sum;
    }

    /// <summary>Between the quantiles of the parts, as far as they are cheap: those of sums cost more than the search.</summary>
    protected override (double Low, double High) Bracket(double tail) => (Floor(tail), Reach(tail));

    private IEnumerable<Law> Taken() => parts.Where((_, part) => weights[part] > 0);
}
