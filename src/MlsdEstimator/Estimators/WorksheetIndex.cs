namespace MlsdEstimator;

/// <summary>Finds results by what people call them.</summary>
internal static class WorksheetIndex
{
    /// <param name="results">Titles of estimators with what they compute.</param>
    /// <param name="path">"title / name", or "name".</param>
    public static IQuantity Find(IEnumerable<(string Title, IQuantity Result)> results, string path)
    {
        Require.NotBlank(path, nameof(path));
        (string Path, IQuantity Result)[] all =
            [.. results.Select(entry => ($"{entry.Title} / {entry.Result.Name}", entry.Result)).DistinctBy(entry => (entry.Item1, entry.Result.Node))];
        (string Path, IQuantity Result)[] hits = [.. all.Where(entry => Matches(entry.Path, entry.Result, path))];
        return hits switch
        {
            [var only] => only.Result,
            [] => throw new ArgumentException($"There is no result '{path}'. Nearest: {NearestNames.OfEither(path, all.Select(entry => (entry.Path, entry.Result.Name ?? "")))}.", nameof(path)),
            _ => throw new ArgumentException($"'{path}' names several results: {string.Join(", ", hits.Select(hit => $"'{hit.Path}'"))}. Give the whole path, and estimators titles of their own.", nameof(path)),
        };
    }

    public static IQuantity FindInput(IReadOnlyList<IQuantity> inputs, string name)
    {
        Require.NotBlank(name, nameof(name));
        IQuantity[] hits = [.. inputs.Where(input => string.Equals(input.Name, name, StringComparison.OrdinalIgnoreCase))];
        return hits switch
        {
            [var only] => only,
            [] => throw new ArgumentException($"There is no input '{name}'. Nearest: {NearestNames.Of(name, inputs.Select(input => input.Name ?? ""))}.", nameof(name)),
            _ => throw new ArgumentException($"'{name}' names {hits.Length} inputs; give each a name of its own.", nameof(name)),
        };
    }

    private static bool Matches(string full, IQuantity result, string path) =>
        full.Equals(path, StringComparison.OrdinalIgnoreCase) || string.Equals(result.Name, path, StringComparison.OrdinalIgnoreCase);
}
