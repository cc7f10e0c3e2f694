namespace MlsdEstimator;

/// <summary>Language models before Llama: GPT, OPT, BLOOM, GPT-NeoX.</summary>
internal static class EarlierLanguageModels
{
    private const string Hub = "config.json of huggingface.co/";

    public static IReadOnlyList<PublishedModel> All { get; } =
    [
        ModelCards.Gpt("GPT-2", 12, 768, 12, 50257, 1024).On(Hub + "openai-community/gpt2"),
        ModelCards.Gpt("GPT-2-medium", 24, 1024, 16, 50257, 1024).On(Hub + "openai-community/gpt2-medium"),
        ModelCards.Gpt("GPT-2-large", 36, 1280, 20, 50257, 1024).On(Hub + "openai-community/gpt2-large"),
        ModelCards.Gpt("GPT-2-XL", 48, 1600, 25, 50257, 1024).On(Hub + "openai-community/gpt2-xl"),
        ModelCards.Gpt("GPT-3-175B", 96, 12288, 96, 50257, 2048).On("Brown et al. 2020, arXiv:2005.14165, table 2.1"),
        (ModelCards.Gpt("GPT-J-6B", 28, 4096, 16, 50400, positions: 0, tied: false) with
        {
            AttentionPattern = [Attention.Full(16, 16, 256)],
            NormVectors = (2 * 28) + 2,
            OtherParameters = 50400,
        }).On(Hub + "EleutherAI/gpt-j-6b"),
        ModelCards.Gpt("GPT-NeoX-20B", 44, 6144, 64, 50432, positions: 0, tied: false).On(Hub + "EleutherAI/gpt-neox-20b"),
        ModelCards.Gpt("Pythia-1.4B", 24, 2048, 16, 50304, positions: 0, tied: false).On(Hub + "EleutherAI/pythia-1.4b"),
        ModelCards.Gpt("Pythia-6.9B", 32, 4096, 32, 50432, positions: 0, tied: false).On(Hub + "EleutherAI/pythia-6.9b"),
        ModelCards.Gpt("Pythia-12B", 36, 5120, 40, 50688, positions: 0, tied: false).On(Hub + "EleutherAI/pythia-12b"),
        ModelCards.Gpt("Dolly-v2-3B", 32, 2560, 32, 50280, positions: 0, tied: false).On(Hub + "databricks/dolly-v2-3b"),
        ModelCards.Gpt("OPT-125M", 12, 768, 12, 50272, 2050).On(Hub + "facebook/opt-125m"),
        ModelCards.Gpt("OPT-1.3B", 24, 2048, 32, 50272, 2050).On(Hub + "facebook/opt-1.3b"),
        ModelCards.Gpt("OPT-6.7B", 32, 4096, 32, 50272, 2050).On(Hub + "facebook/opt-6.7b"),
        ModelCards.Gpt("OPT-13B", 40, 5120, 40, 50272, 2050).On(Hub + "facebook/opt-13b"),
        ModelCards.Gpt("OPT-30B", 48, 7168, 56, 50272, 2050).On(Hub + "facebook/opt-30b"),
        ModelCards.Gpt("OPT-66B", 64, 9216, 72, 50272, 2050).On(Hub + "facebook/opt-66b"),
        Bloom("BLOOM-7.1B", 30, 4096, 32).On(Hub + "bigscience/bloom-7b1"),
        Bloom("BLOOM-176B", 70, 14336, 112).On(Hub + "bigscience/bloom"),
    ];

    /// <summary>No learned positions, and one more norm after the embedding.</summary>
    private static Transformer Bloom(string name, int layers, int hidden, int heads) =>
        ModelCards.Gpt(name, layers, hidden, heads, 250880, positions: 0) with { NormVectors = (4 * layers) + 4, Format = ModelFormat.Bf16 };
}
