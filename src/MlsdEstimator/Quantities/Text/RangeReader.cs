namespace MlsdEstimator;

/// <summary>[~] value | [~] low to high | [~] low to high[,] best value.</summary>
internal static class RangeReader
{
    private const string To = " to ";
    private const string Best = " best ";

    private const string NotAboveZero = "both ends must be above 0: the median lies at their geometric mean; " +
        "for a value that can be 0 or negative use another shape, such as Uncertain.Normal or Uncertain.Uniform";

    private const string NotBelowOne = "both ends must be below 100% (1): the median lies at the mean of their log-odds; " +
        "for a fraction that can reach 100% use another shape, such as Uncertain.Uniform";

    // A quantity with a range fits in 80 characters; longer text is not one, and is not worth reading.
    private const int LongestText = 200;

    /// <exception cref="FormatException">With the problem alone; the caller adds text and example.</exception>
    public static ParsedRange Read(Dimension dimension, string? text)
    {
        var body = Body(text);
        var cut = body.IndexOf(To, StringComparison.Ordinal);
        return cut < 0 ? Single(dimension, body) : Range(dimension, body[..cut], body[(cut + To.Length)..]);
    }

    private static string Body(string? text)
    {
        if (text is { Length: > LongestText })
            throw new FormatException($"it is longer than {LongestText} characters");

        var body = (text ?? "").Trim(' ');
        if (body.StartsWith('~'))
            body = body[1..].TrimStart(' ');

        return body.Length > 0 ? body : throw new FormatException("it is empty");
    }

    private static ParsedRange Single(Dimension dimension, string body)
    {
        var value = dimension.Value(Operand.Read(body));
        var inside = double.IsInfinity(dimension.Ceiling) || (value >= 0 && value <= dimension.Ceiling);
        return inside ? ParsedRange.Certain(value) : throw new FormatException("it must lie in 0% to 100% (0 to 1)");
    }

    private static ParsedRange Range(Dimension dimension, string lowText, string rest)
    {
        if (rest.Contains(To, StringComparison.Ordinal))
            throw new FormatException("a range has one \"to\"");

        var cut = rest.IndexOf(Best, StringComparison.Ordinal);
        var highText = cut < 0 ? rest : rest[..cut].TrimEnd(' ').TrimEnd(',');
        return cut < 0
            ? TwoEnds(dimension, SharedUnit.Among(dimension, lowText, highText))
            : ThreePoints(dimension, SharedUnit.Among(dimension, lowText, highText, rest[(cut + Best.Length)..]));
    }

    private static ParsedRange TwoEnds(Dimension dimension, Operand[] ends)
    {
        var (low, high) = (dimension.Value(ends[0]), dimension.Value(ends[1]));
        Check(dimension, low, high);
        return new ParsedRange(low, dimension.Middle(low, high), high);
    }

    private static ParsedRange ThreePoints(Dimension dimension, Operand[] points)
    {
        var (low, high, best) = (dimension.Value(points[0]), dimension.Value(points[1]), dimension.Value(points[2]));
        Check(dimension, low, high);
        return low <= best && best <= high
            ? new ParsedRange(low, best, high)
            : throw new FormatException(
                $"best must lie between the ends, and {dimension.Short(best)} is not inside {dimension.FormatRange(low, high)}");
    }

    private static void Check(Dimension dimension, double low, double high)
    {
        if (low <= 0 || high <= 0)
            throw new FormatException(NotAboveZero);
        if (high >= dimension.Ceiling)
            throw new FormatException(NotBelowOne);
        if (low >= high)
            throw new FormatException($"the low end must be below the high end, and {dimension.Short(low)} is not below {dimension.Short(high)}");
    }
}
