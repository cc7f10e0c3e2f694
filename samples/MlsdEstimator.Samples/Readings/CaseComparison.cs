namespace MlsdEstimator.Samples;

/// <summary>Designs of a case, or variants of it, side by side.</summary>
/// <param name="Run">The case.</param>
/// <param name="Tables">What is compared, each with its alternatives.</param>
/// <param name="Conclusion">What follows, or null where the tables say it all.</param>
internal sealed record CaseComparison(CaseRun Run, IReadOnlyList<(string Subject, IComparison Comparison)> Tables, string? Conclusion)
{
    private const string Unchanged = "as it is";
    private const string DefaultResult = "cost of all tiers";

    /// <param name="run">The case.</param>
    /// <param name="variants">Each "input=value; input=value"; empty for the designs of the case.</param>
    /// <param name="results">Paths by which variants are compared.</param>
    /// <param name="progress">The part of the variants that is built.</param>
    public static CaseComparison Of(CaseRun run, IReadOnlyList<string> variants, IReadOnlyList<string> results, IProgress<double> progress)
    {
        if (variants.Count == 0)
            return results.Count == 0 ? OfDesigns(run) : throw new ArgumentException("--result needs a variant to compare with; write for example --with \"ranker=int8\".");
        var runs = new List<(string Name, CaseRun Run)> { (Unchanged, run) };
        foreach (string variant in variants)
        {
            runs.Add((variant, run.With(variant.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))));
            progress.Report((runs.Count - 1.0) / (variants.Count + 1));
        }
        return new CaseComparison(run, [.. (results.Count == 0 ? [DefaultResult] : results).Select(path => OfResult(run, runs, path))], null);
    }

    private static CaseComparison OfDesigns(CaseRun run) =>
        new(run, [(run.Design.Serving.Title, Comparison.OfAny(run.Options, run.Design.Alternatives))], run.Design.Choice);

    private static (string Subject, IComparison Comparison) OfResult(CaseRun run, List<(string Name, CaseRun Run)> runs, string path) =>
        (run.Sheet[path].Name!, Comparison.OfAny(run.Options, [.. runs.Select(variant => (variant.Name, variant.Run.Sheet[path]))]));
}
