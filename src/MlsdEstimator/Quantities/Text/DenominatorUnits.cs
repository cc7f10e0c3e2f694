namespace MlsdEstimator;

/// <summary>The unit that a price or intensity is quoted per.</summary>
internal static class DenominatorUnits
{
    // As price lists and data sheets quote them: storage and traffic per GB, machines per hour, tokens per million.
    private static readonly Dictionary<string, string> Quoted = new()
    {
        [Dimensions.Scalar.Name] = "million",
        [Dimensions.Fraction.Name] = One,
        [Dimensions.Duration.Name] = "h",
        [Dimensions.Rate.Name] = "QPS",
        [Dimensions.DataSize.Name] = "GB",
        [Dimensions.Bandwidth.Name] = "GB/s",
        [Dimensions.FlopCount.Name] = "TFLOP",
        [Dimensions.FlopRate.Name] = "TFLOP/s",
        [Dimensions.Money.Name] = "USD",
        [Dimensions.Spend.Name] = "USD/month",
        [Dimensions.Energy.Name] = "J",
        [Dimensions.Power.Name] = "W",
    };

    // Dollars are quoted per larger ones: electricity per kWh, colocation per kW.
    private static readonly Dictionary<string, string> QuotedInDollars = new()
    {
        [Dimensions.FlopCount.Name] = "EFLOP",
        [Dimensions.Energy.Name] = "kWh",
        [Dimensions.Power.Name] = "kW",
    };

    /// <summary>The base unit of a scalar has no symbol; behind "per" it needs one.</summary>
    private const string One = "1";

    public static Unit For(Dimension numerator, Dimension denominator)
    {
        var quoted = numerator.Base.IsDollar ? QuotedInDollars.GetValueOrDefault(denominator.Name) : null;
        quoted ??= Quoted.GetValueOrDefault(denominator.Name) ?? Spelled(denominator.Units[^1]);
        return Named(denominator, quoted) ?? denominator.Base;
    }

    public static Unit Base(Dimension denominator) => denominator.Base with { Symbol = Spelled(denominator.Base) };

    /// <summary>The unit of that spelling, with the spelling as its symbol; null where there is none.</summary>
    public static Unit? Named(Dimension denominator, string key)
    {
        var unit = key == One ? denominator.Find("") : key.Length == 0 ? null : denominator.Find(key);
        return unit is null ? null : unit with { Symbol = key };
    }

    private static string Spelled(Unit unit) => unit.Symbol switch
    {
        "" => One,
        "/s" => "QPS",
        var symbol => symbol.Replace("$", "USD", StringComparison.Ordinal),
    };
}
