namespace MlsdEstimator;

/// <summary>Who is the best among numbers, NaN for infeasible: the one rule behind rankings, shares of draws and crossings.</summary>
/// <remarks>Values that differ by less than rounding noise are equal: 0.1 + 0.2 and 0.3 are a tie, not a winner.</remarks>
internal static class Standing
{
    private const double RoundingNoise = 1e-12;

    /// <summary>Nobody is feasible.</summary>
    public const int Nobody = -1;

    /// <summary>Index of the best; the incumbent stays as long as nobody is strictly better.</summary>
    public static int Best(ReadOnlySpan<double> values, bool moreIsBetter, int incumbent)
    {
        int best = incumbent >= 0 && !double.IsNaN(values[incumbent]) ? incumbent : Nobody;
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]) && (best == Nobody || IsBetter(values[i], values[best], moreIsBetter)))
                best = i;
        }
        return best;
    }

    /// <summary>How far one is behind the best of the others: below 0 when it is strictly better than all of them, NaN when it cannot be or nobody else can.</summary>
    public static double Behind(ReadOnlySpan<double> values, int one, bool moreIsBetter)
    {
        double best = double.NaN;
        for (int i = 0; i < values.Length; i++)
        {
            if (i != one && !double.IsNaN(values[i]) && !(moreIsBetter ? values[i] <= best : values[i] >= best))
                best = values[i];
        }
        return (moreIsBetter ? best - values[one] : values[one] - best) + RoundingNoise * Math.Abs(best);
    }

    public static bool IsTied(double value, double best) => Math.Abs(value - best) <= RoundingNoise * Math.Abs(best);

    private static bool IsBetter(double value, double than, bool moreIsBetter) => !IsTied(value, than) && (moreIsBetter ? value > than : value < than);
}
