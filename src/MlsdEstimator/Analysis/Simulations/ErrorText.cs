using System.Globalization;

namespace MlsdEstimator;

/// <summary>A statistic with its standard error, which is shown where it would change the printed digits: where it is at least half of the last of them.</summary>
internal static class ErrorText
{
    private const string PlusMinus = " ± ";

    /// <summary>"92.9 k/s", or "92.9 ± 0.4 k/s" with one digit of the error in the same unit.</summary>
    public static string Of<T>(T value, T error)
        where T : Quantity<T>, IQuantity<T>
    {
        string text = value.ToString();
        if (!value.IsFeasible || !error.IsFeasible)
            return text;
        double shown = Quantity<T>.TryParse(text, null, out T? parsed) ? parsed.BaseValue : value.BaseValue, width = error.BaseValue;
        bool changes = Text<T>(shown - width) != text || Text<T>(shown + width) != text;
        return changes ? With(text, shown, width) ?? text + PlusMinus + error : text;
    }

    private static string Text<T>(double value)
        where T : Quantity<T>, IQuantity<T> => EstimateReading.Of<T>(value).ToString();

    /// <summary>The error behind the one number of a text, in its unit; null where there is not one number, as in "3 h 20 min", or it is 0.</summary>
    private static string? With(string text, double shown, double error)
    {
        int start = text.AsSpan().IndexOfAnyInRange('0', '9'), end = start;
        while (end >= 0 && end < text.Length && IsOfNumber(text, end))
            end++;
        if (start < 0 || text.AsSpan(end).ContainsAnyInRange('0', '9'))
            return null;
        double printed = double.Parse(text.AsSpan(start, end - start), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        return printed > 0 ? string.Concat(text.AsSpan(0, end), PlusMinus, NumberText.Significant(error * printed / Math.Abs(shown), digits: 1), text.AsSpan(end)) : null;
    }

    /// <summary>Digits, separators, and the exponent of "1.2e-24".</summary>
    private static bool IsOfNumber(string text, int at) =>
        char.IsAsciiDigit(text[at])
        || (text[at] is '.' or ',' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))
        || (text[at] is 'e' && at + 1 < text.Length && (char.IsAsciiDigit(text[at + 1]) || text[at + 1] == '-'))
        || (text[at] is '-' && at > 0 && text[at - 1] == 'e');
}
