using MathNet.Numerics;
using MathNet.Numerics.RootFinding;

namespace MlsdEstimator;

/// <summary>The k-th answer of n equal calls: P(T > t) = P(fewer than k of n are back) = I(P(one > t); n - k + 1, k).</summary>
/// <param name="call">Law of one call.</param>
/// <param name="needed">k, a whole number of at least 1.</param>
/// <param name="sent">n, a whole number of at least k.</param>
internal sealed class OrderLaw(Law call, double needed, double sent) : Law
{
    private const double Accuracy = 1e-15;

    private const int MostSteps = 200;

    public override double Least => call.Least;

    public override IEnumerable<double> Corners => call.Corners;

    public override void Above(ReadOnlySpan<double> times, Span<double> above)
    {
        call.Above(times, above);
        foreach (ref double tail in above)
            tail = TailOfAll(tail);
    }

    public override double Exceeded(double tail) => call.Exceeded(TailOfOne(tail));

    public override double Reach(double tail) => call.Reach(TailOfOne(tail));

    protected override (double Low, double High) Bracket(double tail) => (Exceeded(tail), Exceeded(tail));

    private double TailOfAll(double tail) => tail is 0 or 1 ? tail : SpecialFunctions.BetaRegularized(sent - needed + 1, needed, tail);

    /// <summary>Inverse of <see cref="TailOfAll"/>, whatever the law of a call: between waiting for all of them and for the first one.</summary>
    private double TailOfOne(double tail)
    {
        (double low, double high) = (Math.Log(TailProbability.OfEach(tail, sent)), Math.Log(tail) / sent);
        double Excess(double part) => Math.Log(TailOfAll(Math.Exp(low + part * (high - low))) / tail);
        return Excess(0) >= 0 ? Math.Exp(low) : Excess(1) <= 0 ? Math.Exp(high) : Math.Exp(low + Brent.FindRoot(Excess, 0, 1, Accuracy, MostSteps) * (high - low));
    }
}
