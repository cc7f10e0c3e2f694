namespace MlsdEstimator;

/// <summary>Finds results by what people call them.</summary>
internal static class WorksheetIndex
{
    public static IQuantity Find(IEnumerable<Estimator> estimators, string path)
    {
        Require.NotBlank(path, nameof(path));
        (string Path, IQuantity Result)[] all =
            [.. estimators.SelectMany(estimator => estimator.Results, (estimator, result) => ($"{estimator.Title} / {result.Name}", result)).DistinctBy(entry => (entry.Item1, entry.result.Node))];
        (string Path, IQuantity Result)[] hits = [.. all.Where(entry => Matches(entry.Path, entry.Result, path))];
        return hits switch
        {
            [var only] => only.Result,
            [] => throw new ArgumentException($"There is no result '{path}'. Nearest: {NearestNames.OfEither(path, all.Select(entry => (entry.Path, entry.Result.Name ?? "")))}.", nameof(path)),
            _ => throw new ArgumentException($"'{path}' names several results: {string.Join(", ", hits.Select(hit => $"'{hit.Path}'"))}. Give the whole path, and estimators titles of their own.", nameof(path)),
        };
    }

    private static bool Matches(string full, IQuantity result, string path) =>
        full.Equals(path, StringComparison.OrdinalIgnoreCase) || string.Equals(result.Name, path, StringComparison.OrdinalIgnoreCase);
}
