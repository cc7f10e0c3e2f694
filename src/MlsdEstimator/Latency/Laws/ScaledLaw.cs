using System.Numerics.Tensors;

namespace MlsdEstimator;

/// <summary>Another law's time, times a factor, plus a delay.</summary>
/// <param name="inner">The law.</param>
/// <param name="factor">Above 0.</param>
/// <param name="delay">Not negative.</param>
internal sealed class ScaledLaw(Law inner, double factor, double delay) : Law
{
    public override double Least => delay + factor * inner.Least;

    public override Moments Moments
    {
        get
        {
            Moments moments = inner.Moments;
            return new Moments(delay + factor * moments.Mean, factor * factor * moments.Variance, factor * factor * factor * moments.Third);
        }
    }

    public override void Above(ReadOnlySpan<double> times, Span<double> above)
    {
        Span<double> own = times.Length <= 512 ? stackalloc double[times.Length] : new double[times.Length];
        TensorPrimitives.Subtract(times, delay, own);
        TensorPrimitives.Divide(own, factor, own);
        inner.Above(own, above);
    }

    public override double Exceeded(double tail) => delay + factor * inner.Exceeded(tail);

    public override double Reach(double tail) => delay + factor * inner.Reach(tail);

    public override RawMoments UpTo(double limit)
    {
        if (limit <= delay)
            return RawMoments.At(limit);
        RawMoments own = inner.UpTo((limit - delay) / factor);
        return new RawMoments(factor * own.First, factor * factor * own.Second, factor * factor * factor * own.Third).Shifted(delay);
    }

    protected override (double Low, double High) Bracket(double tail) => (Least, Reach(tail));
}
