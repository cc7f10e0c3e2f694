namespace MlsdEstimator;

/// <summary>Counts and ratios: whole below 100,000 ("23,148"), then with K, M, bn, T.</summary>
internal sealed class ScalarDimension() : Dimension("scalar", CountUnits.Table, "150 M", CountUnits.Refused)
{
    // Counts below this print whole.
    private const double LeastShort = 100_000;

    // From here a number with 3 digits may not be whole as printed.
    private const double LeastWhole = 1_000;

    internal override Unit Pick(double value) => Math.Round(Math.Abs(value), MidpointRounding.AwayFromZero) < LeastShort ? Base : base.Pick(value);

    internal override string Number(double value, Unit unit, int digits = NumberText.Digits)
    {
        var whole = ReferenceEquals(unit, Base) && Math.Abs(value) is >= LeastWhole and < LeastShort && digits == NumberText.Digits;
        return whole ? NumberText.Whole(value) : base.Number(value, unit, digits);
    }
}
