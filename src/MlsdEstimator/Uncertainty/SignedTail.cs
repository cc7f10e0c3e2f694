using System.Runtime.CompilerServices;

namespace MlsdEstimator;

/// <summary>A probability p as p itself up to 1/2 and as -(1 - p) above: near either end nothing is lost to rounding.</summary>
internal static class SignedTail
{
    public static double Of(double probability) => probability > 0.5 ? probability - 1 : probability;

    /// <summary>The signed tail of a score.</summary>
    public static double OfScore(double score) => score > 0 ? -StandardNormal.Probability(-score) : StandardNormal.Probability(score);

    /// <summary>A kernel over signed tails as one over points.</summary>
    public static PointsKernel<TKernel> OverPoints<TKernel>(TKernel kernel)
        where TKernel : struct, IKernel => new(kernel);

    /// <inheritdoc cref="OverPoints"/>
    internal readonly struct PointsKernel<TKernel>(TKernel kernel) : IKernel
        where TKernel : struct, IKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Apply<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => kernel.Apply(TLanes.IfGreater(x, TLanes.All(0.5), x - TLanes.All(1), x));
    }

    internal readonly struct ToProbability : IKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Apply<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => TLanes.IfGreater(TLanes.All(0), x, TLanes.All(1) + x, x);
    }
}
