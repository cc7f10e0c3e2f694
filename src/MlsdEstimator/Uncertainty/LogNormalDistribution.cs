using System.Runtime.CompilerServices;

namespace MlsdEstimator;

internal sealed class LogNormalDistribution(double median, double sigma) : ScoreDistribution<LogNormalDistribution.Form>
{
    private readonly double median = Require.Above(0, median, nameof(median));
    private readonly double sigma = Require.Above(0, sigma, nameof(sigma));

    private protected override Form Shape => new(median, sigma);

    public override string ToString() => Text.Of($"log-normal, median {median}, sigma {sigma}");

    internal readonly struct Form(double median, double sigma) : IKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Apply<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes> => TLanes.All(median) * Elementary.Exponential(TLanes.All(sigma) * x);
    }
}
