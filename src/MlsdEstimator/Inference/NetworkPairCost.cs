namespace MlsdEstimator;

/// <summary>Fitted numbers of one kind of network in one stack: what the costs of the stack and the factors of the kind do not say together.</summary>
/// <param name="Device">Class of device.</param>
/// <param name="Stack">Name of the stack.</param>
/// <param name="Kind">Kind of network.</param>
/// <param name="Arithmetic">Factor on the arithmetic beyond FLOPs / peak.</param>
/// <param name="Traffic">Factor on the passes of an activation.</param>
/// <param name="Spread">Standard deviation of ln(time), from rows that were withheld.</param>
internal sealed record NetworkPairCost(DeviceClass Device, string Stack, NetworkKind Kind, double Arithmetic, double Traffic, double Spread);
