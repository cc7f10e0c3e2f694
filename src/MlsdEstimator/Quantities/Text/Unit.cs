namespace MlsdEstimator;

/// <summary>One unit of a dimension: how it is written and how many base units it holds.</summary>
/// <param name="Symbol">As printed after the number; a symbol that starts with "$" is printed around it: "$ M/month" gives "$1.2 M/month".</param>
/// <param name="Factor">Base units in one of this unit. More than 0.</param>
internal sealed record Unit(string Symbol, double Factor)
{
    // 1 / 1e-3 is 1000 only after rounding; dividing by the whole number keeps 200 ms at exactly 0.2 s.
    private readonly double perBase = Whole(1 / Factor);

    /// <summary>Other accepted spellings. Case-sensitive, like the symbol.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Whether the general format may choose this unit.</summary>
    public bool Shown { get; init; } = true;

    /// <summary>What the general format prints instead of the symbol when the number is not 1: "years".</summary>
    public string? Plural { get; init; }

    /// <summary>The least number that the general format shows in this unit: 100 for "K" keeps counts below 100,000 whole.</summary>
    public double Least { get; init; } = 1;

    /// <summary>From this number on the general format gives up on the unit and writes a power of ten.</summary>
    public double Below { get; init; } = 1e6;

    /// <summary>What tells this unit from one spelled alike: "bits" for Gb, "bytes" for GB.</summary>
    public string? Note { get; init; }

    /// <summary>Whether a "$" stands before the number.</summary>
    public bool IsDollar => Symbol.StartsWith('$');

    public double ToBase(double number) => Factor >= 1 ? number * Factor : number / perBase;

    public double FromBase(double value) => Factor >= 1 ? value / Factor : value * perBase;

    /// <summary>The number with the symbol at its place: "58 GB", "12%", "-$5", "$1.2 to 3.4 M/month".</summary>
    public string Attach(string number)
    {
        if (IsDollar)
            return number.StartsWith('-') ? $"-${number[1..]}{Symbol[1..]}" : $"${number}{Symbol[1..]}";

        var symbol = Plural is not null && number is not ("1" or "-1") ? Plural : Symbol;
        return symbol is "" or "%" ? number + symbol : $"{number} {symbol}";
    }

    private static double Whole(double inverse)
    {
        var whole = Math.Round(inverse);
        return Math.Abs(inverse - whole) <= 1e-12 * inverse ? whole : inverse;
    }
}
