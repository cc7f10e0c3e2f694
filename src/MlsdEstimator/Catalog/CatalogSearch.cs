namespace MlsdEstimator;

/// <summary>Finds an entry of a catalogue by its name or a part of it.</summary>
internal static class CatalogSearch
{
    /// <exception cref="ArgumentException">There is none, or several; the message lists the nearest or the candidates.</exception>
    public static T Find<T>(string name, IReadOnlyList<T> all, Func<T, string> nameOf, string what)
    {
        Require.NotBlank(name, nameof(name));
        T? exact = all.FirstOrDefault(entry => nameOf(entry).Equals(name, StringComparison.OrdinalIgnoreCase));
        T[] hits = exact is not null ? [exact] : [.. all.Where(entry => nameOf(entry).Contains(name, StringComparison.OrdinalIgnoreCase))];
        return hits switch
        {
            [T only] => only,
            [] => throw new ArgumentException($"There is no {what} '{name}'. Nearest: {NearestNames.Of(name, all.Select(nameOf))}.", nameof(name)),
            _ => throw new ArgumentException($"'{name}' names several: {string.Join(", ", hits.Select(hit => $"'{nameOf(hit)}'"))}. Give the whole name.", nameof(name)),
        };
    }
}
