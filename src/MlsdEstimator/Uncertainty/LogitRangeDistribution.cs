using System.Runtime.CompilerServices;

namespace MlsdEstimator;

/// <summary>(low, best, high) of a fraction: two logit-normal halves that meet at the median.</summary>
internal sealed class LogitRangeDistribution : ScoreDistribution<LogitRangeDistribution.Form>
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

    private protected override Form Shape => new(center, below, above);

    private static double Logit(double fraction) => Math.Log(fraction / (1 - fraction));

    private static double Fraction(double logit) => 1 / (1 + Math.Exp(-logit));

    public override string ToString() => Text.Of($"fraction {Low} | {Best} | {High} (90%)");

    internal readonly struct Form(double center, double below, double above) : IKernel
    {
        /// <summary>e^700 is far below the smallest part of 1 and still a number.</summary>
        private const double Largest = 700;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Apply<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes logit = TLanes.All(center) + x * TLanes.IfGreater(TLanes.All(0), x, TLanes.All(below), TLanes.All(above));
            return TLanes.All(1) / (TLanes.All(1) + Elementary.Exponential(TLanes.IfGreater(TLanes.All(-Largest), logit, TLanes.All(Largest), -logit)));
        }
    }
}
