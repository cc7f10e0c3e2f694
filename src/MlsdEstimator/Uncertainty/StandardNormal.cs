using MathNet.Numerics;

namespace MlsdEstimator;

/// <summary>The standard normal distribution, over whose scores every distribution is read.</summary>
internal static class StandardNormal
{
    private const double SquareRootOfTwo = 1.4142135623730951;

    /// <summary>Score z with P(Z &lt;= z) = probability. Tails are computed from the smaller side, so that 1e-300 keeps its digits.</summary>
    public static double Score(double probability) =>
        probability <= 0.5
            ? -SquareRootOfTwo * SpecialFunctions.ErfcInv(2 * probability)
            : SquareRootOfTwo * SpecialFunctions.ErfcInv(2 * (1 - probability));

    /// <summary>Score z with P(-z &lt;= Z &lt;= z) = confidence: 1.645 for 0.9.</summary>
    public static double ScoreOfCentral(double confidence) => Score((1 + confidence) / 2);

    public static double Probability(double score) => 0.5 * SpecialFunctions.Erfc(-score / SquareRootOfTwo);
}
