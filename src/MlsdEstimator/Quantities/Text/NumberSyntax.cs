namespace MlsdEstimator;

/// <summary>digits [,ddd ...] [.digits] [e[+-]digits], read in one pass.</summary>
internal static class NumberSyntax
{
    private const int GroupLength = 3;

    /// <summary>Where the number that begins at <paramref name="start"/> ends.</summary>
    /// <exception cref="FormatException">No number begins there, or its groups or decimals are malformed.</exception>
    public static int End(string text, int start)
    {
        var end = Digits(text, start);
        if (end == start)
            throw new FormatException(start == text.Length ? "a number is missing" : $"a number must begin at \"{text[start..]}\"");

        return Exponent(text, Decimals(text, Groups(text, start, end)));
    }

    private static int Groups(string text, int start, int end)
    {
        if (!At(text, end, ','))
            return end;

        // "0,123" is a decimal comma more often than a number of thousands: refused, not guessed.
        var wellFormed = end - start <= GroupLength && text[start] != '0';
        while (wellFormed && At(text, end, ','))
        {
            var next = Digits(text, end + 1);
            wellFormed = next - end - 1 == GroupLength;
            end = next;
        }

        return wellFormed
            ? end
            : throw new FormatException("commas separate groups of three digits, as in 1,000,000; decimals follow a point, as in 1.5");
    }

    private static int Decimals(string text, int end)
    {
        if (!At(text, end, '.'))
            return end;

        var next = Digits(text, end + 1);
        return next > end + 1 ? next : throw new FormatException("a digit must follow the decimal point");
    }

    // An "e" without digits begins a unit: "5EB".
    private static int Exponent(string text, int end)
    {
        if (!At(text, end, 'e') && !At(text, end, 'E'))
            return end;

        var first = At(text, end + 1, '+') || At(text, end + 1, '-') ? end + 2 : end + 1;
        var next = Digits(text, first);
        return next > first ? next : end;
    }

    private static int Digits(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;

        return end;
    }

    private static bool At(string text, int index, char wanted) => index < text.Length && text[index] == wanted;
}
