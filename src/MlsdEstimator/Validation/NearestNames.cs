namespace MlsdEstimator;

/// <summary>Names that come closest to one that is not known, for errors that help.</summary>
internal static class NearestNames
{
    private const int SuggestionCount = 3;

    /// <summary>More parts than any name has: the whole text is in it.</summary>
    private static readonly (int NumberedWords, int Runs) Whole = (int.MaxValue, 0);

    /// <summary>"'A100', 'A10'": names that contain the text first, then those that share most parts with it, then by letters to change.</summary>
    public static string Of(string text, IEnumerable<string> known) => OfEither(text, known.Select(name => (name, name)));

    /// <param name="text">What was asked for.</param>
    /// <param name="known">What can be asked for, each with a shorter form that people may type in its place.</param>
    public static string OfEither(string text, IEnumerable<(string Name, string Short)> known)
    {
        var asked = new NameParts(text);
        string[] nearest =
        [
            .. known.OrderByDescending(entry => entry.Name.Contains(text, StringComparison.OrdinalIgnoreCase) ? Whole : asked.SharedWith(new NameParts(entry.Name)))
                .ThenBy(entry => Math.Min(Distance(text, entry.Name), Distance(text, entry.Short)))
                .Select(entry => entry.Name)
                .Distinct()
                .Take(SuggestionCount),
        ];
        return nearest.Length == 0 ? "none" : string.Join(", ", nearest.Select(name => $"'{name}'"));
    }

    private static int Distance(string text, string name) => NearestSpelling.Edits(text.ToUpperInvariant(), name.ToUpperInvariant());
}
