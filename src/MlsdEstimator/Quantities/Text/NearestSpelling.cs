namespace MlsdEstimator;

/// <summary>Known spellings near an unknown one, for "did you mean".</summary>
internal static class NearestSpelling
{
    // Longer texts are not typing errors of a unit, and the distance costs length x length.
    private const int LongestCompared = 24;

    /// <summary>All that differ in case only; else the nearest one within a third of its letters (at least one); else none.</summary>
    public static IReadOnlyList<string> To(string text, IEnumerable<string> known)
    {
        if (text.Length is 0 or > LongestCompared)
            return [];

        var all = known.ToList();
        var sameLetters = all.Where(key => key.Equals(text, StringComparison.OrdinalIgnoreCase)).ToList();
        return sameLetters.Count > 0 ? sameLetters : Nearest(text, all);
    }

    private static IReadOnlyList<string> Nearest(string text, IEnumerable<string> known)
    {
        var limit = Math.Max(1, text.Length / 3);
        var near = known.Where(key => key.Length > 1 && Math.Abs(key.Length - text.Length) <= limit)
            .Select(key => (Key: key, Distance: Edits(text, key)))
            .OrderBy(pair => pair.Distance)
            .FirstOrDefault();
        return near.Key is not null && near.Distance <= limit && near.Distance < text.Length ? [near.Key] : [];
    }

    /// <summary>Levenshtein distance: insertions, deletions and replacements; one row at a time.</summary>
    internal static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
