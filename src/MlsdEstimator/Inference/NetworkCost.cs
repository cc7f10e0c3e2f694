namespace MlsdEstimator;

/// <summary>Fitted numbers of one stack on one class of device.</summary>
/// <param name="Device">Class of device.</param>
/// <param name="Stack">Name of the stack.</param>
/// <param name="Arithmetic">Time beyond FLOPs / peak, over it.</param>
/// <param name="Traffic">Passes of an activation through memory.</param>
/// <param name="Weights">Passes of a weight.</param>
/// <param name="Launch">Seconds of a layer.</param>
/// <param name="Feeding">Seconds of an item on the host.</param>
/// <param name="Spread">Standard deviation of ln(time) that all steps of the stack share: other devices, versions, machines.</param>
/// <param name="Rows">Rows it was fitted to.</param>
/// <param name="Blocks">(model, device) blocks of those rows.</param>
internal sealed record NetworkCost(
    DeviceClass Device, string Stack, double Arithmetic, double Traffic, double Weights, double Launch, double Feeding, double Spread, int Rows, int Blocks);
