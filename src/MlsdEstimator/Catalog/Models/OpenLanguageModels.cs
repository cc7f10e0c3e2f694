namespace MlsdEstimator;

/// <summary>Other open language models.</summary>
internal static class OpenLanguageModels
{
    private const string Hub = "config.json of huggingface.co/";

    public static IReadOnlyList<PublishedModel> All { get; } =
    [
        (ModelCards.Gpt("Phi-2", 32, 2560, 32, 51200, positions: 0, tied: false) with { NormVectors = (2 * 32) + 2, OtherParameters = 51200 }).On(Hub + "microsoft/phi-2"),
        ModelCards.Decoder("Phi-3-mini", 32, 3072, (32, 32, 96), 8192, 32064).On(Hub + "microsoft/Phi-3-mini-4k-instruct"),
        ModelCards.Decoder("Phi-3-medium", 40, 5120, (40, 10, 128), 17920, 32064).On(Hub + "microsoft/Phi-3-medium-4k-instruct"),
        ModelCards.Decoder("Phi-4", 40, 5120, (40, 10, 128), 17920, 100352).On(Hub + "microsoft/phi-4"),
        Falcon("Falcon-7B", 32, 4544, (71, 1), normsOfLayer: 2).On(Hub + "tiiuae/falcon-7b"),
        Falcon("Falcon-40B", 60, 8192, (128, 8), normsOfLayer: 4).On(Hub + "tiiuae/falcon-40b"),
        Falcon("Falcon-180B", 80, 14848, (232, 8), normsOfLayer: 4).On(Hub + "tiiuae/falcon-180B"),
        Mpt("MPT-7B", 32, 4096, 32).On(Hub + "mosaicml/mpt-7b"),
        Mpt("MPT-30B", 48, 7168, 64).On(Hub + "mosaicml/mpt-30b"),
        Glm("ChatGLM3-6B", 28, 65024).On(Hub + "THUDM/chatglm3-6b"),
        Glm("GLM-4-9B", 40, 151552).On(Hub + "THUDM/glm-4-9b"),
        (ModelCards.Decoder("Command-R-35B", 40, 8192, (64, 64, 128), 22528, 256000, tied: true) with { NormVectors = 41 }).On(Hub + "CohereForAI/c4ai-command-r-v01"),
        (ModelCards.Decoder("Command-R-Plus-104B", 64, 12288, (96, 8, 128), 33792, 256000, tied: true) with { NormVectors = 65, OtherParameters = 64 * 104 * 128 }).On(Hub + "CohereForAI/c4ai-command-r-plus"),
        (ModelCards.Decoder("OLMo-2-7B", 32, 4096, (32, 32, 128), 11008, 100352) with { OtherParameters = 32 * 2 * 4096 }).On(Hub + "allenai/OLMo-2-1124-7B"),
    ];

    /// <summary>Two matrices, no biases; attention and feed-forward side by side in the small one.</summary>
    private static Transformer Falcon(string name, int layers, int hidden, (int Heads, int KvHeads) attention, int normsOfLayer) =>
        ModelCards.Decoder(name, layers, hidden, (attention.Heads, attention.KvHeads, 64), 4 * hidden, 65024, tied: true) with
        {
            FeedForward = FeedForward.Dense(4 * hidden, 2),
            NormVectors = (normsOfLayer * layers) + 2,
        };

    private static Transformer Mpt(string name, int layers, int hidden, int heads) =>
        ModelCards.Decoder(name, layers, hidden, (heads, heads, hidden / heads), 4 * hidden, 50432, tied: true) with { FeedForward = FeedForward.Dense(4 * hidden, 2) };

    private static Transformer Glm(string name, int layers, int vocabulary) =>
        ModelCards.Decoder(name, layers, 4096, (32, 2, 128), 13696, vocabulary) with { AttentionPattern = [Attention.Full(32, 2, 128) with { Bias = AttentionBias.QueryKeyValue }] };
}
