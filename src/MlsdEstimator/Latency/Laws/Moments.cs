namespace MlsdEstimator;

/// <summary>Mean, variance and third central moment. Those of independent times add.</summary>
internal readonly record struct Moments(double Mean, double Variance, double Third)
{
    public double Skewness => Third / (Variance * Math.Sqrt(Variance));

    public static Moments operator +(Moments left, Moments right) => new(left.Mean + right.Mean, left.Variance + right.Variance, left.Third + right.Third);

    public static Moments operator *(double count, Moments each) => new(count * each.Mean, count * each.Variance, count * each.Third);
}
