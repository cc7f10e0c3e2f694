namespace MlsdEstimator;

/// <summary>(low, best, high): two log-normal halves that meet at the median.</summary>
internal sealed class RangeDistribution : Uncertain
{
    private readonly double below;
    private readonly double above;

    public RangeDistribution(double low, double best, double high, double confidence)
    {
        Require.RangeEnds(low, high, nameof(high));
        Require.Between(low, best, high, nameof(best));
        Confidence = Require.InsideUnitInterval(confidence, nameof(confidence));
        (Low, Best, High) = (low, best, high);
        double score = StandardNormal.ScoreOfCentral(confidence);
        (below, above) = (Math.Log(best / low) / score, Math.Log(high / best) / score);
    }

    public double Low { get; }

    public double Best { get; }

    public double High { get; }

    public override double Confidence { get; }

    public override double Median => Best;

    internal override double AtScore(double score) => Best * Math.Exp(score * (score < 0 ? below : above));

    public override string ToString() => Text.Of($"range {Low} | {Best} | {High} ({Confidence * 100:0.#} %)");
}
