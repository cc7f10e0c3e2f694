namespace MlsdEstimator;

/// <summary>Devices on which stacks cost alike, told apart by what their data sheets say.</summary>
internal enum LlmDeviceClass
{
    /// <summary>None of these.</summary>
    Other,

    /// <summary>Stacked memory, 16-bit and int8 arithmetic: A100.</summary>
    Ampere,

    /// <summary>Stacked memory and fp8 arithmetic: H100, H200, GH200.</summary>
    Hopper,

    /// <summary>Stacked memory and fp4 arithmetic: B200, GB200, B300.</summary>
    Blackwell,

    /// <summary>Cards with graphics memory: GeForce, RTX, L4, L40S, A10, A40.</summary>
    GraphicsCard,

    /// <summary>AMD Instinct.</summary>
    Amd,

    /// <summary>Apple.</summary>
    SystemOnChip,

    /// <summary>Graphics inside a CPU.</summary>
    IntegratedGpu,

    /// <summary>Jetson.</summary>
    Edge,

    /// <summary>CPUs.</summary>
    Cpu,
}
