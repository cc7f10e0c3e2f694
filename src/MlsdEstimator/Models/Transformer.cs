namespace MlsdEstimator;

/// <summary>A transformer by its shape: what its configuration file says. Parameters, KV cache and operations follow.</summary>
/// <remarks>
/// Parameters = embedding + output head (unless tied) + layers x (attention + feed-forward) + norms and biases.
/// KV bytes per token = layers x cached values of a layer x bytes per value. FLOPs per token = 2 x active weights of the layers
/// + 4 x heads x head size x context in each layer; the output head is computed once for a prompt and once for each generated token.
/// A prompt of n tokens has n (n + 1) / 2 pairs of tokens, not n^2: it is causal.
/// </remarks>
/// <example>
/// <code>
/// var llama = new Transformer
/// {
///     Title = "Llama-3-8B", Layers = 32, Hidden = 4096, AttentionPattern = [Attention.Full(heads: 32, kvHeads: 8, headSize: 128)],
///     FeedForward = FeedForward.Dense(14336, matrices: 3), Vocabulary = 128256, HasTiedEmbedding = false, Format = ModelFormat.Bf16,
/// };
/// llama.Parameters.Value          // 8,030,261,248
/// llama.KvBytesPerToken.Bytes     // 131,072
/// </code>
/// </example>
public sealed partial record Transformer : Model
{
    /// <summary>How weights are stored and multiplied. No default: it decides memory and speed.</summary>
    public override required ModelFormat Format { get; init => field = Require.NotNull(value, "format"); }

    /// <summary>Layers, a whole number of at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public required Scalar Layers { get; init => field = Require.WholeAtLeast(1, value, "layers"); }

    /// <summary>Width of the residual stream, a whole number of at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public required Scalar Hidden { get; init => field = Require.WholeAtLeast(1, value, "hidden size"); }

    /// <summary>Attention of the layers in order, repeated to the last: one where all are alike, five windows and one full for Gemma 3.</summary>
    /// <exception cref="ArgumentException">The list is empty or holds a null.</exception>
    public required IReadOnlyList<Attention> AttentionPattern { get; init => field = Pattern(value); }

    /// <summary>Feed-forward of the layers: dense or a mixture of experts.</summary>
    public required FeedForward FeedForward { get; init => field = Require.NotNull(value, "feed-forward"); }

    /// <summary>Tokens of the vocabulary, as rows of the embedding; padding counts. A whole number of at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 1.</exception>
    public required Scalar Vocabulary { get; init => field = Require.WholeAtLeast(1, value, "vocabulary"); }

    /// <summary>True when the output head is the embedding, stored once. No default: it is up to a fifth of a small model.</summary>
    public required bool HasTiedEmbedding { get; init; }

    /// <summary>True for an encoder: every token sees every other, nothing is cached, and there is no output head over the vocabulary.</summary>
    public bool IsEncoder { get; init; }

    /// <summary>Learned positions, 0 for rotary or none. Default 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 0.</exception>
    public Scalar LearnedPositions { get; init => field = Require.WholeAtLeast(0, value, "learned positions"); } = 0;

    /// <summary>Norm vectors of the hidden size in the whole model. Default: two for each layer and a last one; a LayerNorm has two vectors, an RMSNorm one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 0.</exception>
    public Scalar? NormVectors { get; init => field = value is null ? null : Require.WholeAtLeast(0, value, "norm vectors"); }

    /// <summary>Weights that are none of these: pooler, token types, biases of the head. Default 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a certain whole number of at least 0.</exception>
    public Scalar OtherParameters { get; init => field = Require.WholeAtLeast(0, value, "other parameters"); } = 0;

    /// <summary>Rows of the token embedding.</summary>
    public Scalar EmbeddingParameters => Result("embedding parameters", () => Vocabulary * Hidden);

    /// <summary>Weights of the output head of its own; 0 where it is tied to the embedding or there is none.</summary>
    public Scalar HeadParameters => Result("head parameters", () => HasTiedEmbedding || IsEncoder ? 0 : Vocabulary * Hidden);

    /// <summary>Projections of attention, all layers.</summary>
    public Scalar AttentionParameters => Result("attention parameters", () => OverLayers(attention => attention.Projections(Hidden)));

    /// <summary>Feed-forward matrices, all layers, all experts, routers included.</summary>
    public Scalar FeedForwardParameters => Result("feed-forward parameters", () => FeedForward.Weights(Hidden, Layers));

    /// <summary>Feed-forward matrices that one token computes with, all layers.</summary>
    public Scalar ActiveFeedForwardParameters => Result("active feed-forward parameters", () => FeedForward.ActiveWeights(Hidden, Layers));

    /// <summary>Norms, biases, learned positions and what else multiplies nothing.</summary>
    public Scalar VectorParameters => Result("norms and biases", Vectors);

    /// <summary>Weights that one token takes part in, embeddings included, as published for mixtures of experts: "37B active".</summary>
    public Scalar ActiveParameters => Result("active parameters", () => Parameters - FeedForwardParameters + ActiveFeedForwardParameters);

    /// <summary>Weights of the layers as stored, in the format of weights: attention, feed-forward, norms and biases.</summary>
    public DataSize LayerBytes => Result("bytes of the layers", () => Stored(AttentionParameters + FeedForwardParameters + VectorParameters));

    /// <inheritdoc/>
    public override DataSize WeightBytes => Result("weight bytes", () => LayerBytes + (Embeddings * Format.Embeddings.BytesPerValue));

    private protected override Scalar AllParameters =>
        Result("parameters", () => Embeddings + AttentionParameters + FeedForwardParameters + VectorParameters);

    /// <inheritdoc/>
    private protected override IReadOnlyList<IQuantity> Sizes =>
        IsEncoder ? [Parameters, WeightBytes, FlopsPerToken] : [Parameters, ActiveParameters, WeightBytes, KvBytesPerToken, FlopsPerToken];

    /// <inheritdoc/>
    protected override IEnumerable<string> Contradictions =>
        [.. AttentionPattern.SelectMany(attention => attention.Contradictions).Distinct(), .. FeedForward.Contradictions(Layers)];

    internal override Model Resized(Func<Scalar, Scalar> parameters, Func<FlopCount, FlopCount> flops) =>
        throw new ArgumentException($"'{Title}' is a transformer, whose cache and speed follow from its shape, not from a factor; give the shape of the smaller model.");

    /// <summary>Embedding, and the output head where it is one of its own.</summary>
    private Scalar Embeddings => HasTiedEmbedding || IsEncoder ? EmbeddingParameters : EmbeddingParameters + HeadParameters;

    private Scalar Vectors()
    {
        Scalar sum = Norms;
        if (AttentionPattern.Any(attention => attention.Vectors(Hidden) is not null))
            sum += OverLayers(attention => attention.Vectors(Hidden) ?? 0);
        if (FeedForward.Vectors(Hidden, Layers) is Scalar biases)
            sum += biases;
        if (LearnedPositions.Value > 0)
            sum += LearnedPositions * Hidden;
        return OtherParameters.Value > 0 ? sum + OtherParameters : sum;
    }

    private Scalar Norms => Hidden * (NormVectors ?? ((2 * Layers) + 1));

    /// <summary>A sum over the layers of what one layer has.</summary>
    private T OverLayers<T>(Func<Attention, T> perLayer)
        where T : Quantity<T>, IQuantity<T>
    {
        T sum = perLayer(AttentionPattern[0]) * LayersLike(0);
        for (int i = 1; i < AttentionPattern.Count; i++)
            sum += perLayer(AttentionPattern[i]) * LayersLike(i);
        return sum;
    }

    /// <summary>How many layers repeat an entry of the pattern.</summary>
    private Scalar LayersLike(int entry) =>
        AttentionPattern.Count == 1 ? Layers : Math.Ceiling(Math.Max(0, Layers.Value - entry) / AttentionPattern.Count);

    private static IReadOnlyList<Attention> Pattern(IReadOnlyList<Attention> value)
    {
        Require.NotEmpty(value, "attention pattern");
        return value.Contains(null!) ? throw new ArgumentException("'attention pattern' holds a null; leave it out instead.", nameof(value)) : [.. value];
    }
}
