using System.Runtime.CompilerServices;

namespace MlsdEstimator;

/// <summary>(low, best, high): two log-normal halves that meet at the median.</summary>
internal sealed class RangeDistribution : ScoreDistribution<RangeDistribution.Form>
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

    private protected override Form Shape => new(Best, below, above);

    public override string ToString() => Text.Of($"range {Low} | {Best} | {High} ({Confidence * 100:0.#}%)");

    internal readonly struct Form(double best, double below, double above) : IKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Apply<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> =>
            TLanes.All(best) * Elementary.Exponential(x * TLanes.IfGreater(TLanes.All(0), x, TLanes.All(below), TLanes.All(above)));
    }
}
