namespace MlsdEstimator;

/// <summary>
/// How the logarithm of a log-normal or two-piece range is spread around that of its median: normal, with one standard deviation below and one above.
/// </summary>
/// <param name="Below">Standard deviation below the median. Above 0.</param>
/// <param name="Above">Standard deviation above the median. Above 0.</param>
internal readonly record struct LogSpread(double Below, double Above)
{
    /// <summary>Same on both sides: a log-normal, and a product of several of them is one.</summary>
    public bool IsEven => Below == Above;

    /// <summary>About the variance.</summary>
    public double Variance => (Below * Below + Above * Above) / 2;

    /// <summary>Less than both, the scale on which the distribution bends.</summary>
    public double Least => Math.Min(Below, Above);

    /// <summary>That of the power with an exponent other than 0.</summary>
    public LogSpread Power(double exponent) => exponent > 0 ? new(exponent * Below, exponent * Above) : new(-exponent * Above, -exponent * Below);

    /// <summary>The distance from the median at a standard-normal score.</summary>
    public double AtScore(double score) => score * SlopeAt(score);

    /// <summary>The standard-normal score of a distance from the median.</summary>
    public double ScoreOf(double distance) => distance / SlopeAt(distance);

    /// <summary>Standard deviation on the side of a distance from the median.</summary>
    public double SlopeAt(double distance) => distance < 0 ? Below : Above;
}
