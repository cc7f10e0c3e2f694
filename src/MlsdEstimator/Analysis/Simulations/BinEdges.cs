namespace MlsdEstimator;

/// <summary>Where the bins of a histogram lie.</summary>
internal static class BinEdges
{
    /// <summary>Bins are equal between this share of the draws and its counterpart at the top: a few draws far out must not squeeze all others into one bin.</summary>
    private const double Tail = 0.001;

    /// <summary>A belief leans to the right when the upper half of its 90 % is so many times as wide as the lower.</summary>
    private const double Lean = 1.2;

    public static bool IsLogarithmic(IDraws draws)
    {
        if (!draws.HasFeasible || !(draws.FeasiblePoint(0) > 0))
            return false;
        (double low, double middle, double high) = (draws.FeasiblePoint(0.05), draws.FeasiblePoint(0.5), draws.FeasiblePoint(0.95));
        return high - middle > Lean * (middle - low);
    }

    /// <summary>One more edge than bins, rising; empty without feasible draws.</summary>
    public static double[] Of(IDraws draws, int bins, bool isLogarithmic)
    {
        if (!draws.HasFeasible)
            return [];
        (double least, double most) = (draws.FeasiblePoint(0), draws.FeasiblePoint(1));
        (double low, double high) = (draws.FeasiblePoint(Tail), draws.FeasiblePoint(1 - Tail));
        double[] edges = [.. Enumerable.Range(0, bins + 1).Select(i => Between(low, high, (double)i / bins, isLogarithmic))];
        (edges[0], edges[bins]) = (least, most);
        return least == most ? [least, most] : [.. edges.Distinct()];
    }

    private static double Between(double low, double high, double part, bool isLogarithmic) =>
        isLogarithmic ? low * Math.Pow(high / low, part) : low + part * (high - low);
}
