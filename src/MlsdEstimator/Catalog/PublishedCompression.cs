namespace MlsdEstimator;

/// <summary>A published result of compression: what it did to speed, size and quality, in one setting.</summary>
public sealed record PublishedCompression
{
    /// <summary>Name: "DistilBERT, GLUE".</summary>
    public required string Name { get; init; }

    /// <summary>What was done.</summary>
    public required CompressionKind Kind { get; init; }

    /// <summary>Device, engine and batch of the measurement, and what else was changed with it.</summary>
    public required string Setting { get; init; }

    /// <summary>How many times as fast; below 1 where it got slower; null where it was not measured.</summary>
    public Scalar? SpeedUp { get; init; }

    /// <summary>How many times smaller; null where it was not given.</summary>
    public Scalar? SizeRatio { get; init; }

    /// <summary>What quality is, with its values before and after: "SQuAD F1 88.5 to 86.9"; null where it was not given.</summary>
    public string? Quality { get; init; }

    /// <summary>Quality after over before, of perplexities and error rates before over after; at most 1, null where it was not given.</summary>
    public Fraction? QualityKept { get; init; }

    /// <summary>Where it was published.</summary>
    public required string Source { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
