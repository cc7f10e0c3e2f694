namespace MlsdEstimator;

/// <summary>How far from a quantile, in parts of the draws, its standard error is read.</summary>
internal static class ShareDistance
{
    /// <summary>Draws to each side of a quantile that tell how fast values rise there: their number is known to a fifth of itself.</summary>
    private const double RanksOfSlope = 16;

    /// <summary>Part of few draws beyond which a quantile is another one.</summary>
    private const double MostReach = 0.005;

    /// <summary>The distance between two or three draws is chance: a smaller error than this is read as its part of the way over more of them.</summary>
    /// <param name="error">Standard error of the share of draws below the quantile.</param>
    /// <param name="draws">Number of draws; with weights, of as many equal ones as tell as much.</param>
    public static double Reach(double error, double draws) => Math.Max(error, Math.Min(RanksOfSlope / draws, MostReach));

    /// <summary>
    /// The least standard error of a share. Evenly spread points may give every randomisation the same count and still miss: counts are whole, so each hides up to half a draw. Rounding to a
    /// whole number has variance 1 / 12, in each randomisation its own.
    /// </summary>
    /// <param name="replicates">Number of randomisations.</param>
    /// <param name="draws">Number of draws, as in <see cref="Reach"/>.</param>
    public static double RoundingOfCounts(int replicates, double draws) => Math.Sqrt(replicates / 12.0) / draws;
}
