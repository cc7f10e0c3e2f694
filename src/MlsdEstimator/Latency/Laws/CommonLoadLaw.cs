namespace MlsdEstimator;

/// <summary>One stage's time when the load that all stages share is known: its score is sqrt(r) x common + sqrt(1 - r) x own.</summary>
/// <param name="stage">Law of the stage over all loads.</param>
/// <param name="common">Score of the common load.</param>
/// <param name="correlation">r, correlation of the scores of two stages, strictly between 0 and 1.</param>
internal sealed class CommonLoadLaw(Law stage, double common, double correlation) : Law
{
    private readonly double shared = Math.Sqrt(correlation) * common;
    private readonly double own = Math.Sqrt(1 - correlation);

    public override double Least => stage.Least;

    public override void Above(ReadOnlySpan<double> times, Span<double> above)
    {
        stage.Above(times, above);
        foreach (ref double tail in above)
            tail = tail is 0 or 1 ? tail : NormalTable.Probability((StandardNormal.Score(tail) + shared) / own);
    }

    public override double Exceeded(double tail) => stage.Exceeded(AllLoads(tail));

    public override double Reach(double tail) => stage.Reach(AllLoads(tail));

    protected override (double Low, double High) Bracket(double tail) => (Exceeded(tail), Exceeded(tail));

    private double AllLoads(double tail) => StandardNormal.Probability(StandardNormal.Score(tail) * own - shared);
}
