namespace MlsdEstimator;

/// <summary>Least squares for X(n) = gamma n / (1 + alpha (n - 1) + beta n (n - 1)) with 0 &lt;= alpha &lt;= 1 and beta >= 0.</summary>
/// <remarks>
/// Levenberg and Marquardt, started from the straight line n / X = 1/gamma (1 + alpha (n - 1) + beta n (n - 1)). The limits are kept by fitting with alpha and
/// beta free or held at a limit,
/// and taking the best fit that keeps them.
/// </remarks>
internal sealed class ScalabilityRegression
{
    private const int MostSteps = 1_000;

    private const double Finished = 1e-14;

    private const double MostDamping = 1e16;

    private readonly (double N, double X)[] points;

    /// <summary>Parameters that are fitted: 0 is gamma, 1 alpha, 2 beta.</summary>
    private readonly int[] free;

    private ScalabilityRegression((double N, double X)[] points, int[] free, double[] start)
    {
        (this.points, this.free) = (points, free);
        Parameters = start;
        SquaredError = ErrorOf(start);
        Improve();
    }

    /// <summary>gamma, alpha, beta.</summary>
    public double[] Parameters { get; private set; }

    public int Points => points.Length;

    public double MostWorkers => points.Max(point => point.N);

    /// <summary>Standard errors of the parameters; null where as many points as parameters leave none.</summary>
    public double[]? Errors
    {
        get
        {
            if (points.Length <= Parameters.Length)
                return null;
            double variance = SquaredError / (points.Length - Parameters.Length);
            return Array.ConvertAll(Equations(Parameters, [0, 1, 2]).InverseDiagonal(), part => Math.Sqrt(variance * part));
        }
    }

    /// <summary>Explained part of the variance; null where all throughputs are the same.</summary>
    public double? RSquared
    {
        get
        {
            double mean = points.Average(point => point.X), total = points.Sum(point => (point.X - mean) * (point.X - mean));
            return total > 0 ? 1 - SquaredError / total : null;
        }
    }

    private double SquaredError { get; set; }

    public static ScalabilityRegression Of((double N, double X)[] points)
    {
        IEnumerable<ScalabilityRegression> fits = Candidates(StraightLine(points)).Select(candidate => new ScalabilityRegression(points, candidate.Free, candidate.Start));
        return fits.Where(fit => fit.KeepsLimits).MinBy(fit => fit.SquaredError)!;
    }

    private static IEnumerable<(int[] Free, double[] Start)> Candidates(double[] start)
    {
        (double gamma, double alpha, double beta) = (start[0], start[1], start[2]);
        yield return ([0, 1, 2], [gamma, alpha, beta]);
        yield return ([0, 1], [gamma, alpha, 0]);
        yield return ([0, 2], [gamma, 0, beta]);
        yield return ([0, 2], [gamma, 1, beta]);
        yield return ([0], [gamma, 0, 0]);
        yield return ([0], [gamma, 1, 0]);
    }

    private bool KeepsLimits => Parameters[0] > 0 && Parameters[1] >= 0 && Parameters[1] <= 1 && Parameters[2] >= 0;

    /// <summary>Weighted as if X had the same error everywhere; held inside the limits.</summary>
    private static double[] StraightLine((double N, double X)[] points)
    {
        var equations = new NormalEquations(3);
        foreach ((double n, double x) in points)
            equations.Add([1, n - 1, n * (n - 1)], n / x, x * x * x * x / (n * n));
        double[] line = equations.Solve();
        return line[0] > 0
            ? [1 / line[0], Math.Clamp(line[1] / line[0], 1e-6, 1), Math.Max(line[2] / line[0], 1e-9)]
            : [points.Max(point => point.X / point.N), 0.05, 1e-4];
    }

    private static double At(double[] parameters, double n) => parameters[0] * n / Divisor(parameters, n);

    private static double Divisor(double[] parameters, double n) => 1 + parameters[1] * (n - 1) + parameters[2] * n * (n - 1);

    private void Improve()
    {
        double damping = 1e-3;
        for (int step = 0; step < MostSteps && damping < MostDamping; step++)
        {
            double[] change = Equations(Parameters, free).Solve(damping);
            double[] tried = Changed(change);
            double error = ErrorOf(tried);
            bool isFinished = free.Select((parameter, i) => Math.Abs(change[i]) <= Finished * Math.Abs(tried[parameter])).All(small => small);
            if (error <= SquaredError)
                (Parameters, SquaredError, damping) = (tried, error, damping / 10);
            else
                damping *= 10;
            if (isFinished)
                return;
        }
    }

    private double[] Changed(double[] change)
    {
        double[] changed = [.. Parameters];
        for (int i = 0; i < free.Length; i++)
            changed[free[i]] += change[i];
        return changed;
    }

    /// <summary>Infinite where the law has a pole between the points.</summary>
    private double ErrorOf(double[] parameters)
    {
        if (points.Any(point => Divisor(parameters, point.N) <= 0))
            return double.PositiveInfinity;
        return points.Sum(point => Math.Pow(point.X - At(parameters, point.N), 2));
    }

    private NormalEquations Equations(double[] parameters, int[] unknowns)
    {
        var equations = new NormalEquations(unknowns.Length);
        foreach ((double n, double x) in points)
        {
            double value = At(parameters, n), divisor = Divisor(parameters, n);
            double[] slopes = [value / parameters[0], -value * (n - 1) / divisor, -value * n * (n - 1) / divisor];
            equations.Add([.. unknowns.Select(unknown => slopes[unknown])], x - value);
        }
        return equations;
    }
}
