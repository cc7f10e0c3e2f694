using System.Globalization;

namespace MlsdEstimator;

/// <summary>Durations as people say them: "200 ms", "4 min 30 s", "1 d 12 h", "1.5 years".</summary>
internal sealed class DurationDimension() : Dimension("duration", TimeUnits.Table, "3 h 20 min", TimeUnits.Refused)
{
    // Of each pair of units: the smaller one in seconds, how many make the larger one, and where the next pair takes over.
    private static readonly (double Step, int PerLarge, int Limit, string Large, string Small)[] Pairs =
    [
        (1, 60, 3_600, "min", "s"),
        (TimeUnits.Minute, 60, 24 * 60, "h", "min"),
        (TimeUnits.Hour, 24, 365 * 24, "d", "h"),
    ];

    protected internal override string Short(double value)
    {
        var size = Math.Abs(value);
        if (NumberText.Rounded(size) < TimeUnits.Minute)
            return base.Short(value);

        return TwoParts(size) is { } text ? (value < 0 ? "-" : "") + text : base.Short(value);
    }

    internal override double Value(Operand operand)
    {
        var next = operand.Suffix.AsSpan().IndexOfAnyInRange('0', '9');
        return next < 0 ? base.Value(operand) : Sum(operand with { Suffix = UnitKey.Of(operand.Suffix[..next]) }, operand.Suffix[next..]);
    }

    // Rounded to the smaller unit before it is split, so that no part reaches "60 s" or "24 h".
    private static string? TwoParts(double seconds)
    {
        foreach (var (step, perLarge, limit, large, small) in Pairs)
        {
            var count = Math.Round(seconds / step, MidpointRounding.AwayFromZero);
            if (count < limit)
                return Join((int)count / perLarge, large, (int)count % perLarge, small);
        }

        return null;
    }

    private static string Join(int large, string largeUnit, int small, string smallUnit) => small == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{large} {largeUnit}")
        : string.Create(CultureInfo.InvariantCulture, $"{large} {largeUnit} {small} {smallUnit}");

    private double Sum(Operand first, string rest)
    {
        var second = Operand.Read(rest);
        var (large, small) = (base.Value(first), Value(second));
        var descending = Find(first.Key) is { } unit && Math.Abs(small) < unit.Factor;
        return descending && !first.Dollar
            ? large + Math.CopySign(small, double.IsNegative(first.Number) ? -1 : 1)
            : throw new FormatException("parts go from the larger unit to the smaller, each less than one of the unit before");
    }
}
