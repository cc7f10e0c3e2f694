namespace MlsdEstimator;

/// <summary>In which share of draws each alternative is the best. Ties are shared equally; infeasible draws never win.</summary>
internal static class BestShares
{
    public static double[] Of(double[][] draws, bool moreIsBetter)
    {
        int count = draws.Min(column => column.Length);
        var wins = new double[draws.Length];
        for (int draw = 0; draw < count; draw++)
            Award(draws, draw, moreIsBetter ? -1 : 1, wins);
        return Array.ConvertAll(wins, win => win / count);
    }

    private static void Award(double[][] draws, int draw, int sign, double[] wins)
    {
        double best = double.PositiveInfinity;
        int tied = 0;
        foreach (double[] column in draws)
        {
            double value = sign * column[draw];
            if (value < best)
                (best, tied) = (value, 1);
            else if (value == best && tied > 0)
                tied++;
        }
        for (int i = 0; i < draws.Length && tied > 0; i++)
            wins[i] += sign * draws[i][draw] == best ? 1.0 / tied : 0;
    }
}
