using Spectre.Console;

namespace MlsdEstimator.Samples;

/// <summary>What is believed about a result, with its histogram drawn as text.</summary>
internal static class BeliefScreen
{
    public static void Show(CaseBelief reading, Terminal terminal)
    {
        IAnsiConsole console = terminal.Screen();
        console.Title(reading.Run, $"what is believed about {reading.Result.Name}");
        foreach (string line in Statistics(reading))
            console.Sentence(line);
        if (reading.Histogram.Bins.Count > 1)
            console.Write(HistogramTable.Of(reading.Histogram.Bins, reading.Result, console.Profile.Width));
        console.Remark(Remark(reading));
    }

    private static IEnumerable<string> Statistics(CaseBelief reading)
    {
        yield return $"{reading.Result.Name}: {reading.Belief}, {reading.Result} at best guesses";
        if (reading.Belief.Mean.IsFeasible && !reading.Result.IsCertain)
            yield return $"mean {reading.Belief.Mean}, standard deviation {reading.Belief.StandardDeviation}";
        foreach ((IQuantity threshold, Likelihood probability) in reading.Above)
            yield return $"above {threshold}: {probability}";
        if (reading.Belief.ProbabilityInfeasible.Value > 0)
            yield return $"infeasible: {reading.Histogram.Infeasible}";
    }

    private static string Remark(CaseBelief reading)
    {
        string bins = reading.Histogram.Bins.Count < 2 ? "" : $" Bins have equal {(reading.Histogram.IsLogarithmic ? "ratios" : "widths")}; {HistogramTable.Mark} marks the best guess.";
        return FormattableString.Invariant($"low | median | high (90%) of {reading.Belief.Samples:N0} draws, seed {reading.Run.Options.Seed}; ± is a standard error, shown where it changes the digits.{bins}");
    }
}
