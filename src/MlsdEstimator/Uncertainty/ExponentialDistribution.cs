using System.Runtime.CompilerServices;

namespace MlsdEstimator;

internal sealed class ExponentialDistribution(double mean) : TailDistribution<ExponentialDistribution.Form>
{
    private readonly double mean = Require.Above(0, mean, nameof(mean));

    private protected override Form Shape => new(mean);

    public override string ToString() => Text.Of($"exponential, mean {mean}");

    internal readonly struct Form(double mean) : IKernel
    {
        /// <summary>-ln(1 - p); what 1 - p loses to rounding is given back to first order, so that small values keep their digits.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Apply<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes zero = TLanes.All(0), one = TLanes.All(1);
            TLanes rest = one - x, lost = (one - rest - x) / rest;
            TLanes left = TLanes.IfGreater(zero, x, -x, rest);
            return TLanes.All(-mean) * (Elementary.Logarithm(left) + TLanes.IfGreater(zero, x, zero, lost));
        }
    }
}
