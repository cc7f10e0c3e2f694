namespace MlsdEstimator;

/// <content>What it keeps and computes for tokens.</content>
public sealed partial record Transformer
{
    /// <summary>Bytes that each token adds to the cache while all windows still grow: layers x cached values x bytes per value. 0 for an encoder.</summary>
    public DataSize KvBytesPerToken => Result("KV bytes per token", () => IsEncoder ? DataSize.Zero : OverLayers(attention => attention.CachedValues) * Format.KvCache.BytesPerValue);

    /// <summary>Operations of the layers for one token, its context left out: 2 x (attention + active feed-forward weights).</summary>
    public FlopCount FlopsPerToken => Result("FLOPs per token", () => FlopCount.Flop * (2 * (AttentionParameters + ActiveFeedForwardParameters)));

    /// <summary>Operations of the output head for one position: 2 x hidden x vocabulary; 0 for an encoder. A prompt needs it once, not for each of its tokens.</summary>
    public FlopCount HeadFlops => Result("FLOPs of the output head", () => IsEncoder ? FlopCount.Zero : FlopCount.Flop * (2 * Hidden * Vocabulary));

    private protected override FlopCount FlopsOfExample => FlopsPerToken;

    /// <summary>Bytes of the cache of one sequence; windowed layers keep no more than their window.</summary>
    /// <param name="tokens">Tokens of the sequence, prompt and answer, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tokens are negative.</exception>
    public DataSize KvBytes(Scalar tokens)
    {
        Scalar held = Require.NonNegative(tokens, "tokens of a sequence");
        DataSize perValue = IsEncoder ? DataSize.Zero : Format.KvCache.BytesPerValue;
        return (OverLayers(attention => attention.CachedValues * attention.Kept(held)) * perValue).Named("KV bytes of a sequence");
    }

    /// <summary>
    /// Bytes of weights that one step over so many tokens reads: the layers, of experts the distinct ones, and the output head; of the embedding only rows. Zeros of pruning
    /// are read like other weights; the few stacks that read 2:4 weights without them are counted by <see cref="LlmReplica"/>.
    /// </summary>
    /// <param name="tokens">Tokens of the step over all its sequences, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tokens are negative.</exception>
    public DataSize WeightBytesRead(Scalar tokens) => WeightBytesRead(tokens, Format.Weights.BytesPerValue);

    /// <summary>The same where a weight of the layers takes so many bytes.</summary>
    internal DataSize WeightBytesRead(Scalar tokens, DataSize perWeight)
    {
        Scalar layers = AttentionParameters + FeedForward.WeightsRead(Hidden, Layers, Require.NonNegative(tokens, "tokens of a step")) + VectorParameters;
        DataSize head = IsEncoder ? DataSize.Zero : Vocabulary * Hidden * Format.Embeddings.BytesPerValue;
        return (layers * perWeight + head).Named("weight bytes read in a step");
    }

    /// <summary>Operations of attention over a prompt, all layers: causal, so n (n + 1) / 2 pairs; every pair for an encoder.</summary>
    /// <param name="tokens">Tokens computed, at least 0.</param>
    /// <param name="cached">Tokens before them whose keys and values are already there. Default: none.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    /// <exception cref="InvalidOperationException">An encoder is given cached tokens.</exception>
    public FlopCount PrefillAttentionFlops(Scalar tokens, Scalar? cached = null)
    {
        Scalar prompt = Require.NonNegative(tokens, "prompt tokens");
        Scalar? before = cached is null ? null : Require.NonNegative(RequireDecoder(cached), "cached tokens");
        return FlopCount.Flop * OverLayers(attention => attention.FlopsPerPair * Pairs(attention, before, prompt));
    }

    /// <summary>Operations of one prompt: layers for each token, attention over pairs, output head once.</summary>
    /// <param name="tokens">Tokens computed, at least 0; those of a sentence for an encoder.</param>
    /// <param name="cached">Tokens before them whose keys and values are already there. Default: none.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    /// <exception cref="InvalidOperationException">An encoder is given cached tokens.</exception>
    public FlopCount PrefillFlops(Scalar tokens, Scalar? cached = null) =>
        ((FlopsPerToken * Require.NonNegative(tokens, "prompt tokens")) + PrefillAttentionFlops(tokens, cached) + HeadFlops).Named("FLOPs of a prompt");

    /// <summary>Operations of one generated token that sees so many: layers, attention on the cache, output head.</summary>
    /// <param name="context">Tokens it sees, itself included, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The context is negative.</exception>
    /// <exception cref="InvalidOperationException">It is an encoder.</exception>
    public FlopCount DecodeFlops(Scalar context)
    {
        Scalar seen = Require.NonNegative(RequireDecoder(context), "context");
        return (FlopsPerToken + CachedAttentionFlops(seen) + HeadFlops).Named("FLOPs of a generated token");
    }

    /// <summary>Operations of the attention of one token to so many in the cache, all layers.</summary>
    internal FlopCount CachedAttentionFlops(Scalar context) => FlopCount.Flop * OverLayers(layer => layer.FlopsPerCachedPair * layer.Kept(context));

    /// <summary>Operations of one generated token on average over an answer: at its mean context, not its last.</summary>
    /// <param name="prompt">Tokens before the answer, at least 0.</param>
    /// <param name="answer">Tokens of the answer, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The prompt is negative, or the answer below 1.</exception>
    /// <exception cref="InvalidOperationException">It is an encoder.</exception>
    public FlopCount MeanDecodeFlops(Scalar prompt, Scalar answer)
    {
        Scalar before = Require.NonNegative(RequireDecoder(prompt), "prompt tokens");
        Scalar tokens = Require.AtLeast(1, answer, "answer tokens");
        FlopCount attention = FlopCount.Flop * (OverLayers(layer => layer.FlopsPerCachedPair * CausalPairs(layer, before, tokens)) / tokens);
        return (FlopsPerToken + attention + HeadFlops).Named("FLOPs of a generated token, mean");
    }

    /// <summary>Bytes of the cache that one generated token reads on average over an answer.</summary>
    /// <param name="prompt">Tokens before the answer, at least 0.</param>
    /// <param name="answer">Tokens of the answer, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The prompt is negative, or the answer below 1.</exception>
    /// <exception cref="InvalidOperationException">It is an encoder.</exception>
    public DataSize MeanKvBytes(Scalar prompt, Scalar answer)
    {
        Scalar before = Require.NonNegative(RequireDecoder(prompt), "prompt tokens");
        Scalar tokens = Require.AtLeast(1, answer, "answer tokens");
        DataSize perValue = Format.KvCache.BytesPerValue;
        return (OverLayers(layer => layer.CachedValues * CausalPairs(layer, before, tokens)) / tokens * perValue).Named("KV bytes read for a token, mean");
    }

    private Scalar RequireDecoder(Scalar tokens) =>
        IsEncoder ? throw new InvalidOperationException($"'{Title}' is an encoder: it keeps no cache and generates nothing. Read PrefillFlops, without cached tokens.") : tokens;

    private Scalar Pairs(Attention attention, Scalar? before, Scalar tokens) =>
        IsEncoder ? tokens * attention.Kept(tokens) : CausalPairs(attention, before, tokens);

    private static Scalar CausalPairs(Attention attention, Scalar? before, Scalar tokens) =>
        before is null ? attention.CausalPairs(tokens) : attention.CausalPairs(before + tokens) - attention.CausalPairs(before);
}
