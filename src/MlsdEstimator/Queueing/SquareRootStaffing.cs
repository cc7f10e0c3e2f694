namespace MlsdEstimator;

/// <summary>The rule of thumb for large pools: load + beta x sqrt(load) (Halfin and Whitt 1981).</summary>
/// <remarks>
/// P(wait) = 1 / (1 + beta Phi(beta) / phi(beta)) in the limit of large loads: 6 % low at 100 erlangs and beta = 1. The spare grows with the root of the load,
/// so a larger pool runs hotter for the same wait.
/// </remarks>
/// <example><code>Scalar servers = SquareRootStaffing.Servers(offeredLoad: 100, SquareRootStaffing.BetaFor(20.Percent));   // 111</code></example>
public static class SquareRootStaffing
{
    /// <summary>Servers, whole: ceiling(a + beta sqrt(a)).</summary>
    /// <param name="offeredLoad">Load in erlangs, not negative.</param>
    /// <param name="beta">Quality of service, not negative: 0 has no spare beyond rounding, 0.5 is lean, 1 waits in 22 %, 2 in 3 % of the cases.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static Scalar Servers(Scalar offeredLoad, Scalar beta)
    {
        Scalar load = Require.NonNegative(offeredLoad, "offered load");
        return (load + Require.NonNegative(beta, "beta") * load.Sqrt()).Ceiling();
    }

    /// <summary>Probability of waiting in the limit of large loads.</summary>
    /// <param name="beta">Quality of service, not negative: at 0 all wait.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static Fraction WaitProbability(Scalar beta) => Quantity.Function<Fraction>(default(HalfinWhitt), Require.NonNegative(beta, "beta"));

    /// <summary>The quality of service that lets a given part wait.</summary>
    /// <param name="waitProbability">Part that may wait, above 0 and below 100 %.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0 and below 100 %.</exception>
    public static Scalar BetaFor(Fraction waitProbability)
    {
        Fraction target = Require.FractionBelowOne(Require.PositiveFraction(waitProbability, "probability of waiting"), "probability of waiting");
        return Quantity.Function<Scalar>(default(HalfinWhittBeta), target);
    }
}
