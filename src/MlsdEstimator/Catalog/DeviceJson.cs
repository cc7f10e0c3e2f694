using System.Globalization;

namespace MlsdEstimator;

/// <summary>One device of a JSON file.</summary>
internal static class DeviceJson
{
    private static readonly string[] Properties =
    [
        "name", "aliases", "vendor", "kind", "architecture", "peaks_tflops", "fp16_accumulate_tflops", "memory_gib", "bandwidth_gb_s", "on_chip_mib", "link", "power_w",
        "two_of_four", "as_of", "source", "note",
    ];

    private static readonly string[] LinkProperties = ["name", "gb_s_per_direction", "devices"];

    private static readonly (string Name, DeviceKind Kind)[] Kinds =
    [
        ("gpu", DeviceKind.Gpu), ("igpu", DeviceKind.IntegratedGpu), ("soc", DeviceKind.SystemOnChip), ("tpu", DeviceKind.Tpu), ("npu", DeviceKind.Npu),
        ("cpu", DeviceKind.Cpu), ("mobile_cpu", DeviceKind.MobileCpu), ("edge", DeviceKind.Edge),
    ];

    public static Accelerator Read(JsonPart part)
    {
        part.RequireKnown(Properties);
        string name = Words(part["name"]);
        var sheet = new DeviceSheet(name, Words(part["source"]), part.Optional("as_of") is { } asOf ? Date(asOf) : null);
        return new Accelerator
        {
            Name = name,
            Aliases = part.Optional("aliases") is { } aliases ? [.. aliases.Items().Select(Words)] : [],
            Vendor = part.Optional("vendor")?.Text(),
            Kind = Kind(part["kind"]),
            Architecture = part.Optional("architecture")?.Text(),
            Peaks = Peaks(part["peaks_tflops"], sheet),
            PeakFp16Sums = part.Optional("fp16_accumulate_tflops") is { } sums ? sheet.Peak("fp16 peak with fp16 sums", DeviceUnit.TeraflopsPerSecond.Positive(sums)) : null,
            Memory = part.Optional("memory_gib") is { } memory ? sheet.Cite(DataSize.FromGibibytes(DeviceUnit.Gibibytes.Positive(memory)), "memory") : null,
            MemoryBandwidth = sheet.Cite(Bandwidth.FromGigabytesPerSecond(DeviceUnit.GigabytesPerSecond.Positive(part["bandwidth_gb_s"])), "memory bandwidth"),
            OnChipMemory = part.Optional("on_chip_mib") is { } cache ? DataSize.FromMebibytes(DeviceUnit.Mebibytes.Positive(cache)).Named($"{name} on-chip memory") : null,
            Link = part.Optional("link") is { } link ? Link(link, sheet) : null,
            Power = part.Optional("power_w") is { } power ? sheet.Cite(Power.FromWatts(DeviceUnit.Watts.Positive(power)), "board power") : null,
            HasTwoOfFour = part.Optional("two_of_four")?.Truth() ?? false,
            Source = sheet.Source,
            AsOf = sheet.AsOf,
            Note = part.Optional("note")?.Text(),
        };
    }

    private static DeviceKind Kind(JsonPart part)
    {
        string name = part.Text();
        return Array.Find(Kinds, entry => entry.Name == name) is { Name: not null } known
            ? known.Kind
            : throw part.Wrong($"'{name}', but should be one of {string.Join(", ", Kinds.Select(entry => entry.Name))}");
    }

    private static (Precision Precision, FlopRate Peak)[] Peaks(JsonPart part, DeviceSheet sheet)
    {
        part.RequireKnown([.. Precision.All.Select(precision => precision.Name)]);
        (Precision Precision, FlopRate Peak)[] peaks =
        [
            .. from precision in Precision.All
               let peak = part.Optional(precision.Name)
               where peak is not null
               select (precision, sheet.Peak($"{precision} peak", DeviceUnit.TeraflopsPerSecond.Positive(peak.Value))),
        ];
        return peaks.Length > 0 ? peaks : throw part.Wrong("empty; give the dense peak of at least one precision");
    }

    private static DeviceLink Link(JsonPart part, DeviceSheet sheet)
    {
        part.RequireKnown(LinkProperties);
        return new()
        {
            Name = Words(part["name"]),
            PerDirection = sheet.Cite(Bandwidth.FromGigabytesPerSecond(DeviceUnit.GigabytesPerSecond.Positive(part["gb_s_per_direction"])), "link bandwidth"),
            Devices = part.Optional("devices") is { } devices ? Scalar.FromNumber(devices.Whole(1, 100_000)) : null,
        };
    }

    private static DateOnly Date(JsonPart part) =>
        DateOnly.TryParseExact(part.Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date
            : throw part.Wrong($"'{part.Text()}', but should be a date such as 2026-11-01");

    private static string Words(JsonPart part) => string.IsNullOrWhiteSpace(part.Text()) ? throw part.Wrong("empty") : part.Text();
}
