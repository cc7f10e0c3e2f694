namespace MlsdEstimator;

/// <summary>Pods of Pinecone's pod-based service, which takes no new customers since 2025-08-18: for designs that still run on them.</summary>
/// <remarks>pods = ceiling(items x dimensions / (vectors a pod holds at 768 dimensions x 768)) x copies. Metadata is not counted.</remarks>
public sealed record PineconePods : Estimator
{
    /// <summary>Vectors. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required Scalar Items { get; init => field = Require.NonNegative(value, "items in the index"); }

    /// <summary>Components of a vector. At least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Dimensions { get; init => field = Require.AtLeast(1, value, "embedding dimensions"); }

    /// <summary>Vectors of 768 dimensions that one pod holds, above 0: <see cref="PerformancePod"/> or <see cref="StoragePod"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Scalar VectorsPerPod { get; init => field = Require.Positive(value, "vectors per pod at 768 dimensions"); }

    /// <summary>Copies of the whole index. At least 1; no default, because forgetting them is a classic mistake.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Copies { get; init => field = Require.AtLeast(1, value, "index copies"); }

    /// <summary>What a p1 pod holds: 1 million vectors of 768 dimensions.</summary>
    public static Scalar PerformancePod { get; } = Scalar.FromNumber(1e6).Named("vectors per p1 pod at 768 dimensions").Cited("Pinecone documentation, pods (legacy)");

    /// <summary>What an s1 pod holds: 5 million vectors of 768 dimensions.</summary>
    public static Scalar StoragePod { get; } = Scalar.FromNumber(5e6).Named("vectors per s1 pod at 768 dimensions").Cited("Pinecone documentation, pods (legacy)");

    /// <summary>Pods of one copy, whole.</summary>
    public Scalar PerCopy => Result("pods, one copy", () => (Items * Dimensions / (VectorsPerPod * 768)).Ceiling());

    /// <summary>Pods of all copies.</summary>
    public Scalar Pods => Result("pods, with copies", () => PerCopy * Copies);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [PerCopy, Pods];
}
