using System.Globalization;

namespace MlsdEstimator;

/// <summary>Numbers as text, invariant culture.</summary>
internal static class NumberText
{
    /// <summary>Significant digits of the general format: an estimate carries no more.</summary>
    public const int Digits = 3;

    /// <summary>Plain digits from here to 1e15, powers of ten outside, as napkin calculators do.</summary>
    public const double LeastPlain = 1e-3;

    private const double LeastLong = 1e15;

    // The largest double is 1.798e308; its three digits, 1.80e308, are beyond it.
    private const double LargestRounded = 1.79e308;

    /// <summary>Shortest text that reads back to the same double: "1e-5", never "1E-05".</summary>
    public static string Exact(double value)
    {
        // For some powers of two, such as 2^-25, .NET 10 prints an "R" that reads back one step lower; 17 digits tell any two doubles apart.
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        var text = Parsed(shortest) == value ? shortest : value.ToString("G17", CultureInfo.InvariantCulture);
        return text.Contains('E', StringComparison.Ordinal) ? PowerOfTen(text) : text;
    }

    /// <summary>The nearest double with so many significant decimal digits; the value itself where that would overflow.</summary>
    public static double Rounded(double value, int digits = Digits)
    {
        var rounded = Parsed(Scientific(value, digits));
        return double.IsFinite(rounded) ? rounded : value;
    }

    /// <summary>"2.42", "23,100", "1.2e24": no trailing zeros.</summary>
    public static string Significant(double value, int digits = Digits)
    {
        var rounded = Rounded(value, digits);
        var size = Math.Abs(rounded);
        if (size == 0)
            return "0";
        if (size is >= LeastPlain and < LeastLong)
            return rounded.ToString("#,##0.##################", CultureInfo.InvariantCulture);

        // Near the largest double three digits would round up beyond it.
        return rounded == value && size > LargestRounded ? Exact(value) : PowerOfTen(Scientific(value, digits));
    }

    /// <summary>A whole number with separators: "23,148".</summary>
    public static string Whole(double value) => Math.Round(value, MidpointRounding.AwayFromZero).ToString("#,##0", CultureInfo.InvariantCulture);

    /// <summary>As <see cref="Significant"/>, but cents are two digits, "$2.50", unless a multiplier stands behind, "$2.5 M".</summary>
    public static string Dollars(double value, Unit unit, int digits = Digits)
    {
        var text = Significant(value, digits);
        var multiplied = unit.Symbol.StartsWith("$ ", StringComparison.Ordinal) && !unit.Symbol.StartsWith("$ per", StringComparison.Ordinal);
        var oneDecimal = text.Length > 1 && text[^2] == '.';
        return oneDecimal && !multiplied ? text + '0' : text;
    }

    private static double Parsed(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    // "1.20E+024" to "1.2e24".
    private static string PowerOfTen(string scientific)
    {
        var cut = scientific.IndexOf('E', StringComparison.Ordinal);
        var mantissa = scientific[..cut];
        var shortest = mantissa.Contains('.', StringComparison.Ordinal) ? mantissa.TrimEnd('0').TrimEnd('.') : mantissa;
        var exponent = int.Parse(scientific[(cut + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{shortest}e{exponent}");
    }

    private static string Scientific(double value, int digits) =>
        value.ToString("E" + (digits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
