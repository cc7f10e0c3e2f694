namespace MlsdEstimator.Samples;

/// <summary>Forms of the ranker that can be served, and ways to count its machines, by name.</summary>
internal static class RankerForms
{
    public const string Fp16 = "fp16";
    public const string Int8 = "int8";
    public const string Distilled = "distilled";

    /// <summary>Machines follow the step time that is fitted to published results.</summary>
    public const string FittedStep = "fitted step";

    /// <summary>Machines follow peak x utilisation x load, as in interviews.</summary>
    public const string Convention = "FLOP convention";

    public static string Find(string name) => Find(name, "ranker", "Forms", [Fp16, Int8, Distilled]);

    public static string FindCapacity(string name) => Find(name, "ranker capacity", "Ways to count it", [FittedStep, Convention]);

    private static string Find(string name, string what, string others, string[] all) =>
        Array.Find(all, known => known.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"There is no {what} '{name}'. {others}: {string.Join(", ", all)}.");
}
