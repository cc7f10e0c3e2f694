namespace MlsdEstimator.Accuracy;

/// <summary>Serving stacks by the names of the engine column.</summary>
internal static class LlmEngines
{
    /// <summary>First match counts; capitals do not matter.</summary>
    private static readonly IReadOnlyList<(string Part, ServingStack Stack)> Names =
    [
        ("bitsandbytes", ServingStack.BitsAndBytes), ("HF transformers", ServingStack.PyTorchEager), ("gpt-fast", ServingStack.PyTorchCompiled), ("torchao", ServingStack.PyTorchCompiled),
        ("PyTorch backend", ServingStack.TensorRtLlmPyTorch), ("TensorRT", ServingStack.TensorRtLlm), ("trtllm", ServingStack.TensorRtLlmPyTorch), ("vllm", ServingStack.Vllm),
        ("sglang", ServingStack.SgLang), ("llama.cpp", ServingStack.LlamaCpp), ("LMDeploy", ServingStack.LmDeploy), ("OpenVINO", ServingStack.OpenVino),
        ("TinyChat", ServingStack.TinyChat), ("ExLlama", ServingStack.ExLlama),
    ];

    /// <summary>The stack of an engine; unknown where it is none of these.</summary>
    /// <param name="engine">As published.</param>
    /// <param name="device">Plain PyTorch on a CPU runs with Intel's extension.</param>
    public static ServingStack Of(string engine, Accelerator device) =>
        Names.FirstOrDefault(name => engine.Contains(name.Part, StringComparison.OrdinalIgnoreCase)).Stack
        ?? (engine == "PyTorch" && device.Kind == DeviceKind.Cpu ? ServingStack.IntelPyTorch : ServingStack.Unknown);
}
