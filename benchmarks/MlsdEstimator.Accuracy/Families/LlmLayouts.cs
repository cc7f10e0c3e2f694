namespace MlsdEstimator.Accuracy;

/// <summary>How the devices of a row hold the model.</summary>
internal static class LlmLayouts
{
    /// <summary>Where a row says only how many devices there are, weights take this part of the memory at most.</summary>
    private const double WeightShare = 0.72;

    /// <summary>The layout of one replica, and the replicas of the system.</summary>
    public static (ParallelLayout Layout, double Replicas) Of(CsvRow row, Transformer model, Accelerator device)
    {
        double devices = row.PositiveOrBlank("device_count") ?? 1;
        string other = row.Text("other_parallel");
        if (other.Contains("one device", StringComparison.Ordinal))
            return (new ParallelLayout { PipelineStages = devices, KeepsStagesBusy = false }, 1);
        if (row.PositiveOrBlank("tp") is not double tensor)
            return Unstated(model, device, devices);
        if (row.Text("notes").Contains("attention_dp", StringComparison.Ordinal))
            return (new ParallelLayout { AttentionReplicas = tensor }, 1);
        return (Stated(row, tensor, Math.Max(devices, Part(other, "moe_tp") * Part(other, "moe_ep"))), 1);
    }

    /// <summary>Devices beyond the tensor-parallel ones of a mixture, and clients beyond the sequences of a rank, are copies of attention.</summary>
    private static ParallelLayout Stated(CsvRow row, double tensor, double devices)
    {
        double stages = row.PositiveOrBlank("pp") ?? 1;
        if (row.PositiveOrBlank("n_experts") is null || row.TextOrBlank("other_parallel") is null)
            return new ParallelLayout { TensorParallel = tensor, PipelineStages = stages };
        double all = Math.Max(devices, tensor), ranks = Clients(row) / (row.PositiveOrBlank("batch") ?? Clients(row));
        double copies = Math.Clamp(Math.Max(all / tensor, ranks), 1, all);
        return new ParallelLayout { TensorParallel = Math.Max(1, Math.Round(all / copies)), AttentionReplicas = Math.Round(copies) };
    }

    /// <summary>Systems of MLPerf: the fewest devices that hold the weights with room to spare, and as many replicas as there are of those.</summary>
    private static (ParallelLayout, double) Unstated(Transformer model, Accelerator device, double devices)
    {
        double tensor = 1;
        while (device.Kind != DeviceKind.Cpu && tensor * 2 <= devices && model.WeightBytes.Bytes > WeightShare * tensor * (device.Memory?.Bytes ?? double.PositiveInfinity))
            tensor *= 2;
        return (ParallelLayout.Tensor(tensor), Math.Max(1, Math.Floor(devices / tensor)));
    }

    private static double Clients(CsvRow row) => double.TryParse(row.Text("concurrency"), out double clients) ? clients : row.PositiveOrBlank("batch") ?? 1;

    /// <summary>A number such as 8 in "attn_dp=1;moe_tp=8;moe_ep=1"; 1 where it is blank.</summary>
    private static double Part(string text, string name)
    {
        string? part = text.Split(';').FirstOrDefault(one => one.StartsWith(name + "=", StringComparison.Ordinal));
        return part is not null && double.TryParse(part.AsSpan(name.Length + 1), out double value) ? value : 1;
    }
}
