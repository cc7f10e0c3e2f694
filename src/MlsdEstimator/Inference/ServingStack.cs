using System.Diagnostics.CodeAnalysis;

namespace MlsdEstimator;

/// <summary>The software that generates text with a language model: engine and front end.</summary>
public sealed record ServingStack
{
    private ServingStack(string name, ServingStack? relative = null, double? promptChunk = null, bool halfSums = false, bool twoOfFour = false)
    {
        (Name, Relative, PromptChunk, HasHalfSums, HasTwoOfFour) = (name, relative, promptChunk, halfSums, twoOfFour);
    }

    /// <summary>NVIDIA TensorRT-LLM with compiled engines, in C++ up to the front end (Triton).</summary>
    public static ServingStack TensorRtLlm { get; } = new("TensorRT-LLM", twoOfFour: true);

    /// <summary>NVIDIA TensorRT-LLM from version 1.0 on: PyTorch models behind an HTTP server.</summary>
    public static ServingStack TensorRtLlmPyTorch { get; } = new("TensorRT-LLM PyTorch", relative: TensorRtLlm);

    /// <summary>vLLM.</summary>
    public static ServingStack Vllm { get; } = new("vLLM");

    /// <summary>SGLang.</summary>
    public static ServingStack SgLang { get; } = new("SGLang");

    /// <summary>LMDeploy with TurboMind.</summary>
    public static ServingStack LmDeploy { get; } = new("LMDeploy");

    /// <summary>llama.cpp: prompts in chunks of 512 tokens, which read the weights again.</summary>
    public static ServingStack LlamaCpp { get; } = new("llama.cpp", promptChunk: 512, halfSums: true);

    /// <summary>Hugging Face Transformers: PyTorch, operation by operation.</summary>
    public static ServingStack PyTorchEager { get; } = new("PyTorch eager", twoOfFour: true);

    /// <summary>Transformers with LLM.int8 of bitsandbytes.</summary>
    public static ServingStack BitsAndBytes { get; } = new("bitsandbytes", relative: PyTorchEager);

    /// <summary>PyTorch with torch.compile: gpt-fast, torchao.</summary>
    public static ServingStack PyTorchCompiled { get; } = new("PyTorch compiled", twoOfFour: true);

    /// <summary>TinyChat: AWQ kernels.</summary>
    public static ServingStack TinyChat { get; } = new("TinyChat");

    /// <summary>ExLlama: GPTQ kernels.</summary>
    public static ServingStack ExLlama { get; } = new("ExLlama");

    /// <summary>OpenVINO GenAI.</summary>
    public static ServingStack OpenVino { get; } = new("OpenVINO GenAI");

    /// <summary>PyTorch with Intel's extension on CPUs.</summary>
    public static ServingStack IntelPyTorch { get; } = new("Intel PyTorch");

    /// <summary>Not known, or none of these: middling costs, widest range.</summary>
    public static ServingStack Unknown { get; } = new("unknown stack");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ServingStack> All { get; } =
    [
        TensorRtLlm, TensorRtLlmPyTorch, Vllm, SgLang, LmDeploy, LlamaCpp, PyTorchEager, BitsAndBytes, PyTorchCompiled, TinyChat, ExLlama, OpenVino, IntelPyTorch, Unknown,
    ];

    /// <summary>Name: "vLLM".</summary>
    public string Name { get; }

    /// <summary>The stack whose costs these are variations of, or null.</summary>
    internal ServingStack? Relative { get; }

    /// <summary>Tokens of a prompt that are computed together, each time reading the weights; null for all of them.</summary>
    internal double? PromptChunk { get; }

    /// <summary>True where 16-bit products are added up in 16 bits, which GeForce cards do twice as fast.</summary>
    internal bool HasHalfSums { get; }

    /// <summary>True where it has kernels for 2:4 weights: trtllm-build --weight_sparsity, torch.sparse.to_sparse_semi_structured. vLLM had them until version 0.19.</summary>
    internal bool HasTwoOfFour { get; }

    /// <summary>Reads a name such as "vLLM"; capitals do not matter.</summary>
    /// <param name="s">Name.</param>
    /// <exception cref="FormatException">There is no such stack; the message lists the nearest.</exception>
    public static ServingStack Parse(string s) =>
        TryParse(s, out ServingStack? stack)
            ? stack
            : throw new FormatException($"'{s}' is not a serving stack. Nearest: {NearestNames.Of(s ?? "", All.Select(one => one.Name))}. Use 'unknown stack' for others.");

    /// <summary>True where kernels read 2:4 weights of a format without their zeros at small batches: 4 bits in Sparse-Marlin (torchao). Of others no gain there is published.</summary>
    internal bool ReadsTwoOfFour(ModelFormat format) => this == PyTorchCompiled && format.IsWeightOnly && format.Weights.BitsPerValue <= 5;

    /// <summary>Reads a name, if it is one.</summary>
    /// <param name="s">Name.</param>
    /// <param name="result">The stack, or null.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, [NotNullWhen(true)] out ServingStack? result)
    {
        result = All.FirstOrDefault(one => one.Name.Equals(s, StringComparison.OrdinalIgnoreCase));
        return result is not null;
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
