using System.Globalization;

namespace MlsdEstimator.Tests;

public class AcceleratorsTests
{
    private static readonly string[] Columns = File.ReadAllLines("Data/devices.csv")[0].Split(',');

    public static TheoryData<string> Devices => [.. Rows().Keys];

    [Theory]
    [MemberData(nameof(Devices))]
    public void Catalogue_agrees_with_the_published_row(string name) // Data/devices.csv, each row with its source
    {
        Dictionary<string, string> row = Rows()[name];
        Accelerator device = Accelerators.Find(name);

        Assert.Equal(name, device.Name);
        Assert.Equal(Number(row["memory_gib"]), device.Memory.Gibibytes, 9);
        Assert.Equal(Number(row["bandwidth_gb_s"]), device.MemoryBandwidth.GigabytesPerSecond, 9);
        Assert.Equal(Number(row["tdp_w"]), device.Power.Watts, 9);
        Assert.Equal(row["source"], device.Source);
        Assert.Equal(new DateOnly(2026, 11, 1), device.AsOf);
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void Peaks_agree_with_the_published_row(string name)
    {
        Dictionary<string, string> row = Rows()[name];
        (string Column, Precision Precision)[] columns =
        [
            ("fp32_tflops", Precision.Fp32), ("tf32_tflops", Precision.Tf32), ("fp16_tflops", Precision.Fp16), ("bf16_tflops", Precision.Bf16),
            ("fp8_tflops", Precision.Fp8), ("int8_tops", Precision.Int8), ("int4_or_fp4_tops", Precision.Int4),
        ];
        IEnumerable<string> published = columns.Where(entry => row[entry.Column].Length > 0).Select(entry => $"{entry.Precision} {Number(row[entry.Column]):0.###}");
        IEnumerable<string> ours = Accelerators.Find(name).Peaks.Select(entry => $"{entry.Precision} {entry.Peak.TeraflopsPerSecond:0.###}");

        Assert.Equal(published, ours);
    }

    [Fact]
    public void All_holds_every_row_once()
    {
        Assert.Equal(Rows().Keys, Accelerators.All.Select(device => device.Name));
        Assert.Equal(7, Accelerators.All.Count);
    }

    [Fact]
    public void Peaks_that_the_source_does_not_print_cite_the_vendor()
    {
        string[] vendor = [.. Accelerators.L4.Peaks.Where(entry => entry.Peak.Source == "vendor datasheet (memory)").Select(entry => entry.Precision.Name)];
        Assert.Equal(["fp32", "tf32", "int4"], vendor);
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
    public void HasTwoOfFour_holds_from_Ampere_on() =>
        Assert.Equal(["T4-16GB"], Accelerators.All.Where(device => !device.HasTwoOfFour).Select(device => device.Name));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static Dictionary<string, Dictionary<string, string>> Rows() =>
        File.ReadLines("Data/devices.csv").Skip(1)
            .Select(line => line.Split(','))
            .ToDictionary(cells => cells[0], cells => Columns.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second));
}
