namespace MlsdEstimator.Samples;

/// <summary>The case studies, by name.</summary>
internal static class CaseCatalog
{
    public static IReadOnlyList<CaseStudy> All { get; } = [new VideoRecommendation(), new SimilarListings(), new PeopleYouMayKnow(), new AdClickPrediction(), new VisualSearch(), new LlmChat()];

    public static CaseStudy Default => All[0];

    /// <summary>A case by its name or the beginning of it: "video".</summary>
    public static CaseStudy Find(string name) =>
        All.FirstOrDefault(study => study.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? OnlyOneThatStartsWith(name)
        ?? throw new ArgumentException($"There is no case '{name}'. Cases: {string.Join(", ", All.Select(study => study.Name))}.");

    private static CaseStudy? OnlyOneThatStartsWith(string name) =>
        name.Length > 0 && All.Where(study => study.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase)).ToArray() is [var only] ? only : null;
}
