namespace MlsdEstimator;

/// <summary>Meta's Llama and models of its shape.</summary>
internal static class LlamaModels
{
    private const string Paper = "Touvron et al. 2023, arXiv:2302.13971, table 2";
    private const string Hub = "config.json of huggingface.co/";

    public static IReadOnlyList<PublishedModel> All { get; } =
    [
        ModelCards.Decoder("LLaMA-7B", 32, 4096, (32, 32, 128), 11008, 32000).On(Paper),
        ModelCards.Decoder("LLaMA-13B", 40, 5120, (40, 40, 128), 13824, 32000).On(Paper),
        ModelCards.Decoder("LLaMA-30B", 60, 6656, (52, 52, 128), 17920, 32000).On(Paper),
        ModelCards.Decoder("LLaMA-65B", 80, 8192, (64, 64, 128), 22016, 32000).On(Paper),
        ModelCards.Decoder("Llama-2-7B", 32, 4096, (32, 32, 128), 11008, 32000).On(Hub + "meta-llama/Llama-2-7b-hf"),
        ModelCards.Decoder("Llama-2-13B", 40, 5120, (40, 40, 128), 13824, 32000).On(Hub + "meta-llama/Llama-2-13b-hf"),
        ModelCards.Decoder("Llama-2-70B", 80, 8192, (64, 8, 128), 28672, 32000).On(Hub + "meta-llama/Llama-2-70b-hf"),
        ModelCards.Decoder("CodeLlama-34B", 48, 8192, (64, 8, 128), 22016, 32000).On(Hub + "codellama/CodeLlama-34b-hf"),
        ModelCards.Decoder("Llama-3-8B", 32, 4096, (32, 8, 128), 14336, 128256).On(Hub + "meta-llama/Meta-Llama-3-8B"),
        ModelCards.Decoder("Llama-3-70B", 80, 8192, (64, 8, 128), 28672, 128256).On(Hub + "meta-llama/Meta-Llama-3-70B"),
        ModelCards.Decoder("Llama-3.1-8B", 32, 4096, (32, 8, 128), 14336, 128256).On(Hub + "meta-llama/Llama-3.1-8B"),
        ModelCards.Decoder("Llama-3.1-70B", 80, 8192, (64, 8, 128), 28672, 128256).On(Hub + "meta-llama/Llama-3.1-70B"),
        ModelCards.Decoder("Llama-3.1-405B", 126, 16384, (128, 8, 128), 53248, 128256).On(Hub + "meta-llama/Llama-3.1-405B"),
        ModelCards.Decoder("Llama-3.2-1B", 16, 2048, (32, 8, 64), 8192, 128256, tied: true).On(Hub + "meta-llama/Llama-3.2-1B"),
        ModelCards.Decoder("Llama-3.2-3B", 28, 3072, (24, 8, 128), 8192, 128256, tied: true).On(Hub + "meta-llama/Llama-3.2-3B"),
        ModelCards.Decoder("Llama-3.3-70B", 80, 8192, (64, 8, 128), 28672, 128256).On(Hub + "meta-llama/Llama-3.3-70B-Instruct"),
        ModelCards.Decoder("Vicuna-7B", 32, 4096, (32, 32, 128), 11008, 32000).On(Hub + "lmsys/vicuna-7b-v1.5"),
        ModelCards.Decoder("Vicuna-13B", 40, 5120, (40, 40, 128), 13824, 32000).On(Hub + "lmsys/vicuna-13b-v1.5"),
        ModelCards.Decoder("TinyLlama-1.1B", 22, 2048, (32, 4, 64), 5632, 32000).On(Hub + "TinyLlama/TinyLlama-1.1B-Chat-v1.0"),
        ModelCards.Decoder("Yi-6B", 32, 4096, (32, 4, 128), 11008, 64000).On(Hub + "01-ai/Yi-6B"),
        ModelCards.Decoder("Yi-34B", 60, 7168, (56, 8, 128), 20480, 64000).On(Hub + "01-ai/Yi-34B"),
        ModelCards.Decoder("DeepSeek-Coder-33B", 62, 7168, (56, 8, 128), 19200, 32256).On(Hub + "deepseek-ai/deepseek-coder-33b-base"),
        ModelCards.Decoder("Baichuan2-13B", 40, 5120, (40, 40, 128), 13696, 125696).On(Hub + "baichuan-inc/Baichuan2-13B-Base"),
        ModelCards.Decoder("SmolLM2-135M", 30, 576, (9, 3, 64), 1536, 49152, tied: true).On(Hub + "HuggingFaceTB/SmolLM2-135M"),
        ModelCards.Decoder("SmolLM2-360M", 32, 960, (15, 5, 64), 2560, 49152, tied: true).On(Hub + "HuggingFaceTB/SmolLM2-360M"),
        ModelCards.Decoder("SmolLM2-1.7B", 24, 2048, (32, 32, 64), 8192, 49152, tied: true).On(Hub + "HuggingFaceTB/SmolLM2-1.7B"),
    ];
}
