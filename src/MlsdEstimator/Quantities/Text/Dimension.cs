using System.Diagnostics.CodeAnalysis;

namespace MlsdEstimator;

/// <summary>How quantities of one kind are written and read: strict, case-sensitive, invariant culture, over doubles in the base unit.</summary>
/// <remarks>What <see cref="Format"/> prints, <see cref="Parse"/> reads back: exactly for "R", within its rounding else.</remarks>
internal abstract class Dimension(string name, IReadOnlyList<Unit> units, string example, IReadOnlyDictionary<string, string>? refused = null)
{
    // 0.9995 is the middle of 0.999 and 1 (3 digits), less a rounding error of the division.
    private const double TieBelowOne = 0.9995 * (1 - 1e-12);

    private readonly Lazy<UnitIndex> index = new(() => new UnitIndex(units));

    /// <summary>As messages call it: "data size".</summary>
    public string Name { get; } = name;

    public Unit Base => Units[0];

    /// <summary>The base unit first.</summary>
    public IReadOnlyList<Unit> Units { get; } = units;

    /// <summary>A text that parses, for messages.</summary>
    public string Example { get; } = example;

    /// <summary>Values of this dimension lie in 0..Ceiling when it is finite.</summary>
    internal virtual double Ceiling => double.PositiveInfinity;

    /// <summary>null, "" or "G": short; "G1", "G2": short, at one or two digits; "R": exact, in the base unit; a unit: 3 significant digits in that unit.</summary>
    /// <exception cref="FormatException">The format is none of these.</exception>
    /// <exception cref="ArgumentException">The value is not finite.</exception>
    public string Format(double value, string? format)
    {
        RequireFinite(value);
        return format switch
        {
            null or "" or "G" => Short(value),
            "G1" or "G2" => Short(RoundedAsShown(value, digits: format[1] - '0')),
            "R" => Base.Attach(NumberText.Exact(value)),
            _ => Write(value, Find(UnitKey.Of(format)) ?? throw UnknownFormat(format)),
        };
    }

    /// <summary>Both ends with one prefix and unit, "19 to 93 k/s"; with two where one would hide the low end, "300 B to 5 GB".</summary>
    public string FormatRange(double low, double high)
    {
        RequireFinite(low);
        RequireFinite(high);
        return low == high ? Short(low) : new RangeText(this, low, high).ToString();
    }

    /// <exception cref="FormatException">The text is not one value or range of this dimension; says why and what to write.</exception>
    public ParsedRange Parse(string text) => TryParse(text, out var range, out var error) ? range : throw new FormatException(error);

    /// <summary>False, with the reason in <paramref name="error"/>, where <see cref="Parse"/> throws.</summary>
    public bool TryParse([NotNullWhen(true)] string? text, out ParsedRange range, out string error)
    {
        try
        {
            (range, error) = (RangeReader.Read(this, text), "");
            return true;
        }
        catch (FormatException problem)
        {
            (range, error) = (default, $"Cannot read {Quote(text)} as {Name}: {problem.Message}. Write for example \"{Example}\".");
            return false;
        }
    }

    /// <summary>The general format.</summary>
    protected internal virtual string Short(double value)
    {
        var unit = Pick(value);
        return Write(Carried(value, unit), unit);
    }

    /// <summary>The unit that the general format shows the value in.</summary>
    internal virtual Unit Pick(double value) => index.Value.Pick(value);

    /// <summary>The unit spelled so, or null.</summary>
    internal virtual Unit? Find(string key) => index.Value.Find(key);

    /// <summary>Why no unit is spelled so, and which is near.</summary>
    internal virtual string Unknown(string key) =>
        refused?.GetValueOrDefault(key) is { } reason ? $"\"{key}\" is not accepted: {reason}" : index.Value.Unknown(key);

    /// <summary>The number alone, as shown in the unit.</summary>
    internal virtual string Number(double value, Unit unit, int digits = NumberText.Digits) =>
        unit.IsDollar ? NumberText.Dollars(unit.FromBase(value), unit, digits) : NumberText.Significant(unit.FromBase(value), digits);

    /// <summary>An operand in base units.</summary>
    internal virtual double Value(Operand operand) => Scale(operand.Number, Find(operand.Key) ?? throw new FormatException(Unknown(operand.Key)));

    /// <summary>The best value of a range of two ends: the median of the log-normal between them.</summary>
    internal virtual double Middle(double low, double high) =>
        double.IsNormal(low * high) ? Math.Sqrt(low * high) : Math.Sqrt(low) * Math.Sqrt(high);

    private protected static double Scale(double number, Unit unit) => unit.ToBase(number) is var value && double.IsFinite(value)
        ? value
        : throw new FormatException("the number is too large to hold");

    private protected string Write(double value, Unit unit)
    {
        // Out of a double's range in the shown unit: 1e308 $/s has no number per month.
        var fits = value == 0 || double.IsNormal(unit.FromBase(value));
        return fits ? unit.Attach(Number(value, unit)) : Base.Attach(NumberText.Significant(value));
    }

    // A tie carries from the unit below and may land a hair under the least number here: 999.5 B is 1 kB, not 0.999 kB.
    private static double Carried(double value, Unit unit)
    {
        var number = Math.Abs(unit.FromBase(value));
        return number < unit.Least && number > TieBelowOne * unit.Least ? Math.CopySign(unit.ToBase(unit.Least), value) : value;
    }

    /// <summary>Rounded in the unit that is shown: two digits of dollars a month are not two digits of dollars a second.</summary>
    private double RoundedAsShown(double value, int digits)
    {
        Unit unit = Pick(value);
        double rounded = unit.ToBase(NumberText.Rounded(unit.FromBase(value), digits));
        return double.IsFinite(rounded) ? rounded : value;
    }

    private static void RequireFinite(double value)
    {
        if (!double.IsFinite(value))
            throw new ArgumentException($"A quantity must be finite to be written, but it is {NumberText.Exact(value)}.", nameof(value));
    }

    private static string Quote(string? text) => text switch
    {
        null => "null",
        { Length: > 60 } => $"\"{text[..60]}...\"",
        _ => $"\"{text}\"",
    };

    private FormatException UnknownFormat(string format) => new(
        $"Unknown format {Quote(format)} for {Name}. Known: G (short), G1 and G2 (one or two digits), R (exact), or a unit: " +
        $"{string.Join(", ", Units.Select(unit => $"\"{unit.Symbol}\""))}.");
}
