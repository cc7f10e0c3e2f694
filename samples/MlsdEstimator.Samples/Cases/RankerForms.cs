namespace MlsdEstimator.Samples;

/// <summary>Forms of the ranker that can be served, by name.</summary>
internal static class RankerForms
{
    public const string Fp16 = "fp16";
    public const string Int8 = "int8";
    public const string Distilled = "distilled";

    private static readonly string[] All = [Fp16, Int8, Distilled];

    public static string Find(string name) =>
        Array.Find(All, known => known.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"There is no ranker '{name}'. Forms: {string.Join(", ", All)}.");
}
