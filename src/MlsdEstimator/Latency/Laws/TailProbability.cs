namespace MlsdEstimator;

/// <summary>Tails of the slowest of n independent calls, without the digits that 1 - (1 - p)^n loses for a small p.</summary>
internal static class TailProbability
{
    /// <summary>P(at least one is slow) = 1 - (1 - p)^n.</summary>
    public static double OfAny(double tail, double count) => tail < 1 ? -ExpMinusOne(count * LogOnePlus(-tail)) : 1;

    /// <summary>p of each call at which at least one of n is slow with the given probability.</summary>
    public static double OfEach(double tail, double count) => tail < 1 ? -ExpMinusOne(LogOnePlus(-tail) / count) : 1;

    /// <summary>e^x - 1 by tanh: 2t / (1 - t), t = tanh(x / 2).</summary>
    public static double ExpMinusOne(double x)
    {
        double t = Math.Tanh(x / 2);
        return 2 * t / (1 - t);
    }

    /// <summary>ln(1 + x), corrected for the rounding of 1 + x (W. Kahan).</summary>
    private static double LogOnePlus(double x)
    {
        double one = 1 + x;
        return one == 1 ? x : Math.Log(one) * (x / (one - 1));
    }
}
