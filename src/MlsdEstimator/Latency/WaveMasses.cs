namespace MlsdEstimator;

/// <summary>The law of one wave on equal cells above its least time.</summary>
/// <remarks>
/// A mass is the difference of the exact law at the borders of its cell, all of it put into the middle. That adds the variance of a cell and moves the mean;
/// both are taken back, by sharpening with second differences and by <see cref="Shift"/>, until mean and variance are those of the law up to the end of the grid.
/// </remarks>
internal sealed class WaveMasses
{
    /// <summary>Variance of a cell of width 1.</summary>
    public const double CellVariance = 1 / 12d;

    private const int Cells = 256;

    /// <summary>Less mass than this moves no percentile, and products of it would be slow subnormal numbers.</summary>
    private const double Negligible = 1e-40;

    public WaveMasses(SlowestCall wave, double length)
    {
        Width = length / Cells;
        double least = wave.Least;
        double[] plain = Plain(wave, least);
        Moments exact = wave.MomentsBelow(least + (Cells - 0.5) * Width);
        double excess = OnGrid(plain).Variance - exact.Variance / (Width * Width);
        Masses = Sharpened(plain, Math.Clamp(excess, 0, CellVariance));
        Shift = exact.Mean - least - OnGrid(Masses).Mean * Width;
    }

    public double Width { get; }

    public double[] Masses { get; }

    /// <summary>How much the mean of the law lies above that of the masses.</summary>
    public double Shift { get; }

    private double[] Plain(SlowestCall wave, double least)
    {
        var masses = new double[Cells];
        double before = 0;
        for (int cell = 0; cell < Cells; cell++)
        {
            double below = wave.Below(least + (cell + 0.5) * Width);
            (masses[cell], before) = (below - before > Negligible ? below - before : 0, below);
        }
        return masses;
    }

    private static double[] Sharpened(double[] masses, double excess)
    {
        var sharp = new double[Cells];
        for (int cell = 0; cell < Cells; cell++)
        {
            double left = masses[Math.Max(cell - 1, 0)], right = masses[Math.Min(cell + 1, Cells - 1)];
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
