namespace MlsdEstimator;

/// <summary>Devices that share fitted costs.</summary>
internal enum DeviceClass
{
    /// <summary>Graphics and other matrix processors that a host feeds.</summary>
    Accelerator,

    /// <summary>Processors of servers, desktops and phones.</summary>
    Cpu,
}
