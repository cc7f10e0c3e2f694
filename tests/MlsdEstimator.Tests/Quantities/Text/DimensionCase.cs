namespace MlsdEstimator.Tests;

/// <summary>Dimensions by name, because test data of public tests cannot hold internal types.</summary>
internal static class DimensionCase
{
    private static readonly Dictionary<string, Dimension> ByName = new()
    {
        ["Scalar"] = Dimensions.Scalar,
        ["Fraction"] = Dimensions.Fraction,
        ["Duration"] = Dimensions.Duration,
        ["Rate"] = Dimensions.Rate,
        ["DataSize"] = Dimensions.DataSize,
        ["Bandwidth"] = Dimensions.Bandwidth,
        ["FlopCount"] = Dimensions.FlopCount,
        ["FlopRate"] = Dimensions.FlopRate,
        ["Money"] = Dimensions.Money,
        ["Spend"] = Dimensions.Spend,
        ["Energy"] = Dimensions.Energy,
        ["Power"] = Dimensions.Power,
    };

    public static IReadOnlyList<string> Simple { get; } = [.. ByName.Keys];

    /// <summary>Every pair of simple dimensions as "A/B", and two nested ones.</summary>
    public static IReadOnlyList<string> Quotients { get; } =
        [.. from a in Simple from b in Simple select $"{a}/{b}", "Money/DataSize/Duration", "FlopCount/DataSize/Energy"];

    public static TheoryData<string> AllSimple => [.. Simple];

    public static Dimension Named(string name)
    {
        var parts = name.Split('/').Select(part => ByName[part]).ToList();
        return parts.Skip(1).Aggregate(parts[0], (numerator, denominator) => new QuotientDimension(numerator, denominator));
    }
}
