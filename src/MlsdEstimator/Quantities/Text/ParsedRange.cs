namespace MlsdEstimator;

/// <summary>What a text says, in base units: one value, or low, best and high.</summary>
internal readonly record struct ParsedRange(double Low, double Best, double High)
{
    /// <summary>One value: no doubt was written.</summary>
    public bool IsCertain => Low == High;

    public static ParsedRange Certain(double value) => new(value, value, value);
}
