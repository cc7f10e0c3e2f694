namespace MlsdEstimator;

/// <summary>Every request takes the same time.</summary>
/// <param name="time">Not negative.</param>
internal sealed class ConstantLaw(double time) : Law
{
    public double Time { get; } = time;

    public override IEnumerable<double> Corners => [Time];

    public override void Above(ReadOnlySpan<double> times, Span<double> above)
    {
        for (int i = 0; i < times.Length; i++)
            above[i] = times[i] < Time ? 1 : 0;
    }

    public override double Exceeded(double tail) => Time;

    public override double Floor(double tail) => Exceeded(tail);

    public override RawMoments UpTo(double limit) => RawMoments.At(Math.Min(Time, limit));

    protected override (double Low, double High) Bracket(double tail) => (Time, Time);
}
