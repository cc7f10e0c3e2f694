namespace MlsdEstimator;

/// <summary>How far off predictions of one kind of network in one stack are, on rows that were withheld.</summary>
/// <param name="Device">Class of device.</param>
/// <param name="Stack">Name of the stack.</param>
/// <param name="Kind">Kind of network.</param>
/// <param name="Spread">Standard deviation of ln(time).</param>
internal sealed record NetworkResidual(DeviceClass Device, string Stack, NetworkKind Kind, double Spread);
