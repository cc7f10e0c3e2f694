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

    /// <summary>The four coefficients of the cubic in each interval, one after the other.</summary>
    private static readonly double[] Cubics = [.. Enumerable.Range(0, 2 * (int)Edge * PointsPerUnit + 1).SelectMany(CubicFrom)];

    public static double Density(double score) => InverseRootTwoPi * Math.Exp(-0.5 * score * score);

    /// <summary>P(Z &lt;= score), by cubic Hermite interpolation.</summary>
    public static double Probability(double score)
    {
        if (!(score > -Edge))
            return 0;
        if (score >= Edge)
            return 1;
        double position = (score + Edge) * PointsPerUnit;
        int interval = (int)position;
        double t = position - interval;
        ReadOnlySpan<double> cubic = Cubics.AsSpan(4 * interval, 4);
        return cubic[0] + t * (cubic[1] + t * (cubic[2] + t * cubic[3]));
    }

    private static double[] CubicFrom(int interval)
    {
        (double left, double leftSlope) = At(interval / (double)PointsPerUnit - Edge);
        (double right, double rightSlope) = At((interval + 1) / (double)PointsPerUnit - Edge);
        double rise = right - left;
        return [left, leftSlope, 3 * rise - 2 * leftSlope - rightSlope, leftSlope + rightSlope - 2 * rise];
    }

    private static (double Value, double Slope) At(double score) => (StandardNormal.Probability(score), Density(score) / PointsPerUnit);
}
