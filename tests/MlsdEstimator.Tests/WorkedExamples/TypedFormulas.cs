using System.Text.RegularExpressions;

namespace MlsdEstimator.Tests;

/// <summary>
/// The typed methods, found by the text of the formula. The text is a key: it is never parsed or evaluated.
/// Where the text is not known, a method that takes exactly the inputs of the estimate may stand in, and then a family of formulas; both only if they give the recomputed value.
/// </summary>
internal static partial class TypedFormulas
{
    private static readonly Dictionary<string, Func<ExampleInputs, IQuantity>> ByText = new[]
    {
        TrafficFormulas.All, StorageFormulas.All, MemoryFormulas.All, FunnelFormulas.All, ServingFormulas.All,
    }.SelectMany(formulas => formulas).ToDictionary(formula => formula.Key, formula => formula.Value);

    private static readonly ILookup<string, string> TextsByInputs = ByText.Keys.ToLookup(text => Set(Names().Matches(text).Select(match => match.Value).Except(["ceil", "pi"])));

    /// <summary>Neither the formula nor its inputs nor the unit are known: nothing can be said about the estimate.</summary>
    public static bool IsUnknown(WorkedExample example) =>
        !PublishedUnits.Knows(example.Unit) || (!ByText.ContainsKey(example.Formula) && ByNames(example) is null && ByFamily(example) is null);

    /// <summary>The value in the unit of the estimate, and how it was found; null when no typed method fits.</summary>
    public static TypedAnswer? Solve(WorkedExample example) => ByFormula(example) ?? ByNames(example) ?? ByFamily(example);

    private static TypedAnswer? ByFormula(WorkedExample example)
    {
        if (!ByText.TryGetValue(example.Formula, out Func<ExampleInputs, IQuantity>? method))
            return null;
        return PublishedUnits.Read(method(example.Inputs), example.Unit) is double value ? new TypedAnswer(value, $"formula {example.Formula}", ByText: true) : null;
    }

    private static TypedAnswer? ByNames(WorkedExample example) =>
        TextsByInputs[Set(example.Inputs.Names)].Select(text => Guess(example, $"inputs of {text}", ByText[text])).FirstOrDefault(answer => answer is not null);

    private static TypedAnswer? ByFamily(WorkedExample example) =>
        FormulaFamilies.All.Select(family => Guess(example, $"family: {family.Key}", family.Value)).FirstOrDefault(answer => answer is not null);

    private static TypedAnswer? Guess(WorkedExample example, string how, Func<ExampleInputs, IQuantity?> method)
    {
        try
        {
            return method(example.Inputs) is IQuantity quantity && PublishedUnits.Read(quantity, example.Unit) is double value && ExampleVerdict.IsRecomputed(value, example)
                ? new TypedAnswer(value, how, ByText: false)
                : null;
        }
        catch (Exception misfit) when (misfit is ArgumentException or EstimateException)
        {
            return null;
        }
    }

    private static string Set(IEnumerable<string> names) => string.Join(' ', names.Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex("[A-Za-z_][A-Za-z_0-9]*(?!\\.)")]
    private static partial Regex Names();
}
