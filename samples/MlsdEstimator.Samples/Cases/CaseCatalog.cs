namespace MlsdEstimator.Samples;

/// <summary>The case studies, by name.</summary>
internal static class CaseCatalog
{
    public static IReadOnlyList<CaseStudy> All { get; } = [new VideoRecommendation()];

    public static CaseStudy Default => All[0];

    public static CaseStudy Find(string name) =>
        All.FirstOrDefault(study => study.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"There is no case '{name}'. Cases: {string.Join(", ", All.Select(study => study.Name))}.");
}
