namespace MlsdEstimator;

/// <summary>A price or intensity: "$0.023/GB", "$0.40 per million", "$0.023/GB/month".</summary>
/// <remarks>
/// Written as the numerator, then "/" or " per ", then one unit of the denominator. A numerator that is spend keeps its period last,
/// as price lists do: "$0.023/GB/month"; "$0.023/month/GB" is read too and means the same.
/// </remarks>
internal sealed class QuotientDimension : Dimension
{
    // Longer than any unit written out; nested quotients cut a cut, and a long row of "/" must not cost the cube of its length.
    private const int LongestUnit = 64;

    private readonly Dimension numerator;
    private readonly Dimension denominator;
    private readonly Unit per;

    public QuotientDimension(Dimension numerator, Dimension denominator)
        : this(numerator, denominator, DenominatorUnits.For(numerator, denominator))
    {
    }

    private QuotientDimension(Dimension numerator, Dimension denominator, Unit per)
        : base($"{numerator.Name} per {denominator.Name}", UnitsOf(numerator, denominator, per), Sample(numerator, per))
    {
        (this.numerator, this.denominator, this.per) = (numerator, denominator, per);
    }

    /// <summary>What is paid or counted.</summary>
    public Dimension Numerator => numerator;

    internal override Unit Pick(double value)
    {
        var amount = per.ToBase(1) * value;
        return Over(numerator, numerator.Pick(double.IsFinite(amount) ? amount : value), per);
    }

    internal override Unit? Find(string key) => Splits(key).Select(Found).FirstOrDefault(unit => unit is not null) ?? TimeLast(key);

    internal override string Unknown(string key)
    {
        var (left, right) = Splits(key).LastOrDefault((key, ""));
        if (right.Length == 0)
            return $"it needs \"/\" and a unit of {denominator.Name} behind {numerator.Name}";

        return DenominatorUnits.Named(denominator, right) is null ? denominator.Unknown(right) : numerator.Unknown(left);
    }

    private static IReadOnlyList<Unit> UnitsOf(Dimension numerator, Dimension denominator, Unit per)
    {
        var shown = numerator.Pick(0);
        return [Over(numerator, numerator.Base, DenominatorUnits.Base(denominator)), Over(numerator, shown, per)];
    }

    private static string Sample(Dimension numerator, Unit per) => Over(numerator, numerator.Pick(0), per).Attach("5");

    private static Unit Over(Dimension numerator, Unit amount, Unit per) => new(Symbol(numerator, amount, per), amount.Factor / per.Factor)
    {
        Least = amount.Least,
        Below = amount.Below,
        Note = amount.Note,
    };

    private static string Symbol(Dimension numerator, Unit amount, Unit per)
    {
        var word = per.Symbol is "1" or "million" || per.Symbol.Contains('/', StringComparison.Ordinal);
        if (word)
            return $"{amount.Symbol} per {per.Symbol}".TrimStart(' ');

        var period = ReferenceEquals(numerator, Dimensions.Spend) ? amount.Symbol.LastIndexOf('/') : amount.Symbol.Length;
        return $"{amount.Symbol[..period]}/{per.Symbol}{amount.Symbol[period..]}";
    }

    /// <summary>Every way to cut "$/GB/month" in two at a "/".</summary>
    private static IEnumerable<(string Left, string Right)> Splits(string key) =>
        from cut in Enumerable.Range(0, key.Length <= LongestUnit ? key.Length : 0)
        where key[cut] == '/'
        select (key[..cut], key[(cut + 1)..]);

    private Unit? Found((string Left, string Right) split) =>
        numerator.Find(split.Left) is { } amount && DenominatorUnits.Named(denominator, split.Right) is { } per
            ? Over(numerator, amount, per)
            : null;

    // "$/GB/month": the period moves back to the dollars.
    private Unit? TimeLast(string key)
    {
        var cut = key.LastIndexOf('/');
        if (cut < 0 || !ReferenceEquals(numerator, Dimensions.Spend))
            return null;

        var period = key[cut..];
        return Splits(key[..cut]).Select(split => Found((split.Left + period, split.Right))).FirstOrDefault(unit => unit is not null);
    }
}
