namespace MlsdEstimator.Samples;

/// <summary>What is believed about a result of a case.</summary>
internal sealed class CaseBelief
{
    private CaseBelief(CaseRun run, IQuantity result, int bins, IReadOnlyList<IQuantity> thresholds, SimulationOptions options)
    {
        (Run, Result) = (run, result);
        Simulation = Simulation.Run([result], options);
        Belief = Simulation.Of(result);
        Histogram = Belief.Histogram(bins);
        Above = [.. thresholds.Select(threshold => (threshold, Belief.ProbabilityAbove(threshold)))];
    }

    public CaseRun Run { get; }

    public IQuantity Result { get; }

    public Simulation Simulation { get; }

    public IEstimate Belief { get; }

    public IHistogram Histogram { get; }

    /// <summary>How likely the result is to exceed each value asked for.</summary>
    public IReadOnlyList<(IQuantity Threshold, Likelihood Probability)> Above { get; }

    /// <param name="run">The case.</param>
    /// <param name="path">Path of the result.</param>
    /// <param name="bins">Number of bins.</param>
    /// <param name="above">Values to exceed, each with its unit.</param>
    /// <param name="options">Number of draws, or how exact they must be.</param>
    public static CaseBelief Of(CaseRun run, string path, int bins, IReadOnlyList<string> above, SimulationOptions options)
    {
        IQuantity result = run.Sheet[path];
        return new CaseBelief(run, result, bins, [.. above.Select(text => ValueText.Read(result, text))], options);
    }
}
