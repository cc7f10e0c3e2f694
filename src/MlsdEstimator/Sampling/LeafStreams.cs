namespace MlsdEstimator;

/// <summary>Which stream of draws each factor of the uncertain inputs of a run reads.</summary>
/// <remarks>
/// Streams belong to factors, not to leaves, because correlated leaves share factors; a lone leaf has one of its own.
/// The user's inputs come first, in the order they were made, so that a new one at the end changes no other input's draws; then the library's shared
/// defaults by name, because the moment a static field is initialised must not decide about draws.
/// </remarks>
internal static class LeafStreams
{
    /// <param name="ordered">All nodes of the run.</param>
    public static Dictionary<ScoreFactor, int> Of(List<Node> ordered)
    {
        var defaults = new Dictionary<Node, string>(ReferenceEqualityComparer.Instance);
        foreach (AnnotatedNode node in ordered.OfType<AnnotatedNode>().Where(node => node.Annotation.IsDefault && node.Bare is LeafNode))
            defaults.TryAdd(node.Bare, node.Annotation.Name ?? "");
        return ordered.OfType<LeafNode>()
            .OrderBy(defaults.ContainsKey)
            .ThenBy(leaf => defaults.GetValueOrDefault(leaf), StringComparer.Ordinal)
            .ThenBy(leaf => leaf.Ordinal)
            .SelectMany(leaf => leaf.Score.Terms.Select(term => term.Factor))
            .Distinct()
            .Select((factor, stream) => (factor, stream))
            .ToDictionary(pair => pair.factor, pair => pair.stream);
    }
}
