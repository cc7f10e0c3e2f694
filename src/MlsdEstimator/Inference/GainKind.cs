namespace MlsdEstimator;

/// <summary>Kinds of changes to a network that make it faster; made backwards, they undo what they did.</summary>
public enum GainKind
{
    /// <summary>Narrower arithmetic on CPUs: int8 or bf16 in place of fp32.</summary>
    NarrowerOnCpu,

    /// <summary>Narrower arithmetic on GPUs and other accelerators: int8 or fp8 in place of 16 bits.</summary>
    NarrowerOnAccelerator,

    /// <summary>Fewer bits stored, the same arithmetic, where reading weights takes the most time: generating at small batches.</summary>
    StorageOnly,

    /// <summary>The same where arithmetic takes the most time: prompts and large batches. Conversions cost, and nothing is gained.</summary>
    StorageOnlyBoundByArithmetic,

    /// <summary>Unstructured zeros in a runtime that skips them, narrower arithmetic included.</summary>
    Zeros,

    /// <summary>Fewer or narrower layers: distillation, structured pruning.</summary>
    SmallerNetwork,

    /// <summary>A compiler, or a runtime made for inference, in place of a framework: PyTorch to TensorRT.</summary>
    Compilation,
}
