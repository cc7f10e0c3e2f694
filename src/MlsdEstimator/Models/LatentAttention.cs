namespace MlsdEstimator;

/// <summary>Multi-head latent attention (MLA): keys and values of all heads are kept as one compressed vector for each token and layer.</summary>
/// <remarks>
/// Kept for a token in a layer: latent rank + rotary size values, once, not for keys and values. In a prompt each pair costs
/// 2 x heads x (head size + rotary size + value size) operations; in generation the up-projections are absorbed and it costs 2 x heads x (2 x rank + rotary size)
/// (DeepSeek-V2, arXiv:2405.04434, section 2.1).
/// </remarks>
public sealed record LatentAttention : Attention
{
    /// <summary>Size of the compressed keys and values, 512 in DeepSeek-V3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public required Scalar KvRank { get; init => field = Require.WholeAtLeast(1, value, "KV rank"); }

    /// <summary>Size of the compressed queries, 1536 in DeepSeek-V3; null where queries are not compressed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public Scalar? QueryRank { get; init => field = value is null ? null : Require.WholeAtLeast(1, value, "query rank"); }

    /// <summary>Size of a head's part without position, 128 in DeepSeek-V3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public required Scalar HeadSize { get; init => field = Require.WholeAtLeast(1, value, "head size"); }

    /// <summary>Size of the part with rotary position, which all heads share in the key; 64 in DeepSeek-V3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public required Scalar RotarySize { get; init => field = Require.WholeAtLeast(1, value, "rotary size"); }

    /// <summary>Size of a head's value, 128 in DeepSeek-V3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public required Scalar ValueSize { get; init => field = Require.WholeAtLeast(1, value, "value size"); }

    /// <inheritdoc/>
    public override Scalar CachedValues => KvRank + RotarySize;

    internal override Scalar FlopsPerPair => 2 * Heads * (HeadSize + RotarySize + ValueSize);

    internal override Scalar FlopsPerCachedPair => 2 * Heads * ((2 * KvRank) + RotarySize);

    internal override Scalar Projections(Scalar hidden) =>
        Queries(hidden) + (hidden * (KvRank + RotarySize)) + (KvRank * Heads * (HeadSize + ValueSize)) + (Heads * ValueSize * hidden);

    internal override Scalar? Vectors(Scalar hidden) => QueryRank is null ? KvRank : KvRank + QueryRank;

    private Scalar Queries(Scalar hidden)
    {
        Scalar width = Heads * (HeadSize + RotarySize);
        return QueryRank is null ? hidden * width : (hidden * QueryRank) + (QueryRank * width);
    }
}
