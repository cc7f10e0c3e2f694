namespace MlsdEstimator;

/// <summary>Accelerators by name. Peaks are dense; memory in GiB; as of 2026-11.</summary>
/// <remarks>
/// Numbers of a device come from its <see cref="Accelerator.Source"/>; its <see cref="Accelerator.Note"/> says which do not.
/// Prices are list prices on demand for one GPU with its share of the host, as ranges over providers; every one is a default until you give yours.
/// Own devices: construct an <see cref="Accelerator"/>, or read a <see cref="DeviceFile"/>.
/// </remarks>
public static class Accelerators
{
    private const string Resource = "MlsdEstimator.Catalog.devices.json";

    private static readonly Lazy<IReadOnlyList<Accelerator>> Catalogue = new(Read);

    /// <summary>NVIDIA A100, SXM, 80 GB.</summary>
    public static Accelerator A100Sxm80Gb { get; } = Find("A100-SXM-80GB");

    /// <summary>NVIDIA A100, PCIe, 80 GB.</summary>
    public static Accelerator A100Pcie80Gb { get; } = Find("A100-PCIE-80GB");

    /// <summary>NVIDIA A100, SXM, 40 GB.</summary>
    public static Accelerator A100Sxm40Gb { get; } = Find("A100-SXM-40GB");

    /// <summary>NVIDIA H100, SXM, 80 GB.</summary>
    public static Accelerator H100Sxm80Gb { get; } = Find("H100-SXM-80GB");

    /// <summary>NVIDIA H100, PCIe, 80 GB.</summary>
    public static Accelerator H100Pcie80Gb { get; } = Find("H100-PCIE-80GB");

    /// <summary>NVIDIA H200, SXM, 141 GB.</summary>
    public static Accelerator H200Sxm141Gb { get; } = Find("H200-SXM-141GB");

    /// <summary>NVIDIA L4, 24 GB.</summary>
    public static Accelerator L4 { get; } = Find("L4-24GB");

    /// <summary>NVIDIA T4, 16 GB. Its clocks under 70 W stay well below the peak's.</summary>
    public static Accelerator T4 { get; } = Find("T4-16GB");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Accelerator> All => Catalogue.Value;

    /// <summary>An accelerator by its name, by what its driver calls it ("NVIDIA H100 80GB HBM3"), by a word that only one name has, or by a part that only one has: "L4". Capitals do not matter.</summary>
    /// <param name="name">Name, alias or part of a name.</param>
    /// <exception cref="ArgumentException">There is none, or several; the message lists the nearest or the candidates.</exception>
    public static Accelerator Find(string name) => CatalogueNames.Find(name, All, device => device.Name, device => device.Aliases, "accelerator");

    private static IReadOnlyList<Accelerator> Read()
    {
        using var reader = new StreamReader(typeof(Accelerators).Assembly.GetManifestResourceStream(Resource)!);
        return [.. DeviceFile.Parse(reader.ReadToEnd(), "devices.json").Select(device => device with { OnDemand = AcceleratorPrices.Of(device.Name) })];
    }
}
