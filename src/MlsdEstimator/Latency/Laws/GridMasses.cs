namespace MlsdEstimator;

/// <summary>The law of one part of a sum on equal cells above its least time.</summary>
/// <remarks>
/// A mass is the difference of the exact law at the borders of its cell, all of it put into the middle. That adds the variance of a cell and moves the mean;
/// both are taken back, by sharpening with second differences and by <see cref="Shift"/>, until mean and variance are those of the law up to the end of the grid.
/// No mass is further than half a cell from its middle, so no shift is: integrals of laws with corners and steps may be off by more.
/// </remarks>
internal sealed class GridMasses
{
    /// <summary>Variance of a cell of width 1.</summary>
    public const double CellVariance = 1 / 12d;

    /// <summary>Less mass than this moves no percentile, and products of it would be slow subnormal numbers.</summary>
    private const double Negligible = 1e-40;

    public GridMasses(Law law, double length, int cells)
    {
        double width = length / cells, least = law.Least;
        double[] plain = Plain(law, least, width, cells);
        Moments exact = law.MomentsBelow(least + (cells - 0.5) * width);
        double excess = OnGrid(plain).Variance - exact.Variance / (width * width);
        Masses = Sharpened(plain, Math.Clamp(excess, 0, CellVariance));
        Shift = Math.Clamp(exact.Mean - least - OnGrid(Masses).Mean * width, -width / 2, width / 2);
    }

    public double[] Masses { get; }

    /// <summary>How much the mean of the law lies above that of the masses.</summary>
    public double Shift { get; }

    private static double[] Plain(Law law, double least, double width, int cells)
    {
        Span<double> borders = stackalloc double[cells];
        var masses = new double[cells];
        for (int cell = 0; cell < cells; cell++)
            borders[cell] = least + (cell + 0.5) * width;
        law.Above(borders, masses);
        double before = 1;
        foreach (ref double mass in masses.AsSpan())
            (mass, before) = (before - mass > Negligible ? before - mass : 0, mass);
        return masses;
    }

    private static double[] Sharpened(double[] masses, double excess)
    {
        var sharp = new double[masses.Length];
        for (int cell = 0; cell < masses.Length; cell++)
        {
            double left = masses[Math.Max(cell - 1, 0)], right = masses[Math.Min(cell + 1, masses.Length - 1)];
            sharp[cell] = masses[cell] - excess / 2 * (left - 2 * masses[cell] + right);
        }
        return sharp;
    }

    private static Moments OnGrid(double[] masses)
    {
        var sum = new MomentSum();
        for (int cell = 0; cell < masses.Length; cell++)
            sum.Add(cell, masses[cell]);
        return sum.Moments;
    }
}
