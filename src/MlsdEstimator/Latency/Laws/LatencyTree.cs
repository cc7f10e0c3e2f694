namespace MlsdEstimator;

/// <summary>How a profile is made: a shape, its parameters as quantities, and the profiles it is made of.</summary>
internal sealed class LatencyTree(LawShape shape, IReadOnlyList<IQuantity> parameters, IReadOnlyList<LatencyTree> parts, object? data = null)
    : IEquatable<LatencyTree>
{
    /// <summary>How the names begin that parameters get when they have none.</summary>
    private const string GivenName = "latency ";

    public LawShape Shape { get; } = shape;

    public IReadOnlyList<IQuantity> Parameters { get; } = parameters;

    public IReadOnlyList<LatencyTree> Parts { get; } = parts;

    public object? Data { get; } = data;

    /// <summary>Parts before the whole.</summary>
    public IReadOnlyList<LatencyTree> PartsFirst()
    {
        var ordered = new List<LatencyTree>();
        var open = new Stack<LatencyTree>([this]);
        while (open.TryPop(out LatencyTree? tree))
        {
            ordered.Add(tree);
            foreach (LatencyTree part in tree.Parts)
                open.Push(part);
        }
        ordered.Reverse();
        return ordered;
    }

    /// <summary>The same tree with the names that the library gave, "latency p99", made those of an owner, "rank p99".</summary>
    public LatencyTree OwnedBy(string owner) =>
        new(Shape, [.. Parameters.Select(parameter => Owned(parameter, owner))], [.. Parts.Select(part => part.OwnedBy(owner))], Data);

    public bool Equals(LatencyTree? other) =>
        other is not null && PartsFirst() is var own && other.PartsFirst() is var others && own.Count == others.Count && own.Zip(others).All(pair => pair.First.IsLike(pair.Second));

    public override bool Equals(object? obj) => Equals(obj as LatencyTree);

    public override int GetHashCode() => PartsFirst().Aggregate(0, (hash, tree) => HashCode.Combine(hash, tree.Shape, tree.Parameters.Count));

    private static IQuantity Owned(IQuantity parameter, string owner) =>
        parameter.Node is AnnotatedNode { Annotation.Name: string name } named && name.StartsWith(GivenName, StringComparison.Ordinal)
            ? named.Renamed($"{owner} {name[GivenName.Length..]}").Quantity
            : parameter;

    private bool IsLike(LatencyTree other) =>
        Shape == other.Shape && Parts.Count == other.Parts.Count && Equals(Data, other.Data) && Parameters.SequenceEqual(other.Parameters);
}
