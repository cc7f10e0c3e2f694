namespace MlsdEstimator;

/// <summary>The attention of one layer: its projections, what it keeps for each token, and what it computes for each pair of tokens.</summary>
public abstract record Attention
{
    private protected Attention()
    {
    }

    /// <summary>Query heads, a whole number of at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public required Scalar Heads { get; init => field = Require.WholeAtLeast(1, value, "heads"); }

    /// <summary>Tokens that a token may look back on, itself included; null for all of them. The cache holds no more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public Scalar? Window { get; init => field = value is null ? null : Require.WholeAtLeast(1, value, "attention window"); }

    /// <summary>Values kept in the cache for each token in each layer.</summary>
    public abstract Scalar CachedValues { get; }

    /// <summary>Weights of the projections of one layer.</summary>
    internal abstract Scalar Projections(Scalar hidden);

    /// <summary>Weights of one layer that multiply nothing, biases and norms of heads; null where there are none.</summary>
    internal abstract Scalar? Vectors(Scalar hidden);

    /// <summary>Operations for one query on one key in a prompt: scores and sums of values.</summary>
    internal abstract Scalar FlopsPerPair { get; }

    /// <summary>Operations for one query on one cached key while a token is generated.</summary>
    internal virtual Scalar FlopsPerCachedPair => FlopsPerPair;

    internal virtual IEnumerable<string> Contradictions => [];

    /// <summary>Attention over all earlier tokens. Equal numbers of heads are multi-head, one key-value head multi-query, between them grouped-query attention.</summary>
    /// <param name="heads">Query heads.</param>
    /// <param name="kvHeads">Key-value heads; they divide the query heads.</param>
    /// <param name="headSize">Size of a head. It is not always hidden size / heads.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not a certain whole number of at least 1.</exception>
    public static MultiHeadAttention Full(Scalar heads, Scalar kvHeads, Scalar headSize) => new() { Heads = heads, KvHeads = kvHeads, HeadSize = headSize };

    /// <summary>Attention over the last tokens only: Mistral 7B v0.1, five of six layers of Gemma 3.</summary>
    /// <param name="heads">Query heads.</param>
    /// <param name="kvHeads">Key-value heads; they divide the query heads.</param>
    /// <param name="headSize">Size of a head.</param>
    /// <param name="window">Tokens looked back on, the newest included.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not a certain whole number of at least 1.</exception>
    public static MultiHeadAttention Windowed(Scalar heads, Scalar kvHeads, Scalar headSize, Scalar window) => Full(heads, kvHeads, headSize) with { Window = window };

    /// <summary>Tokens a query at position n of a sequence sees, summed over positions 1..n: m (2 n - m + 1) / 2 with m = min(n, window). Unwindowed: n (n + 1) / 2, half of n^2.</summary>
    internal Scalar CausalPairs(Scalar tokens)
    {
        if (Window is null)
            return tokens * (tokens + 1) / 2;
        var seen = Scalar.Min(tokens, Window);
        return seen * ((2 * tokens) - seen + 1) / 2;
    }

    /// <summary>Tokens the cache holds for a sequence of so many.</summary>
    internal Scalar Kept(Scalar tokens) => Window is null ? tokens : Scalar.Min(tokens, Window);
}
