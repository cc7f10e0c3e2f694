namespace MlsdEstimator;

/// <summary>In which share of draws each alternative is the best. Ties are shared equally; infeasible draws never win.</summary>
internal static class BestShares
{
    public static double[] Of(double[][] draws, bool moreIsBetter)
    {
        int count = draws.Min(column => column.Length);
        var wins = new double[draws.Length];
        var values = new double[draws.Length];
        for (int draw = 0; draw < count; draw++)
        {
            for (int i = 0; i < values.Length; i++)
                values[i] = draws[i][draw];
            Award(values, Standing.Best(values, moreIsBetter, Standing.Nobody), wins);
        }
        return Array.ConvertAll(wins, win => win / count);
    }

    private static void Award(double[] values, int best, double[] wins)
    {
        if (best == Standing.Nobody)
            return;
        int tied = values.Count(value => Standing.IsTied(value, values[best]));
        for (int i = 0; i < values.Length; i++)
            wins[i] += Standing.IsTied(values[i], values[best]) ? 1.0 / tied : 0;
    }
}
