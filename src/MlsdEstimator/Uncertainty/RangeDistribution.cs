using System.Numerics;
using System.Runtime.CompilerServices;

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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void AtScores(ReadOnlySpan<double> scores, Span<double> values)
    {
        int i = 0;
        for (; i <= scores.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var score = new Vector<double>(scores[i..]);
            Vector<double> slope = Vector.ConditionalSelect(Vector.LessThan(score, Vector<double>.Zero), new Vector<double>(below), new Vector<double>(above));
            (Best * Vector.Exp(score * slope)).CopyTo(values[i..]);
        }
        for (; i < scores.Length; i++)
            values[i] = AtScore(scores[i]);
    }

    public override string ToString() => Text.Of($"range {Low} | {Best} | {High} ({Confidence * 100:0.#}%)");
}
