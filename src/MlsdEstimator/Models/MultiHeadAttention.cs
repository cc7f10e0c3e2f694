namespace MlsdEstimator;

/// <summary>Attention with keys and values per head: multi-head, grouped-query or multi-query, over all tokens or a window.</summary>
/// <remarks>
/// Weights of a layer = hidden x head size x (2 heads + 2 KV heads). Kept for a token in a layer: 2 x KV heads x head size values.
/// Operations for a pair of tokens: 4 x heads x head size, whatever the number of KV heads (Kaplan et al. 2020; Ainslie et al. 2023, arXiv:2305.13245).
/// </remarks>
public sealed record MultiHeadAttention : Attention
{
    /// <summary>Key-value heads, a whole number that divides the query heads. Required: leaving it out counts the cache up to 8 times too large.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public required Scalar KvHeads { get; init => field = Require.WholeAtLeast(1, value, "KV heads"); }

    /// <summary>Size of a head, a whole number. Required: it is not hidden size / heads in Qwen3, Gemma or Mistral Nemo.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public required Scalar HeadSize { get; init => field = Require.WholeAtLeast(1, value, "head size"); }

    /// <summary>Projections that add a bias. Default: none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not one of the three.</exception>
    public AttentionBias Bias { get; init => field = Require.Defined(value, "attention bias"); }

    /// <summary>True when queries and keys are normalised per head with a shared vector each: Qwen3, Gemma 3.</summary>
    public bool HasQueryKeyNorm { get; init; }

    /// <inheritdoc/>
    public override Scalar CachedValues => 2 * KvHeads * HeadSize;

    internal override Scalar FlopsPerPair => 4 * Heads * HeadSize;

    internal override IEnumerable<string> Contradictions =>
        Heads.Value % KvHeads.Value == 0 ? [] : [$"{Heads} heads cannot share {KvHeads} KV heads evenly; KV heads divide heads"];

    internal override Scalar Projections(Scalar hidden) => hidden * HeadSize * ((2 * Heads) + (2 * KvHeads));

    internal override Scalar? Vectors(Scalar hidden)
    {
        Scalar? biases = Bias switch
        {
            AttentionBias.QueryKeyValue => QueryKeyValueBias,
            AttentionBias.All => QueryKeyValueBias + hidden,
            _ => null,
        };
        return !HasQueryKeyNorm ? biases : biases is null ? 2 * HeadSize : (2 * HeadSize) + biases;
    }

    private Scalar QueryKeyValueBias => HeadSize * (Heads + (2 * KvHeads));
}
