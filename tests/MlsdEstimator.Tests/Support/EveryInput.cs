using System.Reflection;

namespace MlsdEstimator.Tests;

/// <summary>Changes the inputs of an estimator one at a time and looks for what changed in its readings.</summary>
internal static class EveryInput
{
    /// <summary>Inputs that may be set, without the title.</summary>
    public static IEnumerable<string> Of<T>()
        where T : Estimator => Inputs(typeof(T));

    private static IEnumerable<string> Inputs(Type type) =>
        type.GetProperties().Where(property => property.SetMethod is not null && property.Name != nameof(Estimator.Title)).Select(property => property.Name);

    /// <summary>The inputs whose change leaves every result, tier and finding as it was, or that no change was given for.</summary>
    public static string[] WithoutEffect<T>(Func<T> make, IReadOnlyDictionary<string, object> changes)
        where T : Estimator =>
        WithoutEffect(make, changes, Reading);

    /// <summary>The same for what is no estimator, such as a part of one: with a reading of what it is used for.</summary>
    public static string[] WithoutEffect<T>(Func<T> make, IReadOnlyDictionary<string, object> changes, Func<T, string> reading)
        where T : class =>
        [.. Inputs(typeof(T)).Where(input => !changes.ContainsKey(input) || reading(Changed(make(), input, changes[input])) == reading(make()))];

    private static T Changed<T>(T fresh, string input, object value)
        where T : class
    {
        PropertyInfo property = typeof(T).GetProperty(input)!;
        property.SetValue(fresh, value);
        return fresh;
    }

    private static string Reading(Estimator estimator)
    {
        IEnumerable<string> results = estimator.Results.Select(result => $"{result.Name}={result.ToString("R", null)}");
        IEnumerable<string> tiers = estimator.Tiers.Select(tier => $"{tier.Name},{tier.Machine},{tier.Purchase},{tier.Cost}");
        IEnumerable<string> findings = estimator.Findings.Select(finding => finding.Message);
        IEnumerable<string> promise = estimator is ServingDesign design ? [$"{design.PromisedLatency}"] : [];
        return string.Join(";", [.. results, .. tiers, .. findings, .. promise]);
    }
}
