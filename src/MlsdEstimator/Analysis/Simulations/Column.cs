namespace MlsdEstimator;

/// <summary>The draws of one output, and their statistics. Infeasible draws are NaN and are counted, never averaged away.</summary>
internal sealed class Column
{
    private readonly Lock gate = new();
    private readonly double[] feasible;

    public Column(double[] draws, bool moreIsBetter)
    {
        Draws = draws;
        MoreIsBetter = moreIsBetter;
        feasible = Array.FindAll(draws, draw => !double.IsNaN(draw));
    }

    /// <summary>In the order they were drawn: the same index is the same draw of every input.</summary>
    public double[] Draws { get; }

    /// <summary>Infeasible draws count as worse than any number: at the bottom when more is better, else at the top.</summary>
    public bool MoreIsBetter { get; }

    public double ShareInfeasible => 1 - (double)feasible.Length / Draws.Length;

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
        int infeasible = Draws.Length - feasible.Length;
        double position = probability * (Draws.Length - 1) - (MoreIsBetter ? infeasible : 0);
        int below = (int)Math.Floor(position);
        double part = position - below;
        if (below < 0 || below >= feasible.Length || (part > 0 && below + 1 >= feasible.Length))
            return double.NaN;
        lock (gate)
        {
            double lower = Selection.Rank(feasible, below);
            return part == 0 ? lower : lower + part * (Selection.After(feasible, below) - lower);
        }
    }
}
