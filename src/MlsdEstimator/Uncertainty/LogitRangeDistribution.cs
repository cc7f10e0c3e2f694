namespace MlsdEstimator;

/// <summary>(low, best, high) of a fraction: two logit-normal halves that meet at the median.</summary>
internal sealed class LogitRangeDistribution : Uncertain
{
    private readonly double center;
    private readonly double below;
    private readonly double above;

    public LogitRangeDistribution(double low, double? best, double high)
    {
        Require.InsideUnitInterval(low, nameof(low));
        Require.InsideUnitInterval(high, nameof(high));
        Require.Ordered(low, high, nameof(high));
        Best = best is double given ? Require.Between(low, given, high, nameof(best)) : Fraction((Logit(low) + Logit(high)) / 2);
        (Low, High, center) = (low, high, Logit(Best));
        double score = StandardNormal.ScoreOfCentral(StandardConfidence);
        (below, above) = ((center - Logit(low)) / score, (Logit(high) - center) / score);
    }

    public double Low { get; }

    public double Best { get; }

    public double High { get; }

    public override double Median => Best;

    internal override double AtScore(double score) => Fraction(center + score * (score < 0 ? below : above));

    private static double Logit(double fraction) => Math.Log(fraction / (1 - fraction));

    private static double Fraction(double logit) => 1 / (1 + Math.Exp(-logit));

    public override string ToString() => Text.Of($"fraction {Low} | {Best} | {High} (90%)");
}
