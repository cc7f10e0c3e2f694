namespace MlsdEstimator;

/// <summary>Names that come closest to one that is not known, for errors that help.</summary>
internal static class NearestNames
{
    private const int SuggestionCount = 3;

    /// <summary>"'A100', 'A10'": names that contain the text first, then by letters to change.</summary>
    public static string Of(string text, IEnumerable<string> known)
    {
        string[] nearest =
        [
            .. known.Distinct()
                .OrderBy(name => !name.Contains(text, StringComparison.OrdinalIgnoreCase))
                .ThenBy(name => NearestSpelling.Edits(text.ToUpperInvariant(), name.ToUpperInvariant()))
                .Take(SuggestionCount),
        ];
        return nearest.Length == 0 ? "none" : string.Join(", ", nearest.Select(name => $"'{name}'"));
    }
}
