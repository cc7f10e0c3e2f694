using System.Text;

namespace MlsdEstimator;

/// <summary>A posterior as text.</summary>
internal static class PosteriorText
{
    /// <summary>Weaker correlations are not worth a line.</summary>
    private const double LeastCorrelation = 0.1;

    private const int MostCorrelations = 5;

    public static string Of(Posterior posterior)
    {
        var text = new StringBuilder();
        foreach (MeasurementFit measurement in posterior.Measurements)
            text.Append(measurement).Append('\n');
        IEnumerable<(string, string, string, string)> rows = posterior.Inputs.Select(input => (input.Name, input.Before, input.After, Text.Of($"{100 * input.Narrowing:0}%")));
        AppendTable(text, [("input", "before (90%)", "after (90%)", "narrower"), .. rows]);
        foreach ((string first, string second, double correlation) in Strongest(posterior))
            text.Append(Text.Of($"{first} and {second}: correlation {correlation:0.00}\n"));
        text.Append(Text.Of($"{posterior.EffectiveSamples:0} effective of {posterior.Samples} draws; means known to {100 * posterior.LargestError:0.##}% of their standard deviation"));
        return text.ToString();
    }

    private static void AppendTable(StringBuilder text, (string Name, string Before, string After, string Narrower)[] rows)
    {
        (int name, int before, int after) = (rows.Max(row => row.Name.Length), rows.Max(row => row.Before.Length), rows.Max(row => row.After.Length));
        foreach ((string Name, string Before, string After, string Narrower) row in rows)
            text.Append($"{row.Name.PadRight(name)}  {row.Before.PadRight(before)}  {row.After.PadRight(after)}  {row.Narrower.PadLeft(8)}\n");
    }

    private static IEnumerable<(string First, string Second, double Correlation)> Strongest(Posterior posterior)
    {
        IReadOnlyList<NarrowedInput> inputs = posterior.Inputs;
        return inputs.SelectMany((first, i) => inputs.Skip(i + 1).Select(second => (first.Name, second.Name, Correlation: Between(first, second, posterior))))
            .Where(pair => Math.Abs(pair.Correlation) >= LeastCorrelation)
            .OrderByDescending(pair => Math.Abs(pair.Correlation))
            .Take(MostCorrelations);
    }

    private static double Between(NarrowedInput first, NarrowedInput second, Posterior posterior) => WeightedCorrelation.Of(first.Scores, second.Scores, posterior.State.Weights);
}
