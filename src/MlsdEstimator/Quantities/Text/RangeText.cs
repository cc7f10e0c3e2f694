namespace MlsdEstimator;

/// <summary>Two ends as text, with one unit where that stays readable.</summary>
internal readonly record struct RangeText(Dimension Dimension, double Low, double High)
{
    // More digits than this are not decimal any more: a double holds 15 (IEEE 754).
    private const int MostDigits = 15;

    public override string ToString()
    {
        var unit = Dimension.Pick(Math.Abs(Low) > Math.Abs(High) ? Low : High);
        if (unit.IsDollar && (Low < 0 || High < 0))
            return Apart(unit);
        if (!Hides(unit))
            return Together(unit);

        // A bare low end would take the high end's multiplier when read back: "500 to 2 M".
        var bare = unit.IsDollar || unit.Symbol.Length == 0 || Dimension.Base.Symbol.Length == 0;
        return bare ? Together(Dimension.Pick(0)) : Apart(unit);
    }

    private bool Hides(Unit unit)
    {
        var smaller = Math.Min(Math.Abs(unit.FromBase(Low)), Math.Abs(unit.FromBase(High)));
        return smaller is > 0 and < NumberText.LeastPlain;
    }

    private string Apart(Unit unit)
    {
        var (low, high) = (Dimension.Short(Low), Dimension.Short(High));
        return low == high ? Together(unit) : $"{low} to {high}";
    }

    // Ends that look alike get more digits, until they differ.
    private string Together(Unit unit)
    {
        for (var digits = NumberText.Digits; digits <= MostDigits; digits++)
        {
            var (low, high) = (Dimension.Number(Low, unit, digits), Dimension.Number(High, unit, digits));
            if (low != high && (low != "0" || Low == 0))
                return unit.Attach($"{low} to {high}");
        }

        return Dimension.Base.Attach($"{NumberText.Exact(Low)} to {NumberText.Exact(High)}");
    }
}
