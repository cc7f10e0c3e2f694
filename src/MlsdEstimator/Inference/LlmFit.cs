namespace MlsdEstimator;

/// <summary>What would make a model fit its devices.</summary>
internal static class LlmFit
{
    /// <summary>What one would quantize to, widest first.</summary>
    private static readonly IReadOnlyList<ModelFormat> Usual = [ModelFormat.Bf16, ModelFormat.Fp8, ModelFormat.Int8, ModelFormat.NvFp4, ModelFormat.Int4WeightOnly];

    /// <summary>In words: the cheapest change that fits, or that none does.</summary>
    public static string Advice(LlmReplica replica, Func<LlmReplica, bool> fits) =>
        Changes(replica).FirstOrDefault(fits) is LlmReplica changed ? $"the smallest change that fits: {Words(replica, changed)}" : Nothing(replica);

    /// <summary>In the order of their cost: fewest devices, and on them a narrower cache, narrower weights, both.</summary>
    internal static IEnumerable<LlmReplica> Changes(LlmReplica replica) =>
        from layout in Layouts(replica)
        from format in Formats(replica)
        select replica with { Layout = layout, Model = replica.Model with { Format = format } };

    /// <summary>Twice as many devices to a layer, as far as heads divide and the link reaches.</summary>
    private static IEnumerable<ParallelLayout> Layouts(LlmReplica replica)
    {
        for (LlmReplica wider = replica; !wider.Obstacles.Any(); wider = wider with { Layout = wider.Layout with { TensorParallel = wider.Layout.TensorParallel * 2 } })
            yield return wider.Layout;
    }

    private static IEnumerable<ModelFormat> Formats(LlmReplica replica)
    {
        ModelFormat own = replica.Model.Format;
        ModelFormat[] weights = [.. Narrower(replica).Select(format => format with { KvCache = own.KvCache })];
        return own.KvCache.BitsPerValue > StorageFormat.Fp8.BitsPerValue
            ? [own, own with { KvCache = StorageFormat.Fp8 }, .. weights, .. weights.Select(format => format with { KvCache = StorageFormat.Fp8 })]
            : [own, .. weights];
    }

    private static IEnumerable<ModelFormat> Narrower(LlmReplica replica) =>
        Usual.Where(format => format.Weights.BitsPerValue < replica.Model.Format.Weights.BitsPerValue)
            .Where(format => format.IsWeightOnly || replica.Device.Peak(format.Compute) is not null);

    private static string Words(LlmReplica replica, LlmReplica changed)
    {
        ModelFormat before = replica.Model.Format, after = changed.Model.Format;
        (bool IsChanged, string Word)[] parts =
        [
            (replica.Layout != changed.Layout, $"{changed.Layout}"), (before.Weights != after.Weights, $"{after}"), (before.KvCache != after.KvCache, $"{after.KvCache} cache"),
        ];
        return string.Join(" + ", parts.Where(part => part.IsChanged).Select(part => part.Word));
    }

    private static string Nothing(LlmReplica replica) => replica.Device.Link is null
        ? $"no narrower weights and cache are enough, and no link of {replica.Device} to more of its kind is known"
        : $"no narrower weights and cache are enough on as many {replica.Device} as heads and link allow";
}
