using MathNet.Numerics.Interpolation;

namespace MlsdEstimator;

/// <summary>Beta distribution, stretched from 0..1 to offset .. offset + width.</summary>
internal sealed class BetaDistribution(double alpha, double beta, double offset, double width) : Uncertain
{
    /// <summary>No draw of 53 random bits lies further out than this many standard deviations.</summary>
    private const double Reach = 8.25;

    /// <summary>A cubic through exact values and slopes at steps of 1/16 errs by less than 1e-6 of the width for alpha, beta >= 0.5.</summary>
    private const int StepsPerUnit = 16;

    /// <summary>Inverting the incomplete beta function costs 13 us a draw; the spline over the score costs nanoseconds.</summary>
    private readonly Lazy<CubicSpline> spline = new(() => Tabulate(alpha, beta));

    internal override double AtScore(double score) => offset + width * Math.Clamp(spline.Value.Interpolate(Math.Clamp(score, -Reach, Reach)), 0, 1);

    private protected override double AtProbability(double probability) => offset + width * Invert(alpha, beta, probability);

    private static double Invert(double alpha, double beta, double probability) => MathNet.Numerics.Distributions.Beta.InvCDF(alpha, beta, probability);

    private static CubicSpline Tabulate(double alpha, double beta)
    {
        int count = (int)(2 * Reach * StepsPerUnit) + 1;
        double[] scores = [.. Enumerable.Range(0, count).Select(i => -Reach + (double)i / StepsPerUnit)];
        double[] values = Array.ConvertAll(scores, score => Invert(alpha, beta, StandardNormal.Probability(score)));
        double[] slopes = [.. scores.Zip(values, (score, value) => Slope(alpha, beta, score, value))];
        return CubicSpline.InterpolateHermiteSorted(scores, values, slopes);
    }

    /// <summary>dx/dz = phi(z) / f(x), from F(x(z)) = Phi(z).</summary>
    private static double Slope(double alpha, double beta, double score, double value)
    {
        double slope = MathNet.Numerics.Distributions.Normal.PDF(0, 1, score) / MathNet.Numerics.Distributions.Beta.PDF(alpha, beta, value);
        return double.IsFinite(slope) ? slope : 0;
    }

    public override string ToString() => Text.Of($"beta({alpha}, {beta}) from {offset} to {offset + width}");
}
