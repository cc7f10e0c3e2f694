namespace MlsdEstimator;

/// <summary>Mistral's models.</summary>
internal static class MistralModels
{
    private const string Hub = "config.json of huggingface.co/mistralai/";

    public static IReadOnlyList<PublishedModel> All { get; } =
    [
        (ModelCards.Decoder("Mistral-7B-v0.1", 32, 4096, (32, 8, 128), 14336, 32000) with { AttentionPattern = [Attention.Windowed(32, 8, 128, 4096)] }).On(Hub + "Mistral-7B-v0.1"),
        ModelCards.Decoder("Mistral-7B-v0.3", 32, 4096, (32, 8, 128), 14336, 32768).On(Hub + "Mistral-7B-v0.3"),
        (ModelCards.Decoder("Zephyr-7B", 32, 4096, (32, 8, 128), 14336, 32000) with { AttentionPattern = [Attention.Windowed(32, 8, 128, 4096)] }).On("config.json of huggingface.co/HuggingFaceH4/zephyr-7b-beta"),
        ModelCards.Decoder("Ministral-8B", 36, 4096, (32, 8, 128), 12288, 131072).On(Hub + "Ministral-8B-Instruct-2410"),
        ModelCards.Decoder("Mistral-Nemo-12B", 40, 5120, (32, 8, 128), 14336, 131072).On(Hub + "Mistral-Nemo-Base-2407"),
        ModelCards.Decoder("Mistral-Small-24B", 40, 5120, (32, 8, 128), 32768, 131072).On(Hub + "Mistral-Small-24B-Base-2501"),
        ModelCards.Decoder("Mistral-Large-123B", 88, 12288, (96, 8, 128), 28672, 32768).On(Hub + "Mistral-Large-Instruct-2407"),
        (ModelCards.Decoder("Mixtral-8x7B", 32, 4096, (32, 8, 128), 14336, 32000) with { FeedForward = FeedForward.Mixture(8, 2, 14336) }).On(Hub + "Mixtral-8x7B-v0.1"),
        (ModelCards.Decoder("Mixtral-8x22B", 56, 6144, (48, 8, 128), 16384, 32000) with { FeedForward = FeedForward.Mixture(8, 2, 16384) }).On(Hub + "Mixtral-8x22B-v0.1"),
    ];
}
