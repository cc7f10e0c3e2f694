namespace MlsdEstimator;

/// <summary>Large mixtures of experts.</summary>
internal static class MixtureModels
{
    private const string Hub = "config.json of huggingface.co/";

    public static IReadOnlyList<PublishedModel> All { get; } =
    [
        (ModelCards.Decoder("DeepSeek-MoE-16B", 28, 2048, (16, 16, 128), 1408, 102400) with { FeedForward = Shared(64, 6, 1408, shared: 2, denseLayers: 1, denseWidth: 10944) }).On(Hub + "deepseek-ai/deepseek-moe-16b-base"),
        (Latent("DeepSeek-V2-Lite", 27, 2048, 16, null, 102400) with { FeedForward = Shared(64, 6, 1408, shared: 2, denseLayers: 1, denseWidth: 10944) }).On(Hub + "deepseek-ai/DeepSeek-V2-Lite"),
        (Latent("DeepSeek-V2", 60, 5120, 128, 1536, 102400) with { FeedForward = Shared(160, 6, 1536, shared: 2, denseLayers: 1, denseWidth: 12288) }).On(Hub + "deepseek-ai/DeepSeek-V2"),
        DeepSeekV3("DeepSeek-V3").On(Hub + "deepseek-ai/DeepSeek-V3, without the multi-token prediction module"),
        DeepSeekV3("DeepSeek-R1").On(Hub + "deepseek-ai/DeepSeek-R1, without the multi-token prediction module"),
        (Latent("Kimi-K2", 61, 7168, 64, 1536, 163840) with
        {
            FeedForward = Shared(384, 8, 2048, shared: 1, denseLayers: 1, denseWidth: 18432),
            OtherParameters = 60 * 384,
            Format = ModelFormat.Fp8Block,
        }).On(Hub + "moonshotai/Kimi-K2-Base"),
        GptOss("gpt-oss-20b", 24, 32).On(Hub + "openai/gpt-oss-20b"),
        GptOss("gpt-oss-120b", 36, 128).On(Hub + "openai/gpt-oss-120b"),
        (ModelCards.Decoder("DBRX-132B", 40, 6144, (48, 8, 128), 10752, 100352) with { FeedForward = FeedForward.Mixture(16, 4, 10752) }).On(Hub + "databricks/dbrx-base"),
        Llama4("Llama-4-Scout", 16, denseLayers: 0).On(Hub + "meta-llama/Llama-4-Scout-17B-16E, text part"),
        Llama4("Llama-4-Maverick", 128, denseLayers: 24).On(Hub + "meta-llama/Llama-4-Maverick-17B-128E, text part"),
        (ModelCards.Decoder("Qwen1.5-MoE-A2.7B", 24, 2048, (16, 16, 128), 1408, 151936) with
        {
            AttentionPattern = [Attention.Full(16, 16, 128) with { Bias = AttentionBias.QueryKeyValue }],
            FeedForward = FeedForward.Mixture(60, 4, 1408) with { SharedWidth = 5632 },
            OtherParameters = 24 * 2048,
        }).On(Hub + "Qwen/Qwen1.5-MoE-A2.7B"),
    ];

    private static Transformer DeepSeekV3(string name) => Latent(name, 61, 7168, 128, 1536, 129280) with
    {
        FeedForward = Shared(256, 8, 2048, shared: 1, denseLayers: 3, denseWidth: 18432),
        OtherParameters = 58 * 256, // a correction of the router's scores for each expert
        Format = ModelFormat.Fp8Block,
    };

    private static Transformer Latent(string name, int layers, int hidden, int heads, int? queryRank, int vocabulary) =>
        ModelCards.Decoder(name, layers, hidden, (heads, heads, 128), 1, vocabulary) with
        {
            AttentionPattern = [new LatentAttention { Heads = heads, QueryRank = queryRank is int rank ? rank : null, KvRank = 512, HeadSize = 128, RotarySize = 64, ValueSize = 128 }],
        };

    private static MixtureOfExperts Shared(int experts, int perToken, int width, int shared, int denseLayers, int denseWidth) =>
        FeedForward.Mixture(experts, perToken, width) with { SharedWidth = shared * width, DenseLayers = denseLayers, DenseWidth = denseWidth };

    /// <summary>Biases everywhere, a learned sink for each head, every second layer with a window of 128.</summary>
    private static Transformer GptOss(string name, int layers, int experts)
    {
        MultiHeadAttention full = Attention.Full(64, 8, 64) with { Bias = AttentionBias.All };
        return ModelCards.Decoder(name, layers, 2880, (64, 8, 64), 2880, 201088) with
        {
            AttentionPattern = [full with { Window = 128 }, full],
            FeedForward = FeedForward.Mixture(experts, 4, 2880) with { HasBias = true },
            OtherParameters = 64 * layers,
            Format = ModelFormat.MxFp4,
        };
    }

    /// <summary>Three of four layers attend within chunks of 8,192 tokens; one routed and one shared expert for a token.</summary>
    private static Transformer Llama4(string name, int experts, int denseLayers)
    {
        MultiHeadAttention full = Attention.Full(40, 8, 128);
        MultiHeadAttention local = full with { Window = 8192 };
        return ModelCards.Decoder(name, 48, 5120, (40, 8, 128), 8192, 202048) with
        {
            AttentionPattern = [local, local, local, full],
            FeedForward = FeedForward.Mixture(experts, 1, 8192) with { SharedWidth = 8192, DenseLayers = denseLayers, DenseWidth = denseLayers > 0 ? 16384 : null },
        };
    }
}
