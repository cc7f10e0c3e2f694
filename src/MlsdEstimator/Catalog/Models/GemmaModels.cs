namespace MlsdEstimator;

/// <summary>Google's Gemma models; of Gemma 3 the text part.</summary>
internal static class GemmaModels
{
    private const string Hub = "config.json of huggingface.co/google/";

    public static IReadOnlyList<PublishedModel> All { get; } =
    [
        ModelCards.Decoder("Gemma-2B", 18, 2048, (8, 1, 256), 16384, 256000, tied: true).On(Hub + "gemma-2b"),
        ModelCards.Decoder("Gemma-7B", 28, 3072, (16, 16, 256), 24576, 256000, tied: true).On(Hub + "gemma-7b"),
        Second("Gemma-2-2B", 26, 2304, (8, 4, 256), 9216),
        Second("Gemma-2-9B", 42, 3584, (16, 8, 256), 14336),
        Second("Gemma-2-27B", 46, 4608, (32, 16, 128), 36864),
        Third("Gemma-3-1B", 26, 1152, (4, 1, 256), 6912, window: 512),
        Third("Gemma-3-4B", 34, 2560, (8, 4, 256), 10240, window: 1024),
        Third("Gemma-3-12B", 48, 3840, (16, 8, 256), 15360, window: 1024),
        Third("Gemma-3-27B", 62, 5376, (32, 16, 128), 21504, window: 1024),
    ];

    /// <summary>Every second layer looks back on 4,096 tokens; four norms a layer.</summary>
    private static PublishedModel Second(string name, int layers, int hidden, (int Heads, int KvHeads, int Size) attention, int width)
    {
        MultiHeadAttention full = Attention.Full(attention.Heads, attention.KvHeads, attention.Size);
        Transformer model = ModelCards.Decoder(name, layers, hidden, attention, width, 256000, tied: true);
        return (model with { AttentionPattern = [full with { Window = 4096 }, full], NormVectors = (4 * layers) + 1 }).On($"{Hub}{name.ToLowerInvariant()}");
    }

    /// <summary>Five of six layers have a window; four norms a layer, queries and keys normalised.</summary>
    private static PublishedModel Third(string name, int layers, int hidden, (int Heads, int KvHeads, int Size) attention, int width, int window)
    {
        MultiHeadAttention full = Attention.Full(attention.Heads, attention.KvHeads, attention.Size) with { HasQueryKeyNorm = true };
        MultiHeadAttention local = full with { Window = window };
        Transformer model = ModelCards.Decoder(name, layers, hidden, attention, width, 262144, tied: true);
        return (model with { AttentionPattern = [local, local, local, local, local, full], NormVectors = (4 * layers) + 1 }).On($"{Hub}{name.ToLowerInvariant()}-pt");
    }
}
