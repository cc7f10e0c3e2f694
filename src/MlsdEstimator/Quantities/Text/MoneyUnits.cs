namespace MlsdEstimator;

/// <summary>US dollars, written "$5" or "5 USD", with K, M and bn; spend is dollars per time, by default per month.</summary>
internal static class MoneyUnits
{
    // Below 100,000 dollars print without a multiplier, as counts do.
    private static readonly (string Symbol, string[] Names, double Factor, double Least)[] Multipliers =
    [
        ("", [], 1, 1),
        ("K", ["k", "thousand"], 1e3, 100),
        ("M", ["million"], 1e6, 1),
        ("bn", ["billion"], 1e9, 1),
    ];

    /// <summary>For prices of one request or token: "$0.40 per million".</summary>
    public static readonly Unit PerMillion = new("$ per million", 1e-6) { Aliases = ["USD per million"], Shown = false };

    public static readonly IReadOnlyList<Unit> Money = [.. Multipliers.Select(Dollars), PerMillion];

    public static readonly IReadOnlyList<Unit> Spend =
    [
        .. from period in TimeUnits.Periods
           from unit in Money
           where unit != PerMillion
           select Per(unit, period.Symbol, period.Seconds, period.Names),
    ];

    private static Unit Dollars((string Symbol, string[] Names, double Factor, double Least) multiplier)
    {
        var (symbol, names, factor, least) = multiplier;
        return new Unit($"$ {symbol}".TrimEnd(), factor)
        {
            Aliases = [.. names.Prepend(symbol).SelectMany(Spellings), .. symbol.Length == 0 ? ["dollar", "dollars"] : Array.Empty<string>()],
            Least = least,
        };
    }

    private static string[] Spellings(string multiplier) =>
        [$"${multiplier}", $"{multiplier}USD", $"{multiplier} USD", $"${multiplier}USD", $"${multiplier} USD", $"{multiplier} dollars"];

    private static Unit Per(Unit money, string period, double seconds, string[] names) => new($"{money.Symbol}/{period}", money.Factor / seconds)
    {
        Aliases = [.. from spelling in money.Aliases.Prepend(money.Symbol) from name in names.Prepend(period) select $"{spelling}/{name}"],
        Least = money.Least,
        Shown = period == "month",
    };
}
