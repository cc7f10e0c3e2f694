namespace MlsdEstimator;

/// <summary>Looks an entry up by name: the whole name or an alias, else a word of it, else a part of it, where only one has it.</summary>
internal static class CatalogueNames
{
    private const int MostListed = 6;

    public static T Find<T>(string name, IReadOnlyList<T> entries, Func<T, string> nameOf, Func<T, IReadOnlyList<string>> aliasesOf, string what)
    {
        Require.NotBlank(name, nameof(name));
        T[] whole = [.. entries.Where(entry => Same(nameOf(entry), name) || aliasesOf(entry).Any(alias => Same(alias, name)))];
        return (whole.Length > 0 ? whole : Hits(name, entries, nameOf)) switch
        {
            [var only] => only,
            [] => throw new ArgumentException($"There is no {what} '{name}'. Nearest: {NearestNames.Of(name, entries.Select(nameOf))}.", nameof(name)),
            T[] several => throw new ArgumentException($"'{name}' names several {what}s: {Listed([.. several.Select(nameOf)])}. Give the whole name.", nameof(name)),
        };
    }

    private static T[] Hits<T>(string name, IReadOnlyList<T> entries, Func<T, string> nameOf)
    {
        T[] parts = [.. entries.Where(entry => Plain(nameOf(entry)).Contains(Plain(name), StringComparison.OrdinalIgnoreCase))];
        T[] words = [.. parts.Where(entry => IsWord(Plain(name), Plain(nameOf(entry))))];
        return words.Length > 0 ? words : parts;
    }

    private static bool Same(string one, string other) => Plain(one).Equals(Plain(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>"RTX 4090" and "RTX_4090" are "RTX-4090".</summary>
    private static string Plain(string name) => name.Replace(' ', '-').Replace('_', '-');

    /// <summary>"L4" is a word of "L4-24GB", not of "L40-48GB".</summary>
    private static bool IsWord(string text, string name)
    {
        int start = name.IndexOf(text, StringComparison.OrdinalIgnoreCase);
        int end = start + text.Length;
        return (start == 0 || !char.IsLetterOrDigit(name[start - 1])) && (end == name.Length || !char.IsLetterOrDigit(name[end]));
    }

    private static string Listed(string[] names)
    {
        string first = string.Join(", ", names.Take(MostListed).Select(name => $"'{name}'"));
        return names.Length > MostListed ? Text.Of($"{first} and {names.Length - MostListed} more") : first;
    }
}
