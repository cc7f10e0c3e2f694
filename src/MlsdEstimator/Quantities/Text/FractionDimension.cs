using System.Globalization;

namespace MlsdEstimator;

/// <summary>Parts of a whole, 0 to 1, as percent: "12%", "99.995%".</summary>
internal sealed class FractionDimension() : Dimension("fraction", Table, "12%")
{
    private static readonly Unit Percent = new("%", 0.01) { Aliases = ["percent"] };

    private static readonly IReadOnlyList<Unit> Table = [new Unit("", 1) { Shown = false }, Percent];

    internal override double Ceiling => 1;

    internal override Unit Pick(double value) => Percent;

    internal override string Number(double value, Unit unit, int digits = NumberText.Digits) =>
        ReferenceEquals(unit, Percent) && value is > 0.5 and < 1 ? Nines(1 - value, digits) : base.Number(value, unit, digits);

    /// <summary>The median of the logit-normal between the ends: the geometric mean of the odds.</summary>
    internal override double Middle(double low, double high)
    {
        var odds = Math.Sqrt(low / (1 - low)) * Math.Sqrt(high / (1 - high));
        return odds / (1 + odds);
    }

    // 1 - value is exact here (Sterbenz); its own leading digits say how many nines to keep, so that 99.995% is never 100%.
    private static string Nines(double missing, int digits)
    {
        var missingPercent = (decimal)(missing * 100);
        var exponent = (int)Math.Floor(Math.Log10(missing * 100));
        var decimals = digits - 2 - Math.Min(0, exponent);
        return Math.Round(100m - missingPercent, Math.Min(decimals, MostDecimals), MidpointRounding.AwayFromZero)
            .ToString("0.############################", CultureInfo.InvariantCulture);
    }

    // decimal holds 28 digits, two or three of them before the point.
    private const int MostDecimals = 25;
}
