namespace MlsdEstimator;

/// <summary>Which stream of draws each uncertain input of a run reads.</summary>
/// <remarks>
/// The user's inputs come first, in the order they were made, so that a new one at the end changes no other input's draws; then the library's shared
/// defaults by name, because the moment a static field is initialised must not decide about draws.
/// </remarks>
internal static class LeafStreams
{
    /// <param name="ordered">All nodes of the run.</param>
    public static Dictionary<LeafNode, int> Of(List<Node> ordered)
    {
        var defaults = new Dictionary<Node, string>(ReferenceEqualityComparer.Instance);
        foreach (AnnotatedNode node in ordered.OfType<AnnotatedNode>().Where(node => node.Annotation.IsDefault && node.Bare is LeafNode))
            defaults.TryAdd(node.Bare, node.Annotation.Name ?? "");
        return ordered.OfType<LeafNode>()
            .OrderBy(defaults.ContainsKey)
            .ThenBy(leaf => defaults.GetValueOrDefault(leaf), StringComparer.Ordinal)
            .ThenBy(leaf => leaf.Ordinal)
            .Select((leaf, stream) => (leaf, stream))
            .ToDictionary(pair => pair.leaf, pair => pair.stream);
    }
}
