using System.Runtime.CompilerServices;

namespace MlsdEstimator;

internal sealed class NormalDistribution(double mean, double standardDeviation) : ScoreDistribution<NormalDistribution.Form>
{
    private readonly double mean = Require.Finite(mean, nameof(mean));
    private readonly double deviation = Require.Above(0, standardDeviation, nameof(standardDeviation));

    private protected override Form Shape => new(mean, deviation);

    public override string ToString() => Text.Of($"normal, mean {mean}, standard deviation {deviation}");

    internal readonly struct Form(double mean, double deviation) : IKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Apply<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => TLanes.All(mean) + TLanes.All(deviation) * x;
    }
}
