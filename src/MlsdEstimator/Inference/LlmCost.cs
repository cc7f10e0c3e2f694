namespace MlsdEstimator;

/// <summary>Fitted numbers of one stack, on a device of no particular class.</summary>
/// <param name="Stack">Name of the stack.</param>
/// <param name="Rows">Rows it was fitted to.</param>
/// <param name="Blocks">(model, device) blocks of those rows.</param>
/// <param name="Values">A value for each <see cref="LlmConstant"/>, in their order.</param>
internal sealed record LlmCost(string Stack, int Rows, int Blocks, IReadOnlyList<double> Values);
