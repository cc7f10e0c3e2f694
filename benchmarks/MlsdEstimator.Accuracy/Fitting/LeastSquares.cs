using MathNet.Numerics.LinearAlgebra;

namespace MlsdEstimator.Accuracy;

/// <summary>Levenberg-Marquardt: the parameters for which the sum of squared residuals is least, from a start near by.</summary>
internal static class LeastSquares
{
    private const int MostSteps = 200;
    private const double Difference = 1e-6;
    private const double SmallGain = 1e-9;

    /// <summary>The parameters of a local minimum.</summary>
    /// <param name="residuals">Residuals for parameters: always as many.</param>
    /// <param name="start">Where to begin.</param>
    public static double[] Minimise(Func<double[], double[]> residuals, double[] start) => Minimise(residuals, (at, errors) => NormalEquations(residuals, at, errors), start, SmallGain);

    /// <summary>The same, where slopes are known.</summary>
    /// <param name="residuals">Residuals for parameters: always as many.</param>
    /// <param name="normalEquations">Products of the slopes with each other, and with the residuals, at parameters that have these residuals.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="smallGain">A step that gains less of the sum than this part of it is the last.</param>
    public static double[] Minimise(
        Func<double[], double[]> residuals, Func<double[], double[], (Matrix<double> Normal, Vector<double> Gradient)> normalEquations, double[] start, double smallGain)
    {
        double[] best = [.. start], errors = residuals(best);
        double cost = Squares(errors), damping = 1e-3;
        for (int step = 0; step < MostSteps && damping < 1e10; step++)
        {
            (Matrix<double> normal, Vector<double> gradient) = normalEquations(best, errors);
            double before = cost;
            while (damping < 1e10)
            {
                double[] candidate = Moved(best, normal, gradient, damping);
                double[] candidateErrors = residuals(candidate);
                double candidateCost = Squares(candidateErrors);
                if (candidateCost < cost)
                {
                    (best, errors, cost, damping) = (candidate, candidateErrors, candidateCost, damping / 5);
                    break;
                }
                damping *= 4;
            }
            if (before - cost < smallGain * before)
                break;
        }
        return best;
    }

    /// <summary>A residual whose square grows like the value, not its square, beyond 1: the pseudo-Huber loss, which outliers pull less.</summary>
    public static double Softened(double residual) => Math.Sign(residual) * Math.Sqrt(2 * (Math.Sqrt(1 + residual * residual) - 1));

    /// <summary>The slope of <see cref="Softened"/>: 1 at 0, where the quotient loses its digits.</summary>
    public static double SoftenedSlope(double residual) => Math.Abs(residual) < 1e-4 ? 1 : residual / (Math.Sqrt(1 + residual * residual) * Softened(residual));

    private static (Matrix<double> Normal, Vector<double> Gradient) NormalEquations(Func<double[], double[]> residuals, double[] at, double[] errors)
    {
        Matrix<double> slopes = Matrix<double>.Build.Dense(errors.Length, at.Length);
        double[] moved = [.. at];
        for (int parameter = 0; parameter < at.Length; parameter++)
        {
            moved[parameter] = at[parameter] + Difference;
            double[] there = residuals(moved);
            moved[parameter] = at[parameter];
            for (int row = 0; row < errors.Length; row++)
                slopes[row, parameter] = (there[row] - errors[row]) / Difference;
        }
        return (slopes.TransposeThisAndMultiply(slopes), slopes.TransposeThisAndMultiply(Vector<double>.Build.DenseOfArray(errors)));
    }

    private static double[] Moved(double[] from, Matrix<double> normal, Vector<double> gradient, double damping)
    {
        Matrix<double> damped = normal.Clone();
        for (int parameter = 0; parameter < from.Length; parameter++)
            damped[parameter, parameter] += damping * (normal[parameter, parameter] + 1e-9);
        Vector<double> step = damped.Solve(gradient);
        return [.. from.Select((value, parameter) => value - step[parameter])];
    }

    private static double Squares(double[] errors) => errors.Sum(error => error * error);
}
