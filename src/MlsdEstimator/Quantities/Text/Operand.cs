using System.Globalization;

namespace MlsdEstimator;

/// <summary>One end of a range, or a single value, before its unit is looked up.</summary>
/// <param name="Number">Signed, as written.</param>
/// <param name="Dollar">A "$" stood before the number.</param>
/// <param name="Suffix">What stood behind the number: multiplier and unit, as a <see cref="UnitKey"/>.</param>
internal readonly record struct Operand(double Number, bool Dollar, string Suffix)
{
    public string Key => Dollar ? '$' + Suffix : Suffix;

    /// <exception cref="FormatException">Does not begin with a number.</exception>
    public static Operand Read(string text)
    {
        var body = text.Trim(' ');
        var negative = body.StartsWith('-');
        var dollar = body.AsSpan(negative ? 1 : 0).StartsWith('$');
        var start = (negative ? 1 : 0) + (dollar ? 1 : 0);
        var end = NumberSyntax.End(body, start);
        var number = Parsed(body[start..end]);
        return new Operand(negative ? -number : number, dollar, UnitKey.Of(body[end..]));
    }

    private static double Parsed(string digits)
    {
        var number = double.Parse(digits.Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(number) ? number : throw new FormatException("the number is too large to hold");
    }
}
