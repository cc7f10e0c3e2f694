using System.Text.RegularExpressions;

namespace MlsdEstimator.Tests;

/// <summary>From the name of a formula to the public method that computes it.</summary>
internal static partial class FormulaMap
{
    private static readonly Dictionary<string, Func<VectorInputs, double>> Methods =
        new[]
        {
            QueueFormulas.All, StaffingFormulas.All, BatchingFormulas.All, CapacityFormulas.All, LatencyFormulas.All, FeatureStoreFormulas.All, TailFormulas.All,
            CostFormulas.All, RetentionFormulas.All, StreamFormulas.All, IndexFormulas.All, PipelineFormulas.All,
        }.SelectMany(family => family).ToDictionary();

    /// <summary>Formulas that the library does not compute yet, with the reason. Each must be met in the bundled file, and none may have a method.</summary>
    public static IReadOnlyDictionary<string, string> Pending => PendingFormulas.All;

    public static IEnumerable<string> Names => Methods.Keys;

    public static Func<VectorInputs, double>? MethodOf(string formula) => NameOf(formula, Methods.Keys) is string name ? Methods[name] : null;

    /// <summary>A method with a longer name says more than the reason: "DynamoDB on demand month" is not "DynamoDB".</summary>
    public static string? ReasonOf(string formula) =>
        NameOf(formula, Pending.Keys) is string name && (NameOf(formula, Methods.Keys)?.Length ?? 0) <= name.Length ? Pending[name] : null;

    /// <summary>The longest name that the formula begins with. "99.9th percentile of ..." is the percentile of whatever the inputs say.</summary>
    public static string? NameOf(string formula, IEnumerable<string> names)
    {
        string text = Ordinal().Replace(formula, "");
        return names.Where(name => Begins(text, name)).MaxBy(name => name.Length);
    }

    /// <summary>"mmc.W" does not begin "mmc.Wq".</summary>
    private static bool Begins(string text, string name) =>
        text.StartsWith(name, StringComparison.Ordinal) && (text.Length == name.Length || !char.IsLetterOrDigit(name[^1]) || !char.IsLetterOrDigit(text[name.Length]));

    [GeneratedRegex(@"^[0-9.]+th ")]
    private static partial Regex Ordinal();
}
