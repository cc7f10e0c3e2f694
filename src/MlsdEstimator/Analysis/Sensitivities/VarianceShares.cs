namespace MlsdEstimator;

/// <summary>First-order shares of variance: how much each uncertain input explains alone.</summary>
/// <remarks>
/// The draws of the output are projected on Legendre polynomials of each input's uniform draw; the sum of squared coefficients over the variance is the share.
/// Shares are never negative, and are scaled down where noise lets them sum to more than 1. They need no runs beyond the one simulation
/// (Li, Wang, Rabitz, J. Phys. Chem. A 106, 2002).
/// </remarks>
internal static class VarianceShares
{
    /// <summary>Polynomials up to this degree follow any monotone effect; more only add noise.</summary>
    private const int Degrees = 8;

    /// <summary>A standard deviation this small beside the mean is the rounding of the mean, not spread.</summary>
    private const double RoundingNoise = 1e-12;

    /// <summary>Empty when the variance is 0, some draws are infeasible or inputs are correlated: shares of what is left would mislead.</summary>
    public static Dictionary<LeafNode, double> Of(Node root, SimulationOptions options)
    {
        Simulation run = Simulation.Run([root], options);
        Column column = run.ColumnOf(root);
        double variance = column.StandardDeviation * column.StandardDeviation;
        if (column.ShareInfeasible > 0 || !(column.StandardDeviation > RoundingNoise * Math.Abs(column.Mean)))
            return [];
        var shares = new Dictionary<LeafNode, double>();
        List<Node> ordered = GraphWalk.OperandsFirst([root]);
        LeafNode[] leaves = [.. ordered.OfType<LeafNode>()];
        if (!Array.TrueForAll(leaves, leaf => leaf.Score.Stated.Count == 0))
            return [];
        Dictionary<ScoreFactor, int> streams = LeafStreams.Of(ordered);
        foreach (LeafNode leaf in leaves)
            shares[leaf] = Share(column, Points(run.Plan, streams[leaf.Score.Terms[0].Factor], column.Draws.Length), variance);
        double scale = Math.Max(1, shares.Values.Sum());
        return shares.ToDictionary(share => share.Key, share => share.Value / scale);
    }

    private static double[] Points(DrawPlan plan, int stream, int count)
    {
        var points = new double[count];
        plan.Fill(stream, points);
        return points;
    }

    private static double Share(Column column, double[] points, double variance)
    {
        double mean = column.Mean;
        var projections = new double[Degrees + 1];
        for (int i = 0; i < points.Length; i++)
            Project(2 * points[i] - 1, column.Draws[i] - mean, projections);
        double explained = 0;
        for (int degree = 1; degree <= Degrees; degree++)
        {
            double coefficient = projections[degree] / points.Length * Math.Sqrt(2 * degree + 1);
            explained += coefficient * coefficient;
        }
        return explained / variance;
    }

    /// <summary>Adds y P_k(x) for each degree k, by the three-term recurrence of the Legendre polynomials.</summary>
    private static void Project(double x, double y, double[] projections)
    {
        (double previous, double current) = (1, x);
        for (int degree = 1; degree < projections.Length; degree++)
        {
            projections[degree] += y * current;
            (previous, current) = (current, ((2 * degree + 1) * x * current - degree * previous) / (degree + 1));
        }
    }
}
