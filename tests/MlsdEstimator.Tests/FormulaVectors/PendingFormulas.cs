namespace MlsdEstimator.Tests;

/// <summary>Formulas without a method in the library, with the reason. A formula that gets a method leaves this list: a test sees to it.</summary>
internal static class PendingFormulas
{
    private const string Published = "a ratio of two published figures, nothing to estimate";

    public static readonly Dictionary<string, string> All = new()
    {
        ["share of p99 caused by the slowest 5% of leaves"] = Published,
        ["tied-request p99.9 reduction"] = Published,
        ["hash bucketing gain"] = Published,
    };
}
