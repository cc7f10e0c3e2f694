namespace MlsdEstimator.Accuracy;

/// <summary>A row of devices.csv. What is blank there is not published, and null here; peaks are dense, in operations a second.</summary>
internal sealed record DeviceRow
{
    private static readonly (string Column, Precision Precision)[] PeakColumns =
    [
        ("fp32_tflops", Precision.Fp32), ("tf32_tflops", Precision.Tf32), ("fp16_tflops", Precision.Fp16), ("bf16_tflops", Precision.Bf16),
        ("fp8_tflops", Precision.Fp8), ("int8_tops", Precision.Int8), ("int4_or_fp4_tops", Precision.Int4),
    ];

    public required string Name { get; init; }

    public required string Vendor { get; init; }

    /// <summary>"gpu", "cpu", "cpu (2 sockets)", "tpu", "igpu", "soc", "edge", "mobile cpu".</summary>
    public required string Kind { get; init; }

    /// <summary>Operations a second by precision, widest first.</summary>
    public required IReadOnlyList<(Precision Precision, double PerSecond)> Peaks { get; init; }

    public double? MemoryBytes { get; init; }

    /// <summary>Bytes a second of the device's memory.</summary>
    public double? BandwidthPerSecond { get; init; }

    /// <summary>Bytes a second to other devices, one direction.</summary>
    public double? LinkPerSecond { get; init; }

    /// <summary>"NVLink4", "PCIe4 x16"; empty where not published.</summary>
    public required string Link { get; init; }

    public double? Watts { get; init; }

    /// <exception cref="CsvException">A number is broken or not above 0.</exception>
    public static DeviceRow Of(CsvRow row) => new()
    {
        Name = row.NotBlank("device"),
        Vendor = row.Text("vendor"),
        Kind = row.NotBlank("kind"),
        Peaks = [.. PeakColumns.Where(peak => row.PositiveOrBlank(peak.Column) is not null).Select(peak => (peak.Precision, row.Positive(peak.Column) * 1e12))],
        MemoryBytes = row.PositiveOrBlank("memory_gib") * Math.Pow(2, 30),
        BandwidthPerSecond = row.PositiveOrBlank("bandwidth_gb_s") * 1e9,
        LinkPerSecond = row.PositiveOrBlank("interconnect_gb_s_per_direction") * 1e9,
        Link = row.Text("interconnect"),
        Watts = row.PositiveOrBlank("tdp_w"),
    };

    public static DeviceRow Of(Accelerator device) => new()
    {
        Name = device.Name,
        Vendor = "",
        Kind = "gpu",
        Peaks = [.. device.Peaks.Select(entry => (entry.Precision, entry.Peak.BaseValue))],
        MemoryBytes = device.Memory.BaseValue,
        BandwidthPerSecond = device.MemoryBandwidth.BaseValue,
        Link = "",
        Watts = device.Power.BaseValue,
    };

    /// <summary>The peak at a precision, or null where the device does not multiply in it.</summary>
    public double? Peak(Precision precision) =>
        Peaks.FirstOrDefault(entry => entry.Precision == precision) is { PerSecond: > 0 } found ? found.PerSecond : null;
}
