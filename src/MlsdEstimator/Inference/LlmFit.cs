namespace MlsdEstimator;

/// <summary>What would make a model fit its devices.</summary>
internal static class LlmFit
{
    /// <summary>What one would quantize to, widest first.</summary>
    private static readonly IReadOnlyList<ModelFormat> Usual = [ModelFormat.Bf16, ModelFormat.Fp8, ModelFormat.Int8, ModelFormat.NvFp4, ModelFormat.Int4WeightOnly];

    /// <summary>The next narrower format with which it fits, else the fewest devices; null where neither helps.</summary>
    public static string? Smallest(LlmReplica replica) => Narrower(replica)?.Name ?? MoreDevices(replica)?.ToString();

    private static ModelFormat? Narrower(LlmReplica replica) =>
        Usual.Where(format => format.Weights.BitsPerValue < replica.Model.Format.Weights.BitsPerValue)
            .Where(format => format.IsWeightOnly || replica.Device.Peak(format.Compute) is not null)
            .FirstOrDefault(format => Fits(replica with { Model = replica.Model.With(Quantization.To(format)) }));

    private static ParallelLayout? MoreDevices(LlmReplica replica)
    {
        for (double devices = replica.Layout.TensorParallel.Value * 2; devices <= 16; devices *= 2)
        {
            ParallelLayout layout = replica.Layout with { TensorParallel = devices };
            if (Fits(replica with { Layout = layout }))
                return layout;
        }
        return null;
    }

    /// <summary>A tenth of the memory for the cache is the least that is of use.</summary>
    private static bool Fits(LlmReplica replica) =>
        (replica.WeightsPerDevice + replica.Reserve <= replica.Device.Memory! * replica.UsableMemory * LlmDefaults.LeastUsefulWeights).Nominally == true;
}
