namespace MlsdEstimator;

/// <summary>In "5 to 20 k/s" the unit behind the range is the unit of both ends.</summary>
internal static class SharedUnit
{
    /// <summary>
    /// Low, high and (if any) best, each with a unit: its own, else that of the next number to the right; best falls back to the high end's.
    /// A "$" before any of them counts for all. An end with a multiplier alone, "5k to 20 /s", takes what the unit has from its "/" on.
    /// </summary>
    public static Operand[] Among(Dimension dimension, params IReadOnlyList<string> texts)
    {
        var points = texts.Select(Operand.Read).ToArray();
        RefuseAmbiguous(points);
        var dollar = points.Any(point => point.Dollar);
        var last = points[^1].Suffix.Length > 0 ? points[^1].Suffix : points[1].Suffix;
        for (var i = points.Length - 1; i >= 0; i--)
        {
            points[i] = Complete(dimension, points[i] with { Dollar = dollar }, last);
            last = points[i].Suffix;
        }

        return points;
    }

    private static Operand Complete(Dimension dimension, Operand point, string shared)
    {
        if (point.Suffix.Length == 0)
            return point with { Suffix = shared };

        var slash = shared.IndexOf('/', StringComparison.Ordinal);
        var completed = slash < 0 ? point : point with { Suffix = point.Suffix + shared[slash..] };
        return dimension.Find(point.Key) is null && dimension.Find(completed.Key) is not null ? completed : point;
    }

    // "$500 to $2M" means 500 dollars to many readers and 500 million to the rule of the shared unit.
    private static void RefuseAmbiguous(Operand[] points)
    {
        var (low, high) = (points[0], points[1]);
        var multiplied = high.Suffix.Length > 0 && !high.Suffix.StartsWith('/') && !high.Suffix.StartsWith("USD", StringComparison.Ordinal);
        if (low.Dollar && high.Dollar && low.Suffix.Length == 0 && multiplied)
            throw new FormatException($"the \"{high.Suffix}\" may or may not count for the low end too: write it at both, or one \"$\" for both");
    }
}
