namespace MlsdEstimator;

/// <summary>Tails of the slowest of n independent calls, without the digits that 1 - (1 - p)^n loses for a small p.</summary>
internal static class TailProbability
{
    /// <summary>P(at least one is slow) = 1 - (1 - p)^n.</summary>
    public static double OfAny(double tail, double count) => tail < 1 ? -NearZero.ExpMinusOne(count * NearZero.LogOnePlus(-tail)) : 1;

    /// <summary>p of each call at which at least one of n is slow with the given probability.</summary>
    public static double OfEach(double tail, double count) => tail < 1 ? -NearZero.ExpMinusOne(NearZero.LogOnePlus(-tail) / count) : 1;
}
