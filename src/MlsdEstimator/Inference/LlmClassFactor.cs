namespace MlsdEstimator;

/// <summary>How the numbers of all stacks change on a class of device.</summary>
/// <param name="Class">Class of device.</param>
/// <param name="Factors">A factor for each <see cref="LlmConstant"/>, in their order.</param>
internal sealed record LlmClassFactor(LlmDeviceClass Class, IReadOnlyList<double> Factors);
