namespace MlsdEstimator;

/// <summary>Which class a device belongs to.</summary>
internal static class LlmDeviceClasses
{
    /// <summary>Stacked memory starts here: the fastest graphics memory reaches 1.8 TB/s, on cards with fp4 arithmetic; before fp8 it stayed below 1.1 TB/s.</summary>
    private const double StackedWithFp4 = 3e12;
    private const double StackedWithFp8 = 1.9e12;
    private const double StackedBefore = 1.2e12;

    public static LlmDeviceClass Of(Accelerator device) => device.Kind switch
    {
        DeviceKind.Gpu => device.Vendor == "AMD" ? LlmDeviceClass.Amd : OfCard(device),
        DeviceKind.SystemOnChip => LlmDeviceClass.SystemOnChip,
        DeviceKind.IntegratedGpu => LlmDeviceClass.IntegratedGpu,
        DeviceKind.Edge => LlmDeviceClass.Edge,
        DeviceKind.Cpu or DeviceKind.MobileCpu => LlmDeviceClass.Cpu,
        _ => LlmDeviceClass.Other,
    };

    private static LlmDeviceClass OfCard(Accelerator device)
    {
        double bandwidth = device.MemoryBandwidth.BaseValue;
        if (device.Peak(Precision.Fp4) is not null)
            return bandwidth >= StackedWithFp4 ? LlmDeviceClass.Blackwell : LlmDeviceClass.GraphicsCard;
        if (device.Peak(Precision.Fp8) is not null)
            return bandwidth >= StackedWithFp8 ? LlmDeviceClass.Hopper : LlmDeviceClass.GraphicsCard;
        return bandwidth >= StackedBefore ? LlmDeviceClass.Ampere : LlmDeviceClass.GraphicsCard;
    }
}
