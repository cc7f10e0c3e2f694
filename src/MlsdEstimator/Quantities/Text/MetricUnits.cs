namespace MlsdEstimator;

/// <summary>Units with SI prefixes (BIPM, SI brochure, 9th edition, table 7): FLOPs, joules, watts.</summary>
internal static class MetricUnits
{
    private static readonly string[] MacNames = ["MAC", "MACs", "MACS"];

    /// <summary>One joule is one watt for one second, so a watt-hour is 3,600 J.</summary>
    private const double WattHour = TimeUnits.Hour;

    public static readonly IReadOnlyList<(string Symbol, string Name, double Factor)> Prefixes =
        [("k", "kilo", 1e3), ("M", "mega", 1e6), ("G", "giga", 1e9), ("T", "tera", 1e12), ("P", "peta", 1e15), ("E", "exa", 1e18)];

    public static readonly IReadOnlyList<Unit> FlopCount =
        [new("FLOP", 1), .. Prefixes.Select(prefix => new Unit(prefix.Symbol + "FLOP", prefix.Factor))];

    /// <summary>"FLOPS" is a rate; for a count it is refused.</summary>
    public static readonly IReadOnlyList<Unit> FlopRate =
    [
        .. from unit in FlopCount
           select new Unit(unit.Symbol + "/s", unit.Factor) { Aliases = [unit.Symbol + "/second", unit.Symbol + "S"] },
    ];

    public static readonly IReadOnlyList<Unit> Energy =
    [
        new("J", 1) { Aliases = ["joule", "joules"] },
        .. from prefix in Prefixes.Take(3)
           select new Unit(prefix.Symbol + "J", prefix.Factor) { Aliases = [prefix.Name + "joule", prefix.Name + "joules"], Shown = false },
        new("Wh", WattHour) { Aliases = ["watt hour", "watt hours"] },
        .. from prefix in Prefixes.Take(3)
           select new Unit(prefix.Symbol + "Wh", prefix.Factor * WattHour) { Aliases = [prefix.Name + "watt hour", prefix.Name + "watt hours"] },
    ];

    public static readonly IReadOnlyList<Unit> Power =
    [
        new("W", 1) { Aliases = ["watt", "watts"] },
        new("mW", 1e-3) { Aliases = ["milliwatt", "milliwatts"] },
        .. from prefix in Prefixes.Take(3)
           select new Unit(prefix.Symbol + "W", prefix.Factor) { Aliases = [prefix.Name + "watt", prefix.Name + "watts"] },
    ];

    /// <summary>A MAC is two FLOPs by most counts and one by some; the caller decides once, by name.</summary>
    public static readonly IReadOnlyDictionary<string, string> RefusedCounts = Macs("")
        .Concat(FlopCount.Select(unit => KeyValuePair.Create(unit.Symbol + "S", $"FLOPS is a rate; write {unit.Symbol} for a count")))
        .ToDictionary();

    public static readonly IReadOnlyDictionary<string, string> RefusedRates = Macs("/s").ToDictionary();

    private static IEnumerable<KeyValuePair<string, string>> Macs(string suffix) =>
        from prefix in Prefixes.Select(prefix => prefix.Symbol).Prepend("")
        from name in MacNames
        select KeyValuePair.Create(prefix + name + suffix, "multiply-accumulates are converted once, by name: FromMacs");
}
