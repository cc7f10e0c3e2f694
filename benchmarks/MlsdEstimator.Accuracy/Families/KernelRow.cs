namespace MlsdEstimator.Accuracy;

/// <summary>A measured kernel: a product, an all-reduce, or one that is refused.</summary>
internal sealed record KernelRow : Measurement
{
    /// <summary>The product, or null.</summary>
    public GemmKernel? Gemm { get; init; }

    /// <summary>The all-reduce, or null.</summary>
    public AllReduce? AllReduce { get; init; }

    /// <summary>Why there is neither.</summary>
    public string Refusal { get; init; } = "";

    /// <summary>Seconds that were measured.</summary>
    public double Seconds => Value / 1_000;
}
