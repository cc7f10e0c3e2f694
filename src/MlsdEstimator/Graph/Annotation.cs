namespace MlsdEstimator;

/// <summary>What is said about a node and changes no calculation.</summary>
internal sealed record Annotation
{
    public string? Name { get; init; }

    public string? Source { get; init; }

    public DateOnly? AsOf { get; init; }

    /// <summary>A value the library supplies, not one the user gave.</summary>
    public bool IsDefault { get; init; }

    /// <summary>A number somebody decided on after reading others, such as how many machines to buy: neither computed nor an input.</summary>
    public bool IsDecision { get; init; }

    public IReadOnlyList<Aspect> Aspects { get; init; } = [];
}
