namespace MlsdEstimator;

/// <summary>Machines that serving stacks are told apart by.</summary>
[Flags]
internal enum LlmMachines
{
    /// <summary>None of these.</summary>
    None = 0,

    /// <summary>GPUs and Jetson modules of NVIDIA.</summary>
    NvidiaGpu = 1,

    /// <summary>GPUs of AMD.</summary>
    AmdGpu = 2,

    /// <summary>GPUs of Intel, those inside CPUs among them.</summary>
    IntelGpu = 4,

    /// <summary>Apple's systems on a chip.</summary>
    Apple = 8,

    /// <summary>Google's TPUs.</summary>
    Tpu = 16,

    /// <summary>Trainium and Inferentia.</summary>
    Neuron = 32,

    /// <summary>Gaudi.</summary>
    Gaudi = 64,

    /// <summary>CPUs of servers and desktops.</summary>
    Cpu = 128,

    /// <summary>CPUs of phones.</summary>
    Phone = 256,
}
