namespace MlsdEstimator;

/// <summary>The slowest of equal calls: P(T &lt;= t) = F(t)^n.</summary>
/// <param name="call">Law of one call.</param>
/// <param name="count">How many, at least 1.</param>
internal sealed class FanOutLaw(Law call, double count) : Law
{
    public override IEnumerable<double> Corners => call.Corners;

    public override void Above(ReadOnlySpan<double> times, Span<double> above)
    {
        call.Above(times, above);
        foreach (ref double tail in above)
            tail = TailProbability.OfAny(tail, count);
    }

    public override double Exceeded(double tail) => call.Exceeded(TailProbability.OfEach(tail, count));

    public override double Reach(double tail) => call.Reach(TailProbability.OfEach(tail, count));

    public override double Floor(double tail) => call.Floor(TailProbability.OfEach(tail, count));

    protected override (double Low, double High) Bracket(double tail) => (Exceeded(tail), Exceeded(tail));
}
