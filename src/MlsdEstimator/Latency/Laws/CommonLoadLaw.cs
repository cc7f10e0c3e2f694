using System.Numerics.Tensors;

namespace MlsdEstimator;

/// <summary>One stage's time when the load that all stages share is known: its score is sqrt(r) x common + sqrt(1 - r) x own.</summary>
/// <param name="stage">Law of the stage over all loads.</param>
/// <param name="common">Score of the common load.</param>
/// <param name="correlation">r, correlation of the scores of two stages, strictly between 0 and 1.</param>
internal sealed class CommonLoadLaw(Law stage, double common, double correlation) : Law
{
    /// <summary>Tails of 0 and 1 have no score; these differ from them by nothing that is read.</summary>
    private const double LeastTail = 1e-300;

    private const double RoundingError = 1.1102230246251565e-16;

    private readonly double shared = Math.Sqrt(correlation) * common;
    private readonly double own = Math.Sqrt(1 - correlation);

    public override double Least => stage.Least;

    public override void Above(ReadOnlySpan<double> times, Span<double> above)
    {
        stage.Above(times, above);
        TensorPrimitives.Clamp(above, LeastTail, 1 - RoundingError, above);
        StandardNormal.Scores(above, above);
        foreach (ref double score in above)
            score = NormalTable.Probability((score + shared) / own);
    }

    public override double Exceeded(double tail) => stage.Exceeded(AllLoads(tail));

    public override double Reach(double tail) => stage.Reach(AllLoads(tail));

    protected override (double Low, double High) Bracket(double tail) => (Exceeded(tail), Exceeded(tail));

    private double AllLoads(double tail) => StandardNormal.Probability(StandardNormal.Score(tail) * own - shared);
}
