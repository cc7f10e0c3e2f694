namespace MlsdEstimator;

/// <summary>The law of a <see cref="SumLaw"/> on equal cells above its least time.</summary>
internal sealed class SumGrid
{
    private readonly double[] cumulative;
    private readonly double width;
    private readonly double shift;

    public SumGrid(IReadOnlyList<SumTerm> terms, double length)
    {
        Length = length;
        int cells = Cells(terms.Sum(term => term.Count));
        width = length / cells;
        double[]? law = null;
        foreach (SumTerm term in terms)
        {
            var masses = new GridMasses(term.Law, length, cells);
            double[] all = Convolution.Power(masses.Masses, (long)term.Count);
            law = law is null ? all : Convolution.Of(law, all);
            shift += term.Count * masses.Shift;
        }
        cumulative = Cumulative(law!);
    }

    /// <summary>Time from its first to its last cell.</summary>
    public double Length { get; }

    /// <summary>Time above the least one; not a number beyond the grid.</summary>
    /// <remarks>Inverse cubic interpolation between borders of cells where the law is smooth; between the two next borders where it jumps or stands still.</remarks>
    public GridQuantile Quantile(double probability)
    {
        int cell = Array.FindIndex(cumulative, below => below >= probability);
        if (cell < 0 || cell > cumulative.Length - 2)
            return new GridQuantile(double.NaN, IsSmooth: false);
        if (cell < 2)
            return new GridQuantile((cell + 0.5) * width + shift, IsSmooth: false);
        double border = Cubic.PositionOf(probability, cumulative.AsSpan(cell - 2, 4));
        bool isSmooth = border is >= 1 and <= 2;
        double part = (probability - cumulative[cell - 1]) / (cumulative[cell] - cumulative[cell - 1]);
        return new GridQuantile((cell - 1.5 + (isSmooth ? border : 1 + part)) * width + shift, isSmooth);
    }

    /// <summary>P(sum > time) at a time above the least one, by cubic interpolation held between the neighbours.</summary>
    public double Above(double time)
    {
        double position = (time - shift) / width - 0.5;
        int left = (int)Math.Floor(position);
        if (left < 1)
            return left < 0 ? 1 : 1 - Math.Max(0, cumulative[0]);
        left = Math.Min(left, cumulative.Length - 3);
        double below = Cubic.ValueAt(position - left + 1, cumulative.AsSpan(left - 1, 4));
        return 1 - Math.Clamp(below, Math.Max(0, Math.Min(cumulative[left], 1)), Math.Clamp(cumulative[left + 1], Math.Max(0, Math.Min(cumulative[left], 1)), 1));
    }

    /// <summary>Few parts are few convolutions, which may be finer for the same time: two parts are exact to 1e-6.</summary>
    private static int Cells(double parts) => parts switch
    {
        <= 2 => 1024,
        <= 3 => 512,
        _ => 256,
    };

    /// <summary>Masses at the middle of cells are point values; what lies below a border is their sum and half the variance of a cell times the slope.</summary>
    private static double[] Cumulative(double[] masses)
    {
        var cumulative = new double[masses.Length - 1];
        double below = 0;
        for (int cell = 0; cell < cumulative.Length; cell++)
        {
            below += masses[cell];
            cumulative[cell] = below + GridMasses.CellVariance / 2 * (masses[cell + 1] - masses[cell]);
        }
        return cumulative;
    }
}
