namespace MlsdEstimator.Accuracy;

/// <summary>Formats from the bit columns of a row.</summary>
internal static class LlmFormats
{
    /// <summary>Stacks whose quantized files hold embedding and head in the same bits as the rest.</summary>
    private static readonly IReadOnlyList<ServingStack> QuantizeAll = [ServingStack.LlamaCpp, ServingStack.PyTorchCompiled];

    /// <summary>Stacks whose 8-bit and 4-bit checkpoints say an 8-bit cache, where the row does not.</summary>
    private static readonly IReadOnlyList<ServingStack> NarrowCache = [ServingStack.TensorRtLlm, ServingStack.TensorRtLlmPyTorch, ServingStack.Vllm];

    public static ModelFormat Of(CsvRow row, Accelerator device, ServingStack stack)
    {
        double weights = row.PositiveOrBlank("weight_bits") ?? BestOf(device);
        double activations = row.PositiveOrBlank("act_bits") ?? (row.TextOrBlank("weight_bits") is null || weights is 8 or 16 ? weights : 16);
        double cache = row.PositiveOrBlank("kv_bits") ?? (activations <= 8 && NarrowCache.Contains(stack) ? 8 : 16);
        return ModelFormat.OfBits(Stored(weights, activations), ComputeOf(activations, device), cache) with { Embeddings = EmbeddingsOf(weights, stack) };
    }

    /// <summary>Submissions whose type is not stated run in the narrowest floating point of their device.</summary>
    private static double BestOf(Accelerator device) => device.Peak(Precision.Fp4) is not null ? 4 : device.Peak(Precision.Fp8) is not null ? 8 : 16;

    /// <summary>4-bit floating point carries a scale for each 16 values.</summary>
    private static double Stored(double weights, double activations) => weights == 4 && activations == 4 ? StorageFormat.NvFp4.BitsPerValue : weights;

    /// <summary>4-bit weights without 4-bit arithmetic are widened to 16 bits.</summary>
    private static Precision ComputeOf(double activations, Accelerator device) => activations switch
    {
        <= 4 => device.Peak(Precision.Fp4) is null ? Precision.Bf16 : Precision.Fp4,
        <= 8 => device.Peak(Precision.Fp8) is null && device.Peak(Precision.Int8) is not null ? Precision.Int8 : Precision.Fp8,
        _ => Precision.Bf16,
    };

    private static StorageFormat EmbeddingsOf(double weights, ServingStack stack) =>
        QuantizeAll.Contains(stack) ? StorageFormat.Of(Text.Of($"{weights}-bit"), weights) : stack == ServingStack.OpenVino && weights < 16 ? StorageFormat.Int8 : StorageFormat.Bf16;
}
