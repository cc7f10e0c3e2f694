using System.Numerics.Tensors;

namespace MlsdEstimator;

/// <summary>A second copy is sent when the first has not answered after a while: P(T > t) = S(t), from then on S(t) S'(t - delay).</summary>
/// <param name="first">Law of the first copy.</param>
/// <param name="second">Law of the second copy.</param>
/// <param name="delay">Not negative.</param>
internal sealed class HedgedLaw(Law first, Law second, double delay) : Law
{
    public override double Least => Math.Min(first.Least, delay + second.Least);

    public override IEnumerable<double> Corners => [delay, .. first.Corners, .. second.Corners.Select(corner => delay + corner)];

    public override void Above(ReadOnlySpan<double> times, Span<double> above)
    {
        Span<double> later = times.Length <= 512 ? stackalloc double[times.Length] : new double[times.Length];
        TensorPrimitives.Subtract(times, delay, later);
        second.Above(later, above);
        first.Above(times, later);
        TensorPrimitives.Multiply(later, above, above);
    }

    public override double Reach(double tail) => first.Reach(tail);

    /// <summary>P(T > t) has a corner at the delay.</summary>
    public override RawMoments UpTo(double limit) => limit <= delay
        ? first.UpTo(limit)
        : first.UpTo(delay) + (RawMoments.Integrated(this, delay, limit) - RawMoments.At(delay));

    protected override (double Low, double High) Bracket(double tail)
    {
        double alone = first.Exceeded(tail);
        return alone <= delay ? (alone, alone) : (Math.Min(delay, alone), alone);
    }
}
