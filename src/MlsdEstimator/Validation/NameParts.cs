using System.Text.RegularExpressions;

namespace MlsdEstimator;

/// <summary>What a name is made of. Capitals, hyphens and what else stands between do not matter: "RTX4090" and "rtx-4090" have the runs RTX and 4090.</summary>
internal sealed partial class NameParts(string name)
{
    /// <summary>Words with a digit, which tell one product from another: "H100", "80GB". Those of the maker have none.</summary>
    private readonly HashSet<string> numbered = Found(NumberedWord(), name);

    private readonly HashSet<string> runs = Found(Run(), name);

    /// <summary>How many parts two names share; numbered words decide, runs of letters and of digits only where these are equal.</summary>
    public (int NumberedWords, int Runs) SharedWith(NameParts other) => (numbered.Count(other.numbered.Contains), runs.Count(other.runs.Contains));

    private static HashSet<string> Found(Regex part, string name) => part.Matches(name).Select(match => match.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"[\p{L}\d]*\d[\p{L}\d]*")]
    private static partial Regex NumberedWord();

    [GeneratedRegex(@"\p{L}+|\d+")]
    private static partial Regex Run();
}
