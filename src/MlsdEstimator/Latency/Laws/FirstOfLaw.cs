namespace MlsdEstimator;

/// <summary>The fastest of equal calls: P(T > t) = P(one > t)^n.</summary>
/// <param name="call">Law of one call.</param>
/// <param name="count">How many, at least 1.</param>
internal sealed class FirstOfLaw(Law call, double count) : Law
{
    public override IEnumerable<double> Corners => call.Corners;

    public override void Above(ReadOnlySpan<double> times, Span<double> above)
    {
        call.Above(times, above);
        foreach (ref double tail in above)
            tail = Math.Pow(tail, count);
    }

    public override double Least => call.Least;

    public override double Exceeded(double tail) => call.Exceeded(Math.Pow(tail, 1 / count));

    public override double Reach(double tail) => call.Reach(Math.Pow(tail, 1 / count));

    protected override (double Low, double High) Bracket(double tail) => (Exceeded(tail), Exceeded(tail));
}
