namespace MlsdEstimator;

/// <summary>The draws of one output: feasible values sorted, infeasible ones counted.</summary>
internal sealed class Column
{
    private readonly Lazy<double[]> sorted;

    public Column(double[] draws, bool moreIsBetter)
    {
        Draws = draws;
        MoreIsBetter = moreIsBetter;
        sorted = new(() => [.. draws.Where(draw => !double.IsNaN(draw)).Order()]);
    }

    public double[] Draws { get; }

    /// <summary>Infeasible draws count as worse than any number: at the bottom when more is better, else at the top.</summary>
    public bool MoreIsBetter { get; }

    public double ShareInfeasible => 1 - (double)sorted.Value.Length / Draws.Length;

    /// <summary>NaN when any draw is infeasible: a mean over the rest would look better than the truth.</summary>
    public double Mean => ShareInfeasible > 0 ? double.NaN : Draws.Average();

    public double StandardDeviation
    {
        get
        {
            double mean = Mean;
            return Math.Sqrt(Draws.Sum(draw => (draw - mean) * (draw - mean)) / (Draws.Length - 1));
        }
    }

    /// <summary>Type-7 quantile over all draws; NaN where it reaches into infeasible ones.</summary>
    public double Quantile(double probability)
    {
        int infeasible = Draws.Length - sorted.Value.Length;
        double position = probability * (Draws.Length - 1) - (MoreIsBetter ? infeasible : 0);
        int below = (int)Math.Floor(position);
        double part = position - below;
        double lower = At(below);
        return part == 0 ? lower : lower + part * (At(below + 1) - lower);
    }

    private double At(int index) => index >= 0 && index < sorted.Value.Length ? sorted.Value[index] : double.NaN;
}
