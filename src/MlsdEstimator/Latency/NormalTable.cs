namespace MlsdEstimator;

/// <summary>
/// The standard normal distribution function from a table: kernels that need it thousands of times can pay for an absolute error of 1e-10, not for the error function.
/// </summary>
internal static class NormalTable
{
    private const int PointsPerUnit = 64;

    /// <summary>Beyond this score less than 1e-19 is left.</summary>
    private const double Edge = 9;

    private const double InverseRootTwoPi = 0.3989422804014327;

    private static readonly (double Value, double Slope)[] Points =
        [.. Enumerable.Range(0, 2 * (int)Edge * PointsPerUnit + 2).Select(point => At(point / (double)PointsPerUnit - Edge))];

    public static double Density(double score) => InverseRootTwoPi * Math.Exp(-0.5 * score * score);

    /// <summary>P(Z &lt;= score), by cubic Hermite interpolation.</summary>
    public static double Probability(double score)
    {
        if (!(score > -Edge))
            return 0;
        if (score >= Edge)
            return 1;
        double position = (score + Edge) * PointsPerUnit, t = position - (int)position;
        (double left, double leftSlope) = Points[(int)position];
        (double right, double rightSlope) = Points[(int)position + 1];
        double rise = right - left;
        return left + t * (leftSlope + t * (3 * rise - 2 * leftSlope - rightSlope + t * (leftSlope + rightSlope - 2 * rise)));
    }

    private static (double Value, double Slope) At(double score) => (StandardNormal.Probability(score), Density(score) / PointsPerUnit);
}
