using MathNet.Numerics;

namespace MlsdEstimator;

/// <summary>The k-th answer of n equal calls: P(T > t) = P(fewer than k of n are back) = I(P(one > t); n - k + 1, k).</summary>
/// <param name="call">Law of one call.</param>
/// <param name="needed">k, a whole number of at least 1.</param>
/// <param name="sent">n, a whole number of at least k.</param>
internal sealed class OrderLaw(Law call, double needed, double sent) : Law
{
    public override double Least => call.Least;

    public override void Above(ReadOnlySpan<double> times, Span<double> above)
    {
        call.Above(times, above);
        foreach (ref double tail in above)
            tail = tail is 0 or 1 ? tail : SpecialFunctions.BetaRegularized(sent - needed + 1, needed, tail);
    }

    public override double Reach(double tail) => call.Reach(TailProbability.OfEach(tail, sent));

    /// <summary>Between the first and the last of all.</summary>
    protected override (double Low, double High) Bracket(double tail) =>
        (call.Exceeded(Math.Pow(tail, 1 / sent)), call.Exceeded(TailProbability.OfEach(tail, sent)));
}
