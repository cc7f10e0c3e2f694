namespace MlsdEstimator;

/// <summary>The log-normal law, moved, that has three given moments: what a long sum of times looks like.</summary>
internal readonly record struct ShiftedLogNormal
{
    /// <summary>A sum less skewed than this is as good as normal.</summary>
    private const double LeastSkewness = 1e-3;

    private readonly double start;
    private readonly double median;
    private readonly double sigma;

    /// <summary>w = e^(sigma^2) solves (w + 2) sqrt(w - 1) = skewness, a cubic with one real root.</summary>
    public ShiftedLogNormal(Moments moments)
    {
        double skewness = Math.Max(moments.Skewness, LeastSkewness), half = skewness * skewness / 2;
        double root = Math.Cbrt(1 + half + skewness * Math.Sqrt(1 + half / 2));
        double w = root + 1 / root - 1;
        sigma = Math.Sqrt(Math.Log(w));
        median = Math.Sqrt(moments.Variance / (w * (w - 1)));
        start = moments.Mean - median * Math.Sqrt(w);
    }

    public double Exceeded(double tail) => start + median * Math.Exp(-sigma * StandardNormal.Score(tail));

    public double Above(double time) => time > start ? StandardNormal.Probability(-Math.Log((time - start) / median) / sigma) : 1;
}
