using MathNet.Numerics.RootFinding;

namespace MlsdEstimator;

/// <summary>Where a rising function crosses zero.</summary>
internal static class RisingRoot
{
    /// <summary>Of the bracket.</summary>
    private const double Accuracy = 1e-15;

    private const int MostSteps = 300;

    /// <summary>The crossing at or above <paramref name="from"/>; NaN where there is none below the largest number tried.</summary>
    /// <param name="function">Rising.</param>
    /// <param name="from">Where to start; the answer when the function is not below zero there.</param>
    /// <param name="step">First step; it doubles until the crossing is passed.</param>
    public static double Above(Func<double, double> function, double from, double step)
    {
        if (function(from) >= 0)
            return from;
        double low = from, high = from + step;
        while (!(function(high) >= 0))
        {
            (low, step) = (high, 2 * step);
            high = low + step;
            if (high > 1e15)
                return double.NaN;
        }
        return Between(function, low, high);
    }

    /// <summary>Brent's method on the bracket, scaled to 1 because its accuracy is absolute.</summary>
    private static double Between(Func<double, double> function, double low, double high)
    {
        double Scaled(double part) => function(low + part * (high - low));
        return Brent.TryFindRoot(Scaled, 0, 1, Accuracy, MostSteps, out double part) ? low + part * (high - low) : double.NaN;
    }
}
