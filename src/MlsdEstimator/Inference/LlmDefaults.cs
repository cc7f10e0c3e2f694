namespace MlsdEstimator;

/// <summary>What language-model serving assumes when nothing is said.</summary>
public static class LlmDefaults
{
    /// <summary>Part of the memory that an engine takes.</summary>
    public static Fraction UsableMemory { get; } = Fraction.FromRatio(0.92).Named("usable memory")
        .AsDefault("vLLM gpu_memory_utilization 0.9 and TensorRT-LLM free_gpu_memory_fraction 0.9 of what weights leave; 0.92 fits published saturated throughput best");

    /// <summary>Memory of a device for activations, libraries and communication buffers.</summary>
    public static DataSize Reserve { get; } = DataSize.FromGigabytes(1.5).Named("reserve of a device")
        .AsDefault("CUDA context and NCCL buffers 0.7 to 1 GB (ai-dynamo/aiconfigurator @095f58a5 counts 0.34 to 0.39 for NCCL), activations of a chunk of 8,192 tokens");

    /// <summary>Layouts that a plan tries: 1, 2, 4 and 8 devices that share each layer.</summary>
    internal static readonly IReadOnlyList<ParallelLayout> Layouts = [ParallelLayout.Single, ParallelLayout.Tensor(2), ParallelLayout.Tensor(4), ParallelLayout.Tensor(8)];

    /// <summary>Formats of weights that a plan tries.</summary>
    internal static readonly IReadOnlyList<ModelFormat> Formats = [ModelFormat.Bf16, ModelFormat.Fp8, ModelFormat.Int4WeightOnly];

    /// <summary>Formats of the cache that a plan tries.</summary>
    internal static readonly IReadOnlyList<StorageFormat> CacheFormats = [StorageFormat.Bf16, StorageFormat.Fp8];

    /// <summary>Devices that a link connects where nobody said: those of a host, as in HGX, OAM platforms and PCIe servers.</summary>
    internal static readonly Scalar DevicesOfHost = 8;

    /// <summary>Part of the usable memory that a change leaves for the cache where nobody said how long sequences are: less is of little use.</summary>
    internal static readonly Fraction LeastUsefulCache = Fraction.FromRatio(0.1);

    /// <summary>Bytes of a number between devices and between layers.</summary>
    internal static readonly DataSize Activation = DataSize.FromBytes(2);

    /// <summary>A link that is slower than this in one direction goes through the host, which doubles what an all-reduce takes to start.</summary>
    internal static readonly Bandwidth ThroughHost = Bandwidth.FromGigabytesPerSecond(100);

    /// <summary>So many requests at once double the variance of first tokens about their best guess: who waits for others takes over their errors.</summary>
    /// <remarks>Errors of withheld blocks, 443 published first tokens (docs/accuracy.md, 2026-11-22): their ninth tenth is 0.63 up to 8 requests, 0.65 up to 32 and 1.5 above.</remarks>
    internal static readonly Scalar RunningOfTwiceVariance = 16;

    /// <summary>What doubling the devices adds to the start of an all-reduce.</summary>
    internal static readonly Scalar AllReduceGrowth = 0.15;
}
