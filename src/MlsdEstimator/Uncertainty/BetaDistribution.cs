using MathNet.Numerics;

namespace MlsdEstimator;

/// <summary>Beta distribution, stretched from 0..1 to offset .. offset + width.</summary>
internal sealed class BetaDistribution(double alpha, double beta, double offset, double width) : TabulatedDistribution
{
    /// <summary>Below, x is its leading term to all digits for any beta that is not astronomical.</summary>
    private const double Tiny = 1e-25;

    /// <summary>Newton's method squares its error: after a step this small nothing is left.</summary>
    private const double LastStep = 1e-8;

    private const int MostSteps = 100;

    private readonly double logBeta = SpecialFunctions.BetaLn(alpha, beta);

    /// <summary>The upper tail of beta(alpha, beta) is the lower one of beta(beta, alpha), seen from the other end.</summary>
    private protected override double ValueAt(double tail, double near) => tail < 0
        ? offset + width * (1 - Lower(beta, alpha, -tail, (offset + width - near) / width))
        : offset + width * Lower(alpha, beta, tail, (near - offset) / width);

    /// <summary>x with I_x(a, b) = tail, by Newton's method for the logarithms of both, which are nearly proportional in the tail.</summary>
    private double Lower(double a, double b, double tail, double near)
    {
        double leading = Math.Exp((Math.Log(tail) + Math.Log(a) + logBeta) / a);
        if (leading < Tiny)
            return leading;
        (double low, double high, double x) = (0, 1, near > 0 && near < 1 ? near : Math.Min(leading, a / (a + b)));
        for (int step = 0; step < MostSteps; step++)
        {
            double reached = SpecialFunctions.BetaRegularized(a, b, x);
            (low, high) = reached < tail ? (x, high) : (low, x);
            double next = x * Math.Exp(Math.Log(tail / reached) * reached / Slope(a, b, x));
            bool isInside = next > low && next < high;
            (double previous, x) = (x, isInside ? next : (low + high) / 2);
            if (Math.Abs(x - previous) <= LastStep * x && isInside)
                break;
        }
        return x;
    }

    /// <summary>x times the density.</summary>
    private double Slope(double a, double b, double x) => Math.Exp(a * Math.Log(x) + (b - 1) * double.LogP1(-x) - logBeta);

    internal override bool MayOverflow => !double.IsFinite(offset + width);

    public override string ToString() => Text.Of($"beta({alpha}, {beta}) from {offset} to {offset + width}");
}
