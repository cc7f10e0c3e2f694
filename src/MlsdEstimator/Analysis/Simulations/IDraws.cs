namespace MlsdEstimator;

/// <summary>Draws of one output as a histogram reads them, weighted or not.</summary>
internal interface IDraws
{
    /// <summary>False when every draw is infeasible.</summary>
    bool HasFeasible { get; }

    /// <summary>Share of the draws that are infeasible.</summary>
    Likelihood Infeasible { get; }

    /// <summary>A draw with about this part of the feasible ones below it: 0 for the smallest, 1 for the largest.</summary>
    double FeasiblePoint(double part);

    /// <summary>Share of all draws in each bin between rising edges, and up to its upper edge, which belongs to it; the first bin holds its lower edge too.</summary>
    (Likelihood Share, Likelihood Cumulative)[] Bins(double[] edges);
}
