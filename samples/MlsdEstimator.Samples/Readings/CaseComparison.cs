namespace MlsdEstimator.Samples;

/// <summary>Designs of a case, or variants of it, side by side.</summary>
/// <param name="Run">The case.</param>
/// <param name="Tables">What is compared, each with its alternatives, and along an input where one is given.</param>
/// <param name="Conclusion">What follows, or null where the tables say it all.</param>
internal sealed record CaseComparison(CaseRun Run, IReadOnlyList<ComparisonTable> Tables, string? Conclusion)
{
    private const string Unchanged = "as it is";
    private const string DefaultResult = "cost of all tiers";

    /// <param name="run">The case.</param>
    /// <param name="variants">Each "input=value; input=value"; empty for the designs of the case.</param>
    /// <param name="results">Paths by which variants are compared.</param>
    /// <param name="along">Input along which they are compared, or null.</param>
    /// <param name="progress">The part of the variants that is built.</param>
    public static CaseComparison Of(CaseRun run, IReadOnlyList<string> variants, IReadOnlyList<string> results, AlongRequest? along, IProgress<double> progress)
    {
        if (variants.Count == 0)
            return results.Count == 0 ? OfDesigns(run, along) : throw new ArgumentException("--result needs a variant to compare with; write for example --with \"ranker=int8\".");
        var runs = new List<(string Name, CaseRun Run)> { (Unchanged, run) };
        foreach (string variant in variants)
        {
            runs.Add((variant, run.With(variant.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))));
            progress.Report((runs.Count - 1.0) / (variants.Count + 1));
        }
        return new CaseComparison(run, [.. (results.Count == 0 ? [DefaultResult] : results).Select(path => OfResult(run, runs, path, along))], null);
    }

    private static CaseComparison OfDesigns(CaseRun run, AlongRequest? along) =>
        new(run, [ComparisonTable.Of(run, run.Design.Question, run.Design.Alternatives, along)], run.Design.Choice);

    private static ComparisonTable OfResult(CaseRun run, List<(string Name, CaseRun Run)> runs, string path, AlongRequest? along) =>
        ComparisonTable.Of(run, run.Sheet[path].Name!, [.. runs.Select(variant => (variant.Name, variant.Run.Sheet[path]))], along);
}
