namespace MlsdEstimator;

/// <summary>How many keys of a request miss a cache: a binomial law, gathered by the calls that the misses make.</summary>
internal static class MissOutcomes
{
    /// <summary>Rarer numbers of misses show in no percentile that is read.</summary>
    private const double Negligible = 1e-12;

    /// <summary>More numbers of calls than this are gathered into as many neighbourhoods: the sum over so many calls is smooth.</summary>
    private const int MostOutcomes = 12;

    /// <summary>Probability, calls and misses of each outcome; the misses are the mean over those that make so many calls.</summary>
    /// <param name="keys">Keys asked for, a whole number of at least 1.</param>
    /// <param name="missed">Probability that a key misses, 0 to 1; keys are independent.</param>
    /// <param name="keysPerCall">Keys of a full call, a whole number of at least 1.</param>
    public static IReadOnlyList<(double Probability, double Calls, double Misses)> Of(double keys, double missed, double keysPerCall)
    {
        (double Misses, double Probability)[] law = [.. Binomial(keys, missed)];
        double calls = Math.Ceiling(law[^1].Misses / keysPerCall) - Math.Ceiling(law[0].Misses / keysPerCall) + 1;
        double width = Math.Max(1, Math.Ceiling(calls / MostOutcomes));
        double total = law.Sum(outcome => outcome.Probability);
        return
        [
            .. law.GroupBy(outcome => outcome.Misses == 0 ? -1 : Math.Floor((Math.Ceiling(outcome.Misses / keysPerCall) - 1) / width))
                .Select(same => Gathered([.. same], keysPerCall, total)),
        ];
    }

    /// <summary>Calls of a request, on average over requests.</summary>
    /// <param name="keys">Keys asked for, a whole number of at least 1.</param>
    /// <param name="missed">Probability that a key misses, 0 to 1; keys are independent.</param>
    /// <param name="keysPerCall">Keys of a full call, a whole number of at least 1.</param>
    public static double MeanCalls(double keys, double missed, double keysPerCall)
    {
        (double Misses, double Probability)[] law = [.. Binomial(keys, missed)];
        return law.Sum(outcome => outcome.Probability * Math.Ceiling(outcome.Misses / keysPerCall)) / law.Sum(outcome => outcome.Probability);
    }

    private static (double Probability, double Calls, double Misses) Gathered((double Misses, double Probability)[] outcomes, double keysPerCall, double total)
    {
        double probability = outcomes.Sum(outcome => outcome.Probability);
        double misses = outcomes.Sum(outcome => outcome.Misses * (outcome.Probability / probability));
        return (probability / total, Math.Ceiling(Math.Round(misses, 6) / keysPerCall), misses);
    }

    /// <summary>From the most likely number outwards, relative to it: P(m + 1) / P(m) = (n - m) / (m + 1) x p / (1 - p).</summary>
    private static List<(double Misses, double Probability)> Binomial(double keys, double missed)
    {
        if (missed is 0 or 1)
            return [(keys * missed, 1)];
        double mode = Math.Min(keys, Math.Floor((keys + 1) * missed)), odds = missed / (1 - missed);
        List<(double Misses, double Probability)> law = [];
        double probability = 1;
        for (double misses = mode; misses > 0 && (probability *= misses / ((keys - misses + 1) * odds)) > Negligible; misses--)
            law.Add((misses - 1, probability));
        law.Reverse();
        law.Add((mode, 1));
        probability = 1;
        for (double misses = mode; misses < keys && (probability *= (keys - misses) / (misses + 1) * odds) > Negligible; misses++)
            law.Add((misses + 1, probability));
        return law;
    }
}
