namespace MlsdEstimator;

/// <summary>A plan that does not work, and why.</summary>
/// <param name="Device">The device.</param>
/// <param name="Layout">How the model would be spread.</param>
/// <param name="Format">Its format, the cache's included.</param>
/// <param name="Reason">Why, with numbers and what would help.</param>
public sealed record LlmRefusal(Accelerator Device, ParallelLayout Layout, ModelFormat Format, string Reason)
{
    /// <summary>"L4-24GB, one device, bf16, bf16 cache: ...".</summary>
    public override string ToString() => $"{LlmCandidate.TitleOf(Device, Layout, Format)}: {Reason}.";
}
