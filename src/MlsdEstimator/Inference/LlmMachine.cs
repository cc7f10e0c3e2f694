namespace MlsdEstimator;

/// <summary>Which machine a device is, and what machines are called.</summary>
internal static class LlmMachine
{
    private static readonly IReadOnlyList<(LlmMachines Machine, string Words)> Names =
    [
        (LlmMachines.NvidiaGpu, "NVIDIA GPUs"), (LlmMachines.AmdGpu, "AMD GPUs"), (LlmMachines.IntelGpu, "Intel GPUs"), (LlmMachines.Apple, "Apple silicon"), (LlmMachines.Tpu, "TPUs"),
        (LlmMachines.Neuron, "Trainium and Inferentia"), (LlmMachines.Gaudi, "Gaudi"), (LlmMachines.Cpu, "CPUs"), (LlmMachines.Phone, "phones"),
    ];

    /// <summary>The machine; none of them where kind and maker do not tell.</summary>
    public static LlmMachines Of(Accelerator device) => device.Kind switch
    {
        DeviceKind.Cpu => LlmMachines.Cpu,
        DeviceKind.MobileCpu => LlmMachines.Phone,
        DeviceKind.Tpu => LlmMachines.Tpu,
        DeviceKind.SystemOnChip => device.Vendor == "Apple" ? LlmMachines.Apple : LlmMachines.None,
        DeviceKind.Npu => OfNpu(device),
        _ => OfGpu(device),
    };

    /// <summary>"NVIDIA GPUs, AMD GPUs".</summary>
    public static string WordsOf(LlmMachines machines) => string.Join(", ", Names.Where(name => machines.HasFlag(name.Machine)).Select(name => name.Words));

    private static LlmMachines OfNpu(Accelerator device) => device.Vendor switch
    {
        "AWS" => LlmMachines.Neuron,
        "Intel" when device.Name.StartsWith("Gaudi", StringComparison.Ordinal) => LlmMachines.Gaudi,
        _ => LlmMachines.None,
    };

    private static LlmMachines OfGpu(Accelerator device) => device.Vendor switch
    {
        "NVIDIA" => LlmMachines.NvidiaGpu,
        "AMD" => LlmMachines.AmdGpu,
        "Intel" => LlmMachines.IntelGpu,
        _ => LlmMachines.None,
    };
}
