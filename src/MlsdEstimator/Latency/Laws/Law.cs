using System.Runtime.CompilerServices;

namespace MlsdEstimator;

/// <summary>The law of one latency in numbers, in seconds: what a <see cref="LatencyProfile"/> becomes when it is evaluated.</summary>
/// <remarks>Tails, not probabilities, are carried: 1 - (1 - 1e-17)^1000 would be lost otherwise.</remarks>
internal abstract class Law
{
    /// <summary>Shorter and longer times than at this probability show in no percentile that is read.</summary>
    private const double Negligible = 1e-12;

    private const int SearchSteps = 200;

    private const double SearchAccuracy = 1e-11;

    /// <summary>A time that practically all requests exceed: grids begin there.</summary>
    public virtual double Least => Exceeded(1 - Negligible);

    /// <summary>Times at which P(T > t) jumps or bends, as far as they are known, in any order: integrals are cut there.</summary>
    public virtual IEnumerable<double> Corners => [];

    /// <summary>Exact moments: those of a sum are the sums of its parts' moments, others are integrated.</summary>
    public virtual Moments Moments => RawMoments.Of(this, double.PositiveInfinity).Central;

    /// <summary>P(T > t) at rising times. The two spans do not overlap.</summary>
    public abstract void Above(ReadOnlySpan<double> times, Span<double> above);

    /// <summary>P(T > t).</summary>
    public double Above(double time)
    {
        double above = 0;
        Above([time], new Span<double>(ref above));
        return above;
    }

    /// <summary>The least time that is exceeded with at most the given probability.</summary>
    public virtual double Exceeded(double tail)
    {
        (double low, double high) = Bracket(tail);
        return low < high ? Search(tail, low, high) : high;
    }

    /// <summary>A time not below <see cref="Exceeded"/>, cheap to have.</summary>
    public virtual double Reach(double tail) => Exceeded(tail);

    /// <summary>A time not above <see cref="Exceeded"/>, cheap to have.</summary>
    public virtual double Floor(double tail) => Least;

    /// <summary>Means of min(T, limit) and of its square and cube.</summary>
    public virtual RawMoments UpTo(double limit) => RawMoments.Integrated(this, Least, limit);

    /// <summary>Moments of the times up to a limit.</summary>
    public Moments MomentsBelow(double limit) => RawMoments.Of(this, limit).Central;

    /// <summary>Two times with the quantile between them.</summary>
    protected abstract (double Low, double High) Bracket(double tail);

    /// <summary>Secants of ln(tail) that never leave the bracket, and every third step its middle: a jump of the law is found like a slope.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Search(double tail, double low, double high)
    {
        double excessLow = Excess(low, tail), excessHigh = Excess(high, tail);
        if (excessLow <= 0)
            return low;
        for (int step = 1; step < SearchSteps && high - low > SearchAccuracy * high; step++)
        {
            double secant = low + (high - low) * excessLow / (excessLow - excessHigh);
            double time = step % 3 == 0 || !(secant > low && secant < high) ? low + (high - low) / 2 : secant;
            double excess = Excess(time, tail);
            if (excess > 0)
                (low, excessLow, excessHigh) = (time, excess, excessHigh / 2);
            else
                (high, excessHigh, excessLow) = (time, excess, excessLow / 2);
        }
        return high;
    }

    private double Excess(double time, double tail) => Math.Log(Math.Max(Above(time), double.Epsilon) / tail);
}
