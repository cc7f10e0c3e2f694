namespace MlsdEstimator;

/// <summary>Alibaba's Qwen models.</summary>
internal static class QwenModels
{
    private const string Hub = "config.json of huggingface.co/Qwen/";

    public static IReadOnlyList<PublishedModel> All { get; } =
    [
        Biased("Qwen-14B", 40, 5120, (40, 40), 13696, 152064),
        Biased("Qwen2-7B", 28, 3584, (28, 4), 18944, 152064),
        (ModelCards.Decoder("Qwen2.5-0.5B", 24, 896, (14, 2, 64), 4864, 151936, tied: true) with { AttentionPattern = [Attention.Full(14, 2, 64) with { Bias = AttentionBias.QueryKeyValue }] }).On(Hub + "Qwen2.5-0.5B"),
        Biased("Qwen2.5-1.5B", 28, 1536, (12, 2), 8960, 151936, tied: true),
        Biased("Qwen2.5-3B", 36, 2048, (16, 2), 11008, 151936, tied: true),
        Biased("Qwen2.5-7B", 28, 3584, (28, 4), 18944, 152064),
        Biased("Qwen2.5-14B", 48, 5120, (40, 8), 13824, 152064),
        Biased("Qwen2.5-32B", 64, 5120, (40, 8), 27648, 152064),
        Biased("Qwen2.5-72B", 80, 8192, (64, 8), 29568, 152064),
        Normed("Qwen3-0.6B", 28, 1024, (16, 8), 3072, tied: true),
        Normed("Qwen3-1.7B", 28, 2048, (16, 8), 6144, tied: true),
        Normed("Qwen3-4B", 36, 2560, (32, 8), 9728, tied: true),
        Normed("Qwen3-8B", 36, 4096, (32, 8), 12288),
        Normed("Qwen3-14B", 40, 5120, (40, 8), 17408),
        Normed("Qwen3-32B", 64, 5120, (64, 8), 25600),
        Mixed("Qwen3-30B-A3B", 48, 2048, (32, 4), 768),
        Mixed("Qwen3-235B-A22B", 94, 4096, (64, 4), 1536),
    ];

    /// <summary>First and second generation: biases on queries, keys and values; heads of 128.</summary>
    private static PublishedModel Biased(string name, int layers, int hidden, (int Heads, int KvHeads) attention, int width, int vocabulary, bool tied = false) =>
        (ModelCards.Decoder(name, layers, hidden, (attention.Heads, attention.KvHeads, 128), width, vocabulary, tied) with
        {
            AttentionPattern = [Attention.Full(attention.Heads, attention.KvHeads, 128) with { Bias = AttentionBias.QueryKeyValue }],
        }).On(Hub + name);

    /// <summary>Third generation: heads of 128 whatever the hidden size, their queries and keys normalised.</summary>
    private static PublishedModel Normed(string name, int layers, int hidden, (int Heads, int KvHeads) attention, int width, bool tied = false) =>
        Third(name, layers, hidden, attention, width, tied).On(Hub + name);

    private static PublishedModel Mixed(string name, int layers, int hidden, (int Heads, int KvHeads) attention, int width) =>
        (Third(name, layers, hidden, attention, width, tied: false) with { FeedForward = FeedForward.Mixture(128, 8, width) }).On(Hub + name);

    private static Transformer Third(string name, int layers, int hidden, (int Heads, int KvHeads) attention, int width, bool tied) =>
        ModelCards.Decoder(name, layers, hidden, (attention.Heads, attention.KvHeads, 128), width, 151936, tied) with
        {
            AttentionPattern = [Attention.Full(attention.Heads, attention.KvHeads, 128) with { HasQueryKeyNorm = true }],
        };
}
