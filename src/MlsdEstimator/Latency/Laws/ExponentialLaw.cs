namespace MlsdEstimator;

/// <summary>P(T > t) = e^(-t / mean).</summary>
/// <param name="mean">Above 0.</param>
internal sealed class ExponentialLaw(double mean) : Law
{
    public double Mean => mean;

    public override void Above(ReadOnlySpan<double> times, Span<double> above)
    {
        for (int i = 0; i < times.Length; i++)
            above[i] = Math.Exp(-Math.Max(times[i], 0) / mean);
    }

    public override double Exceeded(double tail) => -mean * Math.Log(tail);

    public override double Floor(double tail) => Exceeded(tail);

    public override RawMoments UpTo(double limit)
    {
        double x = limit / mean, above = Math.Exp(-x);
        if (above == 0)
            return new RawMoments(mean, 2 * mean * mean, 6 * mean * mean * mean);
        return new RawMoments(
            mean * (1 - above),
            2 * mean * mean * (1 - above * (1 + x)),
            6 * mean * mean * mean * (1 - above * (1 + x + x * x / 2)));
    }

    protected override (double Low, double High) Bracket(double tail) => (Exceeded(tail), Exceeded(tail));
}
