using System.Runtime.CompilerServices;

namespace MlsdEstimator;

internal sealed class UniformDistribution : TailDistribution<UniformDistribution.Form>
{
    private readonly double minimum;
    private readonly double maximum;

    public UniformDistribution(double minimum, double maximum)
    {
        Require.Ordered(minimum, maximum, nameof(maximum));
        (this.minimum, this.maximum) = (minimum, maximum);
    }

    private protected override Form Shape => new(minimum, maximum);

    public override string ToString() => Text.Of($"uniform, {minimum} to {maximum}");

    internal readonly struct Form(double minimum, double maximum) : IKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Apply<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes upper = TLanes.IfGreater(TLanes.All(0), x, TLanes.All(1) + x, x), lower = TLanes.IfGreater(TLanes.All(0), x, -x, TLanes.All(1) - x);
            return TLanes.All(minimum) * lower + TLanes.All(maximum) * upper;
        }
    }
}
