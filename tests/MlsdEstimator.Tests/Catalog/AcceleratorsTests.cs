using MlsdEstimator.Accuracy;

namespace MlsdEstimator.Tests;

public class AcceleratorsTests
{
    public static TheoryData<string> Devices => [.. Rows().Select(row => row.Text("device"))];

    [Theory]
    [MemberData(nameof(Devices))]
    public void Catalogue_agrees_with_the_published_row(string name) // Data/devices.csv, each row with its source
    {
        CsvRow row = Row(name);
        Accelerator device = Accelerators.Find(name);

        Assert.True(name == device.Name || device.Aliases.Contains(name));
        Assert.Equal(row.NumberOrBlank("memory_gib"), device.Memory?.Gibibytes);
        Assert.Equal(row.Number("bandwidth_gb_s"), device.MemoryBandwidth.GigabytesPerSecond, 9);
        Assert.Equal(row.NumberOrBlank("interconnect_gb_s_per_direction"), device.Link?.PerDirection.GigabytesPerSecond);
        Assert.Equal(row.NumberOrBlank("tdp_w"), device.Power?.Watts);
        Assert.Equal(row.Text("vendor"), device.Vendor);
        Assert.Equal(new DateOnly(2026, 11, 1), device.AsOf);
        if (name == device.Name)
            Assert.Equal((row.Text("source"), row.Text("notes")), (device.Source, device.Note ?? ""));
    }

    [Theory]
    [InlineData("H100-NVL-94GB", 2.0)] // pairs over a bridge
    [InlineData("H100-SXM-80GB", 8.0)] // HGX
    [InlineData("GB200-192GB", 72.0)] // NVL72
    [InlineData("B200-180GB", 8.0)]
    [InlineData("L4-24GB", null)]
    public void Link_connects_so_many_devices(string name, double? devices) => Assert.Equal(devices, Accelerators.Find(name).Link!.Devices?.Value);

    [Theory]
    [MemberData(nameof(Devices))]
    public void Peaks_agree_with_the_published_row(string name)
    {
        CsvRow row = Row(name);
        Precision fourBits = row.Text("notes").Contains("FP4", StringComparison.Ordinal) ? Precision.Fp4 : Precision.Int4;
        (string Column, Precision Precision)[] columns =
        [
            ("fp32_tflops", Precision.Fp32), ("tf32_tflops", Precision.Tf32), ("fp16_tflops", Precision.Fp16), ("bf16_tflops", Precision.Bf16),
            ("fp8_tflops", Precision.Fp8), ("int8_tops", Precision.Int8), ("int4_or_fp4_tops", fourBits),
        ];
        IEnumerable<string> published = columns.Where(entry => row.Text(entry.Column).Length > 0).Select(entry => $"{entry.Precision} {row.Number(entry.Column):0.###}");
        IEnumerable<string> ours = Accelerators.Find(name).Peaks.Select(entry => $"{entry.Precision} {entry.Peak.TeraflopsPerSecond:0.###}");

        Assert.Equal(published, ours);
    }

    [Fact]
    public void All_have_a_source_a_date_and_a_name_of_their_own()
    {
        Assert.Equal(99, Accelerators.All.Count);
        Assert.Equal(124, Accelerators.All.SelectMany(device => device.Aliases.Prepend(device.Name)).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(Accelerators.All, device => Assert.NotNull(device.AsOf));
        Assert.All(Accelerators.All, device => Assert.Equal(device.Source, device.MemoryBandwidth.Source));
    }

    [Fact]
    public void All_span_the_makers_of_the_field() =>
        Assert.Equal(
            ["AMD", "AWS", "Apple", "Google", "Google/Qualcomm", "Intel", "NVIDIA"],
            Accelerators.All.Select(device => device.Vendor).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("TPU-v2", "bf16", 45, 16, 700)]
    [InlineData("TPU-v6e", "bf16", 918, 32, 1640)]
    [InlineData("Trainium1", "bf16", 190, 32, 820)]
    [InlineData("Trainium2", "bf16", 667, 96, 2900)]
    [InlineData("Inferentia2", "bf16", 190, 32, 820)]
    [InlineData("Gaudi2-96GB", "bf16", 432, 96, 2450)]
    [InlineData("Gaudi3-128GB", "fp8", 1835, 128, 3700)]
    [InlineData("MI325X-256GB", "fp16", 1307.4, 256, 6000)]
    public void Devices_without_a_published_row_have_the_numbers_of_their_makers(string name, string precision, double teraflops, double gibibytes, double gigabytesPerSecond)
    {
        Accelerator device = Accelerators.Find(name);

        Assert.Equal(teraflops, device.Peak(Precision.Parse(precision))!.TeraflopsPerSecond, 9);
        Assert.Equal(gibibytes, device.Memory!.Gibibytes, 9);
        Assert.Equal(gigabytesPerSecond, device.MemoryBandwidth.GigabytesPerSecond, 9);
    }

    [Fact]
    public void PeakFp16Sums_is_twice_the_fp16_peak_on_GeForce_only() // NVIDIA Ada architecture white paper: RTX 4090, 330.3 TFLOP/s with fp16 accumulate
    {
        Assert.Equal(330.4, Accelerators.Find("RTX 4090").PeakFp16Sums!.TeraflopsPerSecond, 9);
        Assert.Null(Accelerators.H100Sxm80Gb.PeakFp16Sums);
    }

    [Fact]
    public void Find_takes_an_alias()
    {
        Assert.Same(Accelerators.T4, Accelerators.Find("tesla t4"));
        Assert.Equal("RTX-4090-24GB", Accelerators.Find("NVIDIA GeForce RTX 4090").Name);
    }

    /// <summary>What nvidia-smi prints as the name.</summary>
    [Theory]
    [InlineData("NVIDIA H100 80GB HBM3", "H100-SXM-80GB")]
    [InlineData("NVIDIA H100 PCIe", "H100-PCIE-80GB")]
    [InlineData("NVIDIA H100 NVL", "H100-NVL-94GB")]
    [InlineData("NVIDIA H200", "H200-SXM-141GB")]
    [InlineData("NVIDIA B200", "B200-180GB")]
    [InlineData("NVIDIA A100-SXM4-80GB", "A100-SXM-80GB")]
    [InlineData("NVIDIA A100-SXM4-40GB", "A100-SXM-40GB")]
    [InlineData("NVIDIA A100 80GB PCIe", "A100-PCIE-80GB")]
    [InlineData("NVIDIA L4", "L4-24GB")]
    [InlineData("NVIDIA L40", "L40-48GB")]
    [InlineData("NVIDIA L40S", "L40S-48GB")]
    [InlineData("NVIDIA A10", "A10-24GB")]
    [InlineData("NVIDIA A10G", "A10G-24GB")]
    [InlineData("NVIDIA A30", "A30-24GB")]
    [InlineData("NVIDIA A40", "A40-48GB")]
    [InlineData("Tesla T4", "T4-16GB")]
    [InlineData("Tesla V100-SXM2-16GB", "V100-SXM2-16GB")]
    [InlineData("Tesla V100-SXM2-32GB", "V100-SXM2-32GB")]
    [InlineData("Tesla V100-PCIE-16GB", "V100-PCIE-16GB")]
    [InlineData("NVIDIA GeForce RTX 3090", "RTX-3090-24GB")]
    [InlineData("NVIDIA GeForce RTX 4080", "RTX-4080-16GB")]
    [InlineData("NVIDIA GeForce RTX 4090", "RTX-4090-24GB")]
    [InlineData("NVIDIA GeForce RTX 5090", "RTX-5090-32GB")]
    public void Find_takes_the_name_of_the_driver(string driver, string name) => Assert.Equal(name, Accelerators.Find(driver).Name);

    [Theory]
    [InlineData("NVIDIA H100 80GB HBM4", "^'H100-[^']*', 'H100-[^']*', 'H100-[^']*'")]
    [InlineData("NVIDIA A100 GPU", "^'A100-[^']*', 'A100-[^']*', 'A100-[^']*'")]
    [InlineData("RTX4090", "^'RTX-4090-24GB', 'RTX-")]
    public void Find_of_an_unknown_name_lists_its_kind_first(string name, string nearest) =>
        Assert.Matches(nearest, Assert.Throws<ArgumentException>(() => Accelerators.Find(name)).Message.Split("Nearest: ")[1]);

    [Fact]
    public void Find_takes_a_word_before_a_part()
    {
        Assert.Same(Accelerators.T4, Accelerators.Find("t4"));
        Assert.Equal("B200-180GB", Accelerators.Find("b200").Name);
    }

    [Fact]
    public void Find_takes_a_part_that_only_one_has_in_any_capitals()
    {
        Assert.Same(Accelerators.L4, Accelerators.Find("l4"));
        Assert.Same(Accelerators.H100Pcie80Gb, Accelerators.Find("H100-PCIE"));
        Assert.Same(Accelerators.A100Sxm40Gb, Accelerators.Find("a100-sxm-40gb"));
    }

    [Fact]
    public void Find_of_an_ambiguous_name_lists_the_candidates()
    {
        var error = Assert.Throws<ArgumentException>(() => Accelerators.Find("A100"));
        Assert.Equal("'A100' names several accelerators: 'A100-SXM-80GB', 'A100-PCIE-80GB', 'A100-SXM-40GB'. Give the whole name. (Parameter 'name')", error.Message);
    }

    [Fact]
    public void Find_of_an_unknown_name_lists_the_nearest()
    {
        var error = Assert.Throws<ArgumentException>(() => Accelerators.Find("H200-SXM-80GB"));
        Assert.StartsWith("There is no accelerator 'H200-SXM-80GB'. Nearest: 'H100-SXM-80GB', ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_of_no_name_is_refused()
    {
        Assert.Equal("name", Assert.Throws<ArgumentException>(() => Accelerators.Find(" ")).ParamName);
        Assert.Equal("name", Assert.Throws<ArgumentNullException>(() => Accelerators.Find(null!)).ParamName);
    }

    [Theory]
    [InlineData("A100-SXM-80GB", 3.43088, 5.00)] // AWS p4de.24xlarge 27.44705 / 8; GCP a2-ultragpu-1g
    [InlineData("A100-SXM-40GB", 2.74471, 3.67)] // AWS p4d.24xlarge 21.957642 / 8; GCP a2-highgpu-1g
    [InlineData("H100-SXM-80GB", 2.69, 6.88)] // RunPod community; AWS p5.48xlarge 55.04 / 8
    [InlineData("L4-24GB", 0.72, 0.84)] // GCP g2-standard-4
    public void OnDemand_is_a_sourced_range_over_providers(string name, double low, double high)
    {
        Spend price = Accelerators.Find(name).OnDemand!;

        Assert.True(price.IsDefault);
        Assert.NotNull(price.Source);
        Assert.Equal(new DateOnly(2026, 11, 9), price.AsOf);
        Assert.Equal($"{name} on demand", price.Name);
        Assert.Equal(Math.Sqrt(low * high), price.DollarsPerHour, 9);
        Assert.Equal(low, price.Simulate().Quantile(0.05).DollarsPerHour, low * 0.02);
    }

    [Theory]
    [InlineData("A100-PCIE-80GB", 3.673)] // Azure NC24ads A100 v4
    [InlineData("T4-16GB", 0.526)] // AWS g4dn.xlarge
    public void OnDemand_of_one_provider_is_its_price(string name, double dollars)
    {
        Spend price = Accelerators.Find(name).OnDemand!;

        Assert.True(price.IsDefault);
        Assert.True(price.IsCertain);
        Assert.Equal(dollars, price.DollarsPerHour, 9);
    }

    [Fact]
    public void OnDemand_where_no_price_is_known_is_null() => Assert.Null(Accelerators.H100Pcie80Gb.OnDemand);

    [Fact]
    public void HasTwoOfFour_holds_from_Ampere_and_CDNA3_on() =>
        Assert.Equal(
            ["Ada", "Ampere", "Blackwell", "CDNA3", "CDNA4", "Hopper"],
            Accelerators.All.Where(device => device.HasTwoOfFour).Select(device => device.Architecture).Distinct().Order(StringComparer.Ordinal));

    private static CsvRow Row(string device) => Rows().Single(row => row.Text("device") == device);

    private static IReadOnlyList<CsvRow> Rows() => CsvTable.Read("Data/devices.csv");
}
