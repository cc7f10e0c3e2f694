namespace MlsdEstimator;

/// <summary>In which share of draws each alternative is the best. Ties are shared equally; infeasible draws never win.</summary>
internal static class BestShares
{
    /// <returns>The share of each, and the share in which nobody is feasible: counted, because the rest of a sum of thirds is not 0.</returns>
    public static (double[] Wins, double Nobody) Of(double[][] draws, bool moreIsBetter)
    {
        int count = draws.Min(column => column.Length);
        var wins = new double[draws.Length];
        var values = new double[draws.Length];
        int nobody = 0;
        for (int draw = 0; draw < count; draw++)
        {
            for (int i = 0; i < values.Length; i++)
                values[i] = draws[i][draw];
            int best = Standing.Best(values, moreIsBetter, Standing.Nobody);
            if (best == Standing.Nobody)
                nobody++;
            else
                Award(values, best, wins);
        }
        return (Array.ConvertAll(wins, win => Math.Min(1, win / count)), (double)nobody / count);
    }

    private static void Award(double[] values, int best, double[] wins)
    {
        int tied = values.Count(value => Standing.IsTied(value, values[best]));
        for (int i = 0; i < values.Length; i++)
            wins[i] += Standing.IsTied(values[i], values[best]) ? 1.0 / tied : 0;
    }
}
