namespace MlsdEstimator.Accuracy;

/// <summary>Devices by published name: the rows of a folder first, then the catalogue of the library.</summary>
internal sealed class DeviceSheet
{
    public const string File = "devices.csv";

    private static readonly (string Column, Precision Precision)[] PeakColumns =
    [
        ("fp32_tflops", Precision.Fp32), ("tf32_tflops", Precision.Tf32), ("fp16_tflops", Precision.Fp16), ("bf16_tflops", Precision.Bf16),
        ("fp8_tflops", Precision.Fp8), ("int8_tops", Precision.Int8),
    ];

    private readonly Dictionary<string, Accelerator> devices;

    /// <summary>Rows that are broken describe no device: what was measured on it is refused for want of a specification.</summary>
    public DeviceSheet(IReadOnlyList<CsvRow> rows) =>
        devices = rows.Select(ReadOrNull).OfType<Accelerator>().GroupBy(device => device.Name).ToDictionary(same => same.Key, same => same.First());

    /// <summary>A device by its published name, or null where neither folder nor catalogue has its specification.</summary>
    public Accelerator? Find(string name) =>
        devices.TryGetValue(name, out Accelerator? own) ? own : Accelerators.All.FirstOrDefault(device => device.Name == name || device.Aliases.Contains(name));

    /// <summary>A row as a device; null where it lacks a peak or the bandwidth, without which nothing can be said.</summary>
    private static Accelerator? ReadOrNull(CsvRow row)
    {
        try
        {
            return Read(row);
        }
        catch (Exception problem) when (RowReading.IsFaultOfRow(problem))
        {
            return null;
        }
    }

    private static Accelerator? Read(CsvRow row)
    {
        (Precision Precision, FlopRate Peak)[] peaks = [.. PeaksOf(row)];
        if (row.PositiveOrBlank("bandwidth_gb_s") is not double bandwidth || peaks.Length == 0)
            return null;
        return new Accelerator
        {
            Name = row.NotBlank("device"),
            Vendor = row.TextOrBlank("vendor"),
            Kind = KindOf(row),
            Peaks = peaks,
            PeakFp16Sums = row.Text("notes").Contains("FP16-accumulate rate is twice", StringComparison.Ordinal) ? FlopRate.FromTeraflopsPerSecond(2 * row.Positive("fp16_tflops")) : null,
            MemoryBandwidth = Bandwidth.FromGigabytesPerSecond(bandwidth),
            Memory = row.PositiveOrBlank("memory_gib") is double gibibytes ? DataSize.FromGibibytes(gibibytes) : null,
            Link = row.PositiveOrBlank("interconnect_gb_s_per_direction") is double link ? LinkOf(row, link) : null,
            Power = row.PositiveOrBlank("tdp_w") is double watts ? Power.FromWatts(watts) : null,
            Source = row.TextOrBlank("source") ?? DeviceSheet.File,
        };
    }

    private static IEnumerable<(Precision, FlopRate)> PeaksOf(CsvRow row)
    {
        foreach ((string column, Precision precision) in PeakColumns.Append(FourBits(row)))
        {
            if (row.PositiveOrBlank(column) is double teraflops)
                yield return (precision, FlopRate.FromTeraflopsPerSecond(teraflops));
        }
    }

    /// <summary>One column holds int4 peaks up to Hopper and fp4 peaks from Blackwell on, which multiplies 16-bit numbers at 2,000 TFLOP/s and more, or says fp4 in its notes.</summary>
    private static (string, Precision) FourBits(CsvRow row) =>
        ("int4_or_fp4_tops", row.Text("notes").Contains("FP4", StringComparison.OrdinalIgnoreCase) || row.PositiveOrBlank("bf16_tflops") > 2000 ? Precision.Fp4 : Precision.Int4);

    private static DeviceLink LinkOf(CsvRow row, double gigabytes) =>
        new() { Name = row.TextOrBlank("interconnect") ?? "link", PerDirection = Bandwidth.FromGigabytesPerSecond(gigabytes) };

    private static DeviceKind KindOf(CsvRow row) => row.NotBlank("kind").ToLowerInvariant() switch
    {
        "gpu" => DeviceKind.Gpu,
        "igpu" => DeviceKind.IntegratedGpu,
        "soc" => DeviceKind.SystemOnChip,
        "tpu" => DeviceKind.Tpu,
        "npu" or "accelerator" => DeviceKind.Npu,
        "edge" => DeviceKind.Edge,
        "mobile cpu" => DeviceKind.MobileCpu,
        string cpu when cpu.StartsWith("cpu", StringComparison.Ordinal) => DeviceKind.Cpu,
        _ => DeviceKind.Npu, // other accelerators have no class of their own
    };
}
