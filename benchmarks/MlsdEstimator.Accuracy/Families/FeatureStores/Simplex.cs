namespace MlsdEstimator.Accuracy;

/// <summary>The least value of a function of several numbers, by the simplex of Nelder and Mead (1965), restarted from its end with other first steps.</summary>
internal static class Simplex
{
    private const double Tolerance = 1e-9;

    private const int MostSteps = 4_000;

    private const double FirstStep = 0.5;

    private static readonly double[] Restarts = [FirstStep, -FirstStep, FirstStep / 4, -FirstStep / 4];

    public static double[] Least(Func<double[], double> function, double[] start) =>
        Restarts.Aggregate(start, (best, step) => From(function, best, step));

    private static double[] From(Func<double[], double> function, double[] start, double step)
    {
        (double[] At, double Value)[] corners = [.. Enumerable.Range(-1, start.Length + 1).Select(axis => Corner(function, Moved(start, axis, step)))];
        for (int count = 0; count < MostSteps; count++)
        {
            Array.Sort(corners, (one, other) => one.Value.CompareTo(other.Value));
            if (corners[^1].Value - corners[0].Value <= Tolerance * Math.Abs(corners[0].Value))
                break;
            Improve(function, corners);
        }
        return corners.MinBy(corner => corner.Value).At;
    }

    /// <summary>The worst corner is reflected, stretched, drawn in, or all are drawn to the best.</summary>
    private static void Improve(Func<double[], double> function, (double[] At, double Value)[] corners)
    {
        double[] middle = [.. Enumerable.Range(0, corners[0].At.Length).Select(axis => corners[..^1].Average(corner => corner.At[axis]))];
        (double[] At, double Value) Along(double factor) => Corner(function, [.. middle.Zip(corners[^1].At, (centre, worst) => centre + factor * (centre - worst))]);
        (double[] At, double Value) reflected = Along(1);
        if (reflected.Value < corners[0].Value)
            corners[^1] = Along(2) is var stretched && stretched.Value < reflected.Value ? stretched : reflected;
        else if (reflected.Value < corners[^2].Value)
            corners[^1] = reflected;
        else if (Along(reflected.Value < corners[^1].Value ? 0.5 : -0.5) is var drawn && drawn.Value < Math.Min(reflected.Value, corners[^1].Value))
            corners[^1] = drawn;
        else
            Shrink(function, corners);
    }

    private static void Shrink(Func<double[], double> function, (double[] At, double Value)[] corners)
    {
        for (int corner = 1; corner < corners.Length; corner++)
            corners[corner] = Corner(function, [.. corners[corner].At.Zip(corners[0].At, (own, best) => (own + best) / 2)]);
    }

    private static (double[] At, double Value) Corner(Func<double[], double> function, double[] at) => (at, function(at) is double value && double.IsFinite(value) ? value : double.MaxValue);

    private static double[] Moved(double[] start, int axis, double step) => [.. start.Select((value, index) => index == axis ? value + step : value)];
}
