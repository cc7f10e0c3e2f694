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
        (double first, List<double> weights) = Binomial(keys, missed);
        double calls = Math.Ceiling((first + weights.Count - 1) / keysPerCall) - Math.Ceiling(first / keysPerCall) + 1;
        double width = Math.Max(1, Math.Ceiling(calls / MostOutcomes)), total = weights.Sum();
        List<(double Probability, double Calls, double Misses)> outcomes = [];
        for (int start = 0, end; start < weights.Count; start = end)
        {
            end = start + 1;
            while (end < weights.Count && Group(first + end, keysPerCall, width) == Group(first + start, keysPerCall, width))
                end++;
            outcomes.Add(Gathered(first + start, weights.GetRange(start, end - start), keysPerCall, total));
        }
        return outcomes;
    }

    /// <summary>Calls of a request, on average over requests.</summary>
    /// <param name="keys">Keys asked for, a whole number of at least 1.</param>
    /// <param name="missed">Probability that a key misses, 0 to 1; keys are independent.</param>
    /// <param name="keysPerCall">Keys of a full call, a whole number of at least 1.</param>
    public static double MeanCalls(double keys, double missed, double keysPerCall)
    {
        (double misses, List<double> weights) = Binomial(keys, missed);
        (double calls, double total) = (0, 0);
        foreach (double weight in weights)
            (calls, total, misses) = (calls + weight * Math.Ceiling(misses / keysPerCall), total + weight, misses + 1);
        return calls / total;
    }

    /// <summary>Numbers of misses that make about as many calls; none at all stands alone.</summary>
    private static double Group(double misses, double keysPerCall, double width) => misses == 0 ? -1 : Math.Floor((Math.Ceiling(misses / keysPerCall) - 1) / width);

    private static (double Probability, double Calls, double Misses) Gathered(double first, List<double> weights, double keysPerCall, double total)
    {
        (double sum, double mean) = (weights.Sum(), first);
        for (int i = 0; i < weights.Count; i++)
            mean += i * (weights[i] / sum);
        return (sum / total, Math.Ceiling(Math.Round(mean, 6) / keysPerCall), mean);
    }

    /// <summary>
    /// The fewest misses that are likely enough, and how likely each number from there is beside the most likely:
    /// P(m + 1) / P(m) = (n - m) / (m + 1) x p / (1 - p).
    /// </summary>
    private static (double Fewest, List<double> Weights) Binomial(double keys, double missed)
    {
        if (missed is 0 or 1)
            return (keys * missed, [1]);
        double mode = Math.Min(keys, Math.Floor((keys + 1) * missed)), odds = missed / (1 - missed), weight = 1;
        List<double> weights = [1];
        for (double misses = mode; misses > 0 && (weight *= misses / ((keys - misses + 1) * odds)) > Negligible; misses--)
            weights.Add(weight);
        weights.Reverse();
        (double fewest, weight) = (mode - weights.Count + 1, 1);
        for (double misses = mode; misses < keys && (weight *= (keys - misses) / (misses + 1) * odds) > Negligible; misses++)
            weights.Add(weight);
        return (fewest, weights);
    }
}
