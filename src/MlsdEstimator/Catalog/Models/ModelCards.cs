namespace MlsdEstimator;

/// <summary>Builds entries of the catalogue from the numbers of configuration files.</summary>
internal static class ModelCards
{
    /// <summary>A decoder of Llama's kind: rotary positions, gated feed-forward, RMSNorm, no biases, all layers alike.</summary>
    public static Transformer Decoder(string name, int layers, int hidden, (int Heads, int KvHeads, int Size) attention, int width, int vocabulary, bool tied = false) => new()
    {
        Title = name,
        Layers = layers,
        Hidden = hidden,
        AttentionPattern = [Attention.Full(attention.Heads, attention.KvHeads, attention.Size)],
        FeedForward = FeedForward.Dense(width, 3),
        Vocabulary = vocabulary,
        HasTiedEmbedding = tied,
        Format = ModelFormat.Bf16,
    };

    /// <summary>A decoder of GPT-2's kind: two matrices, LayerNorm and biases everywhere; heads have keys and values of their own.</summary>
    public static Transformer Gpt(string name, int layers, int hidden, int heads, int vocabulary, int positions, bool tied = true) => new()
    {
        Title = name,
        Layers = layers,
        Hidden = hidden,
        AttentionPattern = [Attention.Full(heads, heads, hidden / heads) with { Bias = AttentionBias.All }],
        FeedForward = FeedForward.Dense(4 * hidden, 2) with { HasBias = true },
        Vocabulary = vocabulary,
        HasTiedEmbedding = tied,
        LearnedPositions = positions,
        NormVectors = (4 * layers) + 2,
        Format = ModelFormat.Fp16,
    };

    /// <summary>An encoder of BERT's kind.</summary>
    public static Transformer Encoder(string name, int layers, int hidden, int heads, int width, int vocabulary, int positions, int others) =>
        Gpt(name, layers, hidden, heads, vocabulary, positions) with
        {
            FeedForward = FeedForward.Dense(width, 2) with { HasBias = true },
            IsEncoder = true,
            OtherParameters = others,
            Format = ModelFormat.Fp32,
        };

    /// <summary>The weights of a pooler: a square matrix and its bias.</summary>
    public static int Pooler(int hidden) => (hidden * hidden) + hidden;

    public static PublishedModel On(this Model model, string page) => new(model, page);
}
