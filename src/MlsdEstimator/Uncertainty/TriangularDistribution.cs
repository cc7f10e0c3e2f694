using System.Runtime.CompilerServices;

namespace MlsdEstimator;

internal sealed class TriangularDistribution : TailDistribution<TriangularDistribution.Form>
{
    private readonly double minimum;
    private readonly double mode;
    private readonly double maximum;

    public TriangularDistribution(double minimum, double mode, double maximum)
    {
        Require.Ordered(minimum, maximum, nameof(maximum));
        this.mode = Require.Between(minimum, mode, maximum, nameof(mode));
        (this.minimum, this.maximum) = (minimum, maximum);
    }

    private protected override Form Shape => new(minimum, mode, maximum);

    public override string ToString() => Text.Of($"triangular, {minimum} | {mode} | {maximum}");

    internal readonly struct Form(double minimum, double mode, double maximum) : IKernel
    {
        private readonly double below = (mode - minimum) / (maximum - minimum);
        private readonly double risingArea = (maximum - minimum) * (mode - minimum);
        private readonly double fallingArea = (maximum - minimum) * (maximum - mode);

        /// <summary>One square root, of the side the point lies on: rising to the mode, falling from it.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Apply<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes zero = TLanes.All(0), one = TLanes.All(1), limit = TLanes.All(below);
            TLanes lower = TLanes.IfGreater(zero, x, one + x, x), upper = TLanes.IfGreater(zero, x, -x, one - x);
            TLanes area = TLanes.IfAtLeast(limit, lower, lower * TLanes.All(risingArea), upper * TLanes.All(fallingArea));
            TLanes side = TLanes.SquareRoot(area);
            return TLanes.IfAtLeast(limit, lower, TLanes.All(minimum) + side, TLanes.All(maximum) - side);
        }
    }
}
