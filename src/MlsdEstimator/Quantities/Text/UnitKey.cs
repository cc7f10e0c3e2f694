namespace MlsdEstimator;

/// <summary>One spelling for what may be written with other spaces or with "per": "$ 5 per  month" has the key "$/month".</summary>
internal static class UnitKey
{
    public static string Of(string unit)
    {
        var words = ' ' + string.Join(' ', unit.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var key = words.Replace(" per ", "/", StringComparison.Ordinal)
            .Replace(" /", "/", StringComparison.Ordinal)
            .Replace("/ ", "/", StringComparison.Ordinal)
            .TrimStart(' ');
        return key.StartsWith("$ ", StringComparison.Ordinal) ? '$' + key[2..] : key;
    }
}
