namespace MlsdEstimator;

/// <summary>A new embedding model: every item is embedded again, and both indexes are held until the queries have moved over.</summary>
/// <remarks>time = items / (workers x embeddings a second of one); cost = workers x price x time; memory during the swap = new index + old index, each with its copies.</remarks>
/// <example>
/// <code>
/// var rebuild = new IndexRebuild { New = index with { Dimensions = 768 }, Old = index, EmbeddingsPerWorker = 500.PerSecond, Workers = 20, WorkerPrice = 1.DollarsPerHour };
/// </code>
/// </example>
public sealed record IndexRebuild : Estimator
{
    /// <summary>The index that is built.</summary>
    public required VectorIndex New { get; init => field = Require.NotNull(value, "new index"); }

    /// <summary>The index that answers meanwhile, and after it if the new one fails.</summary>
    public required VectorIndex Old { get; init => field = Require.NotNull(value, "old index"); }

    /// <summary>Items a second that one worker embeds. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public required Rate EmbeddingsPerWorker { get; init => field = Require.Positive(value, "embeddings per worker"); }

    /// <summary>Workers that embed at once. At least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required Scalar Workers { get; init => field = Require.AtLeast(1, value, "embedding workers"); }

    /// <summary>Price of a worker, not negative, or null when it is not to be priced.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public Spend? WorkerPrice { get; init => field = value is null ? null : Require.NonNegative(value, "embedding worker price"); }

    /// <summary>Time to embed all items of the new index.</summary>
    public Duration EmbeddingTime => Result("time to embed all items", () => New.Items / (Workers * EmbeddingsPerWorker));

    /// <summary>What embedding costs, once; null without a price. It does not depend on how many workers share it.</summary>
    public Money? EmbeddingCost => WorkerPrice is null ? null : Result("cost to embed all items", () => WorkerPrice * (New.Items / EmbeddingsPerWorker));

    /// <summary>Memory while both indexes are held, with all copies.</summary>
    public DataSize DuringSwap => Result("memory during the swap", () => New.Stored + Old.Stored);

    /// <inheritdoc/>
    public override IReadOnlyList<IQuantity> Results => [.. new IQuantity?[] { EmbeddingTime, EmbeddingCost, DuringSwap }.OfType<IQuantity>()];

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Findings =>
        [new Finding(Severity.Note, FindingCodes.Consequence, $"Both indexes are held during the swap: {DuringSwap}, where {Old.Stored} is enough before it. Keep the room, or swap shard by shard.", DuringSwap)];
}
