using System.Diagnostics.CodeAnalysis;

namespace MlsdEstimator;

/// <summary>The software that generates text with a language model: engine and front end.</summary>
public sealed record ServingStack
{
    private const LlmMachines MainGpus = LlmMachines.NvidiaGpu | LlmMachines.AmdGpu | LlmMachines.IntelGpu;

    private readonly LlmMachines machines;

    private ServingStack(string name, LlmMachines machines, ServingStack? relative = null, double? promptChunk = null, bool halfSums = false, bool twoOfFour = false)
    {
        (Name, this.machines, Relative, PromptChunk, HasHalfSums, HasTwoOfFour) = (name, machines, relative, promptChunk, halfSums, twoOfFour);
    }

    /// <summary>NVIDIA TensorRT-LLM with compiled engines, in C++ up to the front end (Triton).</summary>
    /// <remarks>It runs on NVIDIA GPUs (nvidia.github.io/TensorRT-LLM, supported hardware).</remarks>
    public static ServingStack TensorRtLlm { get; } = new("TensorRT-LLM", LlmMachines.NvidiaGpu, twoOfFour: true);

    /// <summary>NVIDIA TensorRT-LLM from version 1.0 on: PyTorch models behind an HTTP server.</summary>
    /// <remarks>It runs on NVIDIA GPUs (nvidia.github.io/TensorRT-LLM, supported hardware).</remarks>
    public static ServingStack TensorRtLlmPyTorch { get; } = new("TensorRT-LLM PyTorch", LlmMachines.NvidiaGpu, relative: TensorRtLlm);

    /// <summary>vLLM.</summary>
    /// <remarks>It runs on GPUs of NVIDIA, AMD and Intel, TPUs, Trainium and Inferentia, Gaudi, CPUs (docs.vllm.ai, installation of 0.9.2). The GPU of Apple silicon needs a plug-in and is left out.</remarks>
    public static ServingStack Vllm { get; } = new("vLLM", MainGpus | LlmMachines.Tpu | LlmMachines.Neuron | LlmMachines.Gaudi | LlmMachines.Cpu);

    /// <summary>SGLang.</summary>
    /// <remarks>It runs on GPUs of NVIDIA, AMD and Intel, TPUs, CPUs (docs.sglang.ai, hardware platforms).</remarks>
    public static ServingStack SgLang { get; } = new("SGLang", MainGpus | LlmMachines.Tpu | LlmMachines.Cpu);

    /// <summary>LMDeploy with TurboMind.</summary>
    /// <remarks>It runs on NVIDIA GPUs: TurboMind is CUDA (lmdeploy.readthedocs.io, supported models).</remarks>
    public static ServingStack LmDeploy { get; } = new("LMDeploy", LlmMachines.NvidiaGpu);

    /// <summary>llama.cpp: prompts in chunks of 512 tokens, which read the weights again.</summary>
    /// <remarks>It runs on GPUs of NVIDIA, AMD and Intel, Apple silicon, CPUs, phones; no TPU, Trainium or Gaudi (ggml-org/llama.cpp, supported backends).</remarks>
    public static ServingStack LlamaCpp { get; } = new("llama.cpp", MainGpus | LlmMachines.Apple | LlmMachines.Cpu | LlmMachines.Phone, promptChunk: 512, halfSums: true);

    /// <summary>Hugging Face Transformers: PyTorch, operation by operation.</summary>
    /// <remarks>It runs on GPUs of NVIDIA, AMD and Intel, Apple silicon, CPUs (pytorch.org, get started), Gaudi (docs.habana.ai, PyTorch eager mode).</remarks>
    public static ServingStack PyTorchEager { get; } = new("PyTorch eager", MainGpus | LlmMachines.Apple | LlmMachines.Gaudi | LlmMachines.Cpu, twoOfFour: true);

    /// <summary>Transformers with LLM.int8 of bitsandbytes.</summary>
    /// <remarks>It runs on GPUs of NVIDIA, AMD and Intel, Gaudi, CPUs (huggingface.co/docs/bitsandbytes, installation).</remarks>
    public static ServingStack BitsAndBytes { get; } = new("bitsandbytes", MainGpus | LlmMachines.Gaudi | LlmMachines.Cpu, relative: PyTorchEager);

    /// <summary>PyTorch with torch.compile: gpt-fast, torchao.</summary>
    /// <remarks>It runs on GPUs of NVIDIA, AMD and Intel, CPUs (docs.pytorch.org, torch.compile with TorchInductor).</remarks>
    public static ServingStack PyTorchCompiled { get; } = new("PyTorch compiled", MainGpus | LlmMachines.Cpu, twoOfFour: true);

    /// <summary>TinyChat: AWQ kernels.</summary>
    /// <remarks>It runs on NVIDIA GPUs, Jetson among them (mit-han-lab/llm-awq, tinychat).</remarks>
    public static ServingStack TinyChat { get; } = new("TinyChat", LlmMachines.NvidiaGpu);

    /// <summary>ExLlama: GPTQ kernels.</summary>
    /// <remarks>It runs on GPUs of NVIDIA and AMD (turboderp-org/exllamav2).</remarks>
    public static ServingStack ExLlama { get; } = new("ExLlama", LlmMachines.NvidiaGpu | LlmMachines.AmdGpu);

    /// <summary>OpenVINO GenAI.</summary>
    /// <remarks>It runs on GPUs of Intel, CPUs (docs.openvino.ai, supported devices).</remarks>
    public static ServingStack OpenVino { get; } = new("OpenVINO GenAI", LlmMachines.IntelGpu | LlmMachines.Cpu);

    /// <summary>PyTorch with Intel's extension on CPUs.</summary>
    /// <remarks>It runs on CPUs (intel/intel-extension-for-pytorch).</remarks>
    public static ServingStack IntelPyTorch { get; } = new("Intel PyTorch", LlmMachines.Cpu);

    /// <summary>Not known, or none of these: middling costs, widest range.</summary>
    /// <remarks>It may run on any device.</remarks>
    public static ServingStack Unknown { get; } = new("unknown stack", LlmMachines.None);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ServingStack> All { get; } =
    [
        TensorRtLlm, TensorRtLlmPyTorch, Vllm, SgLang, LmDeploy, LlamaCpp, PyTorchEager, BitsAndBytes, PyTorchCompiled, TinyChat, ExLlama, OpenVino, IntelPyTorch, Unknown,
    ];

    /// <summary>Name: "vLLM".</summary>
    public string Name { get; }

    /// <summary>What it runs on, in words.</summary>
    internal string Machines => LlmMachine.WordsOf(machines);

    /// <summary>The stack whose costs these are variations of, or null.</summary>
    internal ServingStack? Relative { get; }

    /// <summary>Tokens of a prompt that are computed together, each time reading the weights; null for all of them.</summary>
    internal double? PromptChunk { get; }

    /// <summary>True where 16-bit products are added up in 16 bits, which GeForce cards do twice as fast.</summary>
    internal bool HasHalfSums { get; }

    /// <summary>True where it has kernels for 2:4 weights: trtllm-build --weight_sparsity, torch.sparse.to_sparse_semi_structured. vLLM had them until version 0.19.</summary>
    internal bool HasTwoOfFour { get; }

    /// <summary>False where the software does not support the device; true where it does, where the stack is unknown, and where kind and maker of the device do not tell which machine it is.</summary>
    /// <remarks>By kind and maker: generations that a stack no longer supports, or not yet, are not told apart.</remarks>
    /// <param name="device">The device.</param>
    public bool RunsOn(Accelerator device)
    {
        LlmMachines machine = LlmMachine.Of(Require.NotNull(device, nameof(device)));
        return machines == LlmMachines.None || machine == LlmMachines.None || machines.HasFlag(machine);
    }

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
