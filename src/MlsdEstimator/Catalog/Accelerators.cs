namespace MlsdEstimator;

/// <summary>Accelerators by name. Peaks are dense; memory in GiB; as of 2026-11.</summary>
/// <remarks>
/// Numbers of a device come from its <see cref="Accelerator.Source"/>, except where a quantity cites the vendor's data sheet itself.
/// Prices are list prices on demand for one GPU with its share of the host, as ranges over providers; every one is a default until you give yours.
/// </remarks>
public static class Accelerators
{
    private const string DataSheet = "vendor datasheet (memory)";

    private static readonly DateOnly Catalogued = new(2026, 11, 1);

    /// <summary>NVIDIA A100, SXM, 80 GB.</summary>
    public static Accelerator A100Sxm80Gb { get; } = Ampere("A100-SXM-80GB", 80, 2039, 400, AiConfigurator("a100_sxm"), AcceleratorPrices.A100Sxm80Gb);

    /// <summary>NVIDIA A100, PCIe, 80 GB.</summary>
    public static Accelerator A100Pcie80Gb { get; } = Ampere("A100-PCIE-80GB", 80, 1935, 300, AiConfigurator("a100_pcie"), AcceleratorPrices.A100Pcie80Gb);

    /// <summary>NVIDIA A100, SXM, 40 GB.</summary>
    public static Accelerator A100Sxm40Gb { get; } =
        Ampere("A100-SXM-40GB", 40, 1555, 400, "cli99/llm-analysis llm_analysis/gpu_configs/a100-sxm-40gb.json @d841e40a", AcceleratorPrices.A100Sxm40Gb);

    /// <summary>NVIDIA H100, SXM, 80 GB.</summary>
    public static Accelerator H100Sxm80Gb { get; } = Device(
        ("H100-SXM-80GB", 80, 3350, 700, AiConfigurator("h100_sxm"), true, AcceleratorPrices.H100Sxm80Gb),
        [(Precision.Fp32, 66.9), (Precision.Tf32, 494.5), (Precision.Fp16, 989), (Precision.Bf16, 989), (Precision.Fp8, 1978), (Precision.Int8, 1978)]);

    /// <summary>NVIDIA H100, PCIe, 80 GB.</summary>
    public static Accelerator H100Pcie80Gb { get; } = Device(
        ("H100-PCIE-80GB", 80, 2000, 350, AiConfigurator("h100_pcie"), true, null),
        [(Precision.Fp32, 51.2), (Precision.Tf32, 378), (Precision.Fp16, 756.5), (Precision.Bf16, 756.5), (Precision.Fp8, 1513), (Precision.Int8, 1513)]);

    /// <summary>NVIDIA L4, 24 GB.</summary>
    public static Accelerator L4 { get; } = Device(
        ("L4-24GB", 24, 300, 72, AiConfigurator("l4"), true, AcceleratorPrices.L4),
        [(Precision.Fp32, 30.3), (Precision.Tf32, 60), (Precision.Fp16, 121), (Precision.Bf16, 121), (Precision.Fp8, 242), (Precision.Int8, 242), (Precision.Int4, 485)]);

    /// <summary>NVIDIA T4, 16 GB. Its clocks under 70 W stay well below the peak's.</summary>
    public static Accelerator T4 { get; } = Device(
        ("T4-16GB", 16, 320, 70, DataSheet, false, AcceleratorPrices.T4),
        [(Precision.Fp32, 8.1), (Precision.Fp16, 65), (Precision.Int8, 130), (Precision.Int4, 260)]);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Accelerator> All { get; } = [A100Sxm80Gb, A100Pcie80Gb, A100Sxm40Gb, H100Sxm80Gb, H100Pcie80Gb, L4, T4];

    /// <summary>An accelerator by its name, or by a part of it that only one has: "L4". Capitals do not matter.</summary>
    /// <param name="name">Name or part of it.</param>
    /// <exception cref="ArgumentException">There is none, or several; the message lists the nearest or the candidates.</exception>
    public static Accelerator Find(string name)
    {
        Require.NotBlank(name, nameof(name));
        Accelerator[] hits = [.. All.Where(device => device.Name.Contains(name, StringComparison.OrdinalIgnoreCase))];
        return hits switch
        {
            [var only] => only,
            [] => throw new ArgumentException($"There is no accelerator '{name}'. Nearest: {NearestNames.Of(name, All.Select(device => device.Name))}.", nameof(name)),
            _ => throw new ArgumentException($"'{name}' names several accelerators: {string.Join(", ", hits.Select(hit => $"'{hit}'"))}. Give the whole name.", nameof(name)),
        };
    }

    private static string AiConfigurator(string file) => $"ai-dynamo/aiconfigurator aic-core/src/aiconfigurator_core/systems/{file}.yaml @095f58a5";

    private static Accelerator Ampere(string name, double gibibytes, double gigabytesPerSecond, double watts, string source, Spend? price) => Device(
        (name, gibibytes, gigabytesPerSecond, watts, source, true, price),
        [(Precision.Fp32, 19.5), (Precision.Tf32, 156), (Precision.Fp16, 312), (Precision.Bf16, 312), (Precision.Int8, 624), (Precision.Int4, 1248)]);

    private static Accelerator Device(
        (string Name, double Gibibytes, double GigabytesPerSecond, double Watts, string Source, bool HasTwoOfFour, Spend? Price) sheet,
        IReadOnlyList<(Precision Precision, double Teraflops)> peaks) => new()
        {
            Name = sheet.Name,
            Memory = DataSize.FromGibibytes(sheet.Gibibytes).Named($"{sheet.Name} memory").Cited(sheet.Source, Catalogued),
            MemoryBandwidth = Bandwidth.FromGigabytesPerSecond(sheet.GigabytesPerSecond).Named($"{sheet.Name} memory bandwidth").Cited(sheet.Source, Catalogued),
            Power = Power.FromWatts(sheet.Watts).Named($"{sheet.Name} board power").Cited(sheet.Source, Catalogued),
            Peaks = [.. peaks.Select(peak => (peak.Precision, Peak(sheet.Name, sheet.Source, peak.Precision, peak.Teraflops)))],
            HasTwoOfFour = sheet.HasTwoOfFour,
            OnDemand = sheet.Price,
            Source = sheet.Source,
            AsOf = Catalogued,
        };

    /// <summary>The sources print fp16, bf16, fp8 and int8; the other peaks are the vendor's.</summary>
    private static FlopRate Peak(string device, string source, Precision precision, double teraflops)
    {
        bool isPrinted = precision == Precision.Fp16 || precision == Precision.Bf16 || precision == Precision.Fp8 || precision == Precision.Int8;
        return FlopRate.FromTeraflopsPerSecond(teraflops).Named($"{device} {precision} peak").Cited(isPrinted ? source : DataSheet, Catalogued);
    }
}
