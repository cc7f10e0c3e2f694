namespace MlsdEstimator;

/// <summary>In what a device multiplies numbers for which it has no arithmetic.</summary>
internal static class Emulation
{
    /// <summary>The precision itself, then what holds its numbers without loss of range, narrowest first. An 8-bit float is never run as an 8-bit integer.</summary>
    public static IReadOnlyList<Precision> Candidates(Precision wanted) => wanted.Name switch
    {
        "fp4" => [Precision.Fp4, Precision.Fp8, Precision.Bf16, Precision.Fp16, Precision.Fp32],
        "int4" => [Precision.Int4, Precision.Int8, Precision.Bf16, Precision.Fp16, Precision.Fp32],
        "fp8" => [Precision.Fp8, Precision.Bf16, Precision.Fp16, Precision.Fp32],
        "int8" => [Precision.Int8, Precision.Bf16, Precision.Fp16, Precision.Fp32],
        "bf16" => [Precision.Bf16, Precision.Fp16, Precision.Tf32, Precision.Fp32],
        "fp16" => [Precision.Fp16, Precision.Bf16, Precision.Tf32, Precision.Fp32],
        "tf32" => [Precision.Tf32, Precision.Fp32],
        _ => [wanted],
    };
}
