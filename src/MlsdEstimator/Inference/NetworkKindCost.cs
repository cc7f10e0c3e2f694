namespace MlsdEstimator;

/// <summary>Fitted numbers of one kind of network on one class of device.</summary>
/// <param name="Device">Class of device.</param>
/// <param name="Kind">Kind of network.</param>
/// <param name="Arithmetic">Factor on the arithmetic beyond FLOPs / peak.</param>
/// <param name="Traffic">Factor on the passes of an activation.</param>
/// <param name="Weights">Factor on the passes of a weight.</param>
/// <param name="Launch">Factor on the time of a layer.</param>
/// <param name="Spread">Standard deviation of ln(time) between networks of the kind.</param>
internal sealed record NetworkKindCost(DeviceClass Device, NetworkKind Kind, double Arithmetic, double Traffic, double Weights, double Launch, double Spread);
