using System.Reflection;

namespace MlsdEstimator.Tests;

/// <summary>Changes the inputs of an estimator one at a time and looks for what changed in its readings.</summary>
internal static class EveryInput
{
    /// <summary>Inputs that may be set, without the title.</summary>
    public static IEnumerable<string> Of<T>()
        where T : Estimator =>
        typeof(T).GetProperties().Where(property => property.SetMethod is not null && property.Name != nameof(Estimator.Title)).Select(property => property.Name);

    /// <summary>The inputs whose change leaves every result, tier and finding as it was, or that no change was given for.</summary>
    public static string[] WithoutEffect<T>(Func<T> make, IReadOnlyDictionary<string, object> changes)
        where T : Estimator =>
        [.. Of<T>().Where(input => !changes.ContainsKey(input) || Reading(Changed(make(), input, changes[input])) == Reading(make()))];

    private static T Changed<T>(T fresh, string input, object value)
        where T : Estimator
    {
        PropertyInfo property = typeof(T).GetProperty(input)!;
        property.SetValue(fresh, value);
        return fresh;
    }

    private static string Reading(Estimator estimator)
    {
        IEnumerable<string> results = estimator.Results.Select(result => $"{result.Name}={result.ToString("R", null)}");
        IEnumerable<string> tiers = estimator.Tiers.Select(tier => $"{tier.Name},{tier.Machine},{tier.Purchase},{tier.Cost}");
        return string.Join(";", [.. results, .. tiers]);
    }
}
