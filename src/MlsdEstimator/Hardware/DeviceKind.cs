namespace MlsdEstimator;

/// <summary>What kind of machine a device is; efficiencies are fitted by kind.</summary>
public enum DeviceKind
{
    /// <summary>Graphics processor on a card or module of its own.</summary>
    Gpu,

    /// <summary>Graphics processor inside a CPU, on the CPU's memory.</summary>
    IntegratedGpu,

    /// <summary>System on a chip whose graphics processor shares its memory: Apple.</summary>
    SystemOnChip,

    /// <summary>Google's tensor processors.</summary>
    Tpu,

    /// <summary>Other processors made for neural networks: Trainium, Inferentia, Gaudi.</summary>
    Npu,

    /// <summary>Processors of servers and desktops.</summary>
    Cpu,

    /// <summary>Processors of phones.</summary>
    MobileCpu,

    /// <summary>Modules for machines and cameras: Jetson.</summary>
    Edge,
}
