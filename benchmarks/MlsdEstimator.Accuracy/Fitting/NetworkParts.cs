namespace MlsdEstimator.Accuracy;

/// <summary>A row as the numbers that costs multiply, in seconds where they are times.</summary>
/// <param name="Device">Class of device.</param>
/// <param name="Stack">Name of the stack.</param>
/// <param name="Kind">Kind of network.</param>
/// <param name="Arithmetic">Batch x FLOPs / peak.</param>
/// <param name="Traffic">Bytes of the activations / bandwidth.</param>
/// <param name="Weights">Bytes of the weights / bandwidth.</param>
/// <param name="Layers">Layers in sequence.</param>
/// <param name="Batch">Items.</param>
/// <param name="Operations">Operations of a batch, as so many on 8 bits / board power: a time for each joule of one. 0 where power sets no limit.</param>
/// <param name="Moved">Bytes to and from memory / board power, likewise.</param>
/// <param name="Seconds">Time of a batch that was measured.</param>
internal sealed record NetworkParts(
    DeviceClass Device, string Stack, NetworkKind Kind, double Arithmetic, double Traffic, double Weights, double Layers, double Batch, double Operations, double Moved, double Seconds)
{
    public static NetworkParts Of(NetworkRow row)
    {
        NetworkStep step = row.Step;
        double bandwidth = step.Device.MemoryBandwidth.BaseValue, batch = step.Batch.BaseValue, perWatt = BoardEnergy.PowerOf(step.Device) is Power power ? 1 / power.BaseValue : 0;
        double bytes = batch * step.Work.Activations.BaseValue * step.Format.Compute.Bits / 8;
        return new(
            NetworkEfficiencies.ClassOf(step.Device.Kind),
            step.Stack.Name,
            step.Work.Kind,
            step.Bound.BaseValue,
            bytes / bandwidth,
            (step.Work.Parameters * step.Format.Weights.BytesPerValue).BaseValue / bandwidth,
            step.Work.Layers.BaseValue,
            batch,
            step.Operations.BaseValue * perWatt,
            step.Moved.BaseValue * perWatt,
            row.SecondsPerBatch);
    }
}
