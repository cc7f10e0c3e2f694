using System.Numerics.Tensors;

namespace MlsdEstimator;

/// <summary>Another law's time, times a factor, plus a delay.</summary>
/// <param name="inner">The law.</param>
/// <param name="factor">Above 0.</param>
/// <param name="delay">Not negative.</param>
internal sealed class ScaledLaw(Law inner, double factor, double delay) : Law
{
    public Law Inner { get; } = inner;

    public double Factor { get; } = factor;

    public double Delay { get; } = delay;

    public override double Least => Delay + Factor * Inner.Least;

    public override IEnumerable<double> Corners => Inner.Corners.Select(corner => Delay + Factor * corner);

    public override Moments Moments
    {
        get
        {
            Moments moments = Inner.Moments;
            return new Moments(Delay + Factor * moments.Mean, Factor * Factor * moments.Variance, Factor * Factor * Factor * moments.Third);
        }
    }

    public override void Above(ReadOnlySpan<double> times, Span<double> above)
    {
        Span<double> own = times.Length <= 512 ? stackalloc double[times.Length] : new double[times.Length];
        TensorPrimitives.Subtract(times, Delay, own);
        TensorPrimitives.Divide(own, Factor, own);
        Inner.Above(own, above);
    }

    public override double Exceeded(double tail) => Delay + Factor * Inner.Exceeded(tail);

    public override double Reach(double tail) => Delay + Factor * Inner.Reach(tail);

    public override double Floor(double tail) => Delay + Factor * Inner.Floor(tail);

    public override RawMoments UpTo(double limit)
    {
        if (limit <= Delay)
            return RawMoments.At(limit);
        RawMoments own = Inner.UpTo((limit - Delay) / Factor);
        return new RawMoments(Factor * own.First, Factor * Factor * own.Second, Factor * Factor * Factor * own.Third).Shifted(Delay);
    }

    protected override (double Low, double High) Bracket(double tail) => (Least, Reach(tail));
}
