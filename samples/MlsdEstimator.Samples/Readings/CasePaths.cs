namespace MlsdEstimator.Samples;

/// <summary>Results of a case by the path they are found under.</summary>
internal static class CasePaths
{
    /// <summary>What a reader wants first, then everything else.</summary>
    public static IReadOnlyList<string> Candidates(CaseRun run) => [.. run.Design.Headlines.Concat(All(run.Sheet)).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The result, or null when this design has none of that path.</summary>
    public static IQuantity? Find(Worksheet sheet, string path)
    {
        try
        {
            return sheet[path];
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static IEnumerable<string> All(Worksheet sheet) => sheet.Parts.SelectMany(WithParts).SelectMany(estimator => estimator.Results.Select(result => $"{estimator.Title} / {result.Name}"));

    private static IEnumerable<Estimator> WithParts(Estimator estimator) => [estimator, .. estimator.Parts.SelectMany(WithParts)];
}
