namespace MlsdEstimator;

/// <summary>The log-normal law, moved, and mirrored where the tail is on the left, that has three given moments: what a long sum of times looks like.</summary>
internal readonly record struct ShiftedLogNormal
{
    /// <summary>A sum less skewed than this is as good as normal.</summary>
    private const double LeastSkewness = 1e-3;

    private readonly bool isMirrored;
    private readonly double start;
    private readonly double median;
    private readonly double sigma;

    /// <summary>w = e^(sigma^2) solves (w + 2) sqrt(w - 1) = skewness, a cubic with one real root.</summary>
    public ShiftedLogNormal(Moments moments)
    {
        isMirrored = moments.Skewness < 0;
        double skewness = Math.Max(Math.Abs(moments.Skewness), LeastSkewness), half = skewness * skewness / 2;
        double root = Math.Cbrt(1 + half + skewness * Math.Sqrt(1 + half / 2));
        double w = root + 1 / root - 1;
        sigma = Math.Sqrt(Math.Log(w));
        median = Math.Sqrt(moments.Variance / (w * (w - 1)));
        start = (isMirrored ? -moments.Mean : moments.Mean) - median * Math.Sqrt(w);
    }

    public double Exceeded(double tail) => isMirrored ? -(start + median * Math.Exp(sigma * StandardNormal.Score(tail))) : start + median * Math.Exp(-sigma * StandardNormal.Score(tail));

    public double Above(double time) => isMirrored ? 1 - Unmirrored(-time) : Unmirrored(time);

    private double Unmirrored(double time) => time > start ? StandardNormal.Probability(-Math.Log((time - start) / median) / sigma) : 1;
}
