namespace MlsdEstimator;

/// <summary>How much of a benchmark a deployment reaches.</summary>
public static class DeployedShares
{
    /// <summary>
    /// Server over Offline throughput of one system in MLPerf Inference v4.1: queries come at random and must be answered within a limit, against all samples at once.
    /// It holds for a tuned system with nothing else on it; production stays below.
    /// </summary>
    public static Fraction UnderLatencyLimit { get; } =
        Uncertain.FractionRange(0.74, 0.92, 0.98).AsFraction().Named("deployed / benchmarked").AsDefault("mlcommons/inference_results_v4.1 @4a0c8741, closed division: 95 pairs of Server over Offline, 5 %, 50 % and 95 % points");

    /// <summary>
    /// The same for language models on CPUs, which have no batch to spare: Server over Offline of GPT-J on Xeon in MLPerf Inference v4.1.
    /// </summary>
    public static Fraction UnderLatencyLimitOnCpu { get; } = Uncertain.FractionRange(0.40, 0.45, 0.55).AsFraction().Named("deployed / benchmarked, CPU")
        .AsDefault("mlcommons/inference_results_v4.1 @4a0c8741: 7 pairs of Server over Offline of GPT-J on Xeon, 0.44 to 0.55");

    /// <summary>The one of both that language models have on a device: <see cref="UnderLatencyLimitOnCpu"/> on CPUs, <see cref="UnderLatencyLimit"/> elsewhere.</summary>
    /// <param name="device">The device.</param>
    public static Fraction OfLanguageModels(Accelerator device) =>
        LlmDeviceClasses.Of(Require.NotNull(device, nameof(device))) == LlmDeviceClass.Cpu ? UnderLatencyLimitOnCpu : UnderLatencyLimit;

    /// <summary>
    /// What an accelerator set for the most work per watt reaches of the speed at its full power: MaxQ over the ordinary results of one system in MLPerf Inference v4.1,
    /// an H200 with vision, language, recommendation and diffusion models. Not for a device whose power is given as capped already: steps count that themselves.
    /// </summary>
    public static Fraction PowerCapped { get; } =
        Uncertain.FractionRange(0.71, 0.757, 0.785).AsFraction().Named("power-capped / full power").AsDefault("mlcommons/inference_results_v4.1 @4a0c8741, closed division: 14 pairs of H200-SXM-141GBx8_TRT_MaxQ over H200-SXM-141GBx8_TRT, 5 %, 50 % and 95 % points");
}
