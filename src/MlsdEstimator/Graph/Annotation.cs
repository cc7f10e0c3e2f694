namespace MlsdEstimator;

/// <summary>What is said about a node and changes no calculation.</summary>
internal sealed record Annotation
{
    public static Annotation None { get; } = new();

    public string? Name { get; init; }

    public string? Source { get; init; }

    public DateOnly? AsOf { get; init; }

    /// <summary>A value the library supplies, not one the user gave.</summary>
    public bool IsDefault { get; init; }

    public IReadOnlyList<Aspect> Aspects { get; init; } = [];

    /// <summary>Of a decision that must be a whole number: the least that it may be.</summary>
    public double? LeastWhole { get; init; }
}
