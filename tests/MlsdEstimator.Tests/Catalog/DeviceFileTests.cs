namespace MlsdEstimator.Tests;

public class DeviceFileTests
{
    private const string Smallest = """{"name": "Own", "kind": "gpu", "peaks_tflops": {"bf16": 400}, "bandwidth_gb_s": 2000, "source": "data sheet"}""";

    private const string Whole = """
        {
          "name": "Own-96GB", "aliases": ["mine"], "vendor": "Us", "kind": "npu", "architecture": "First", "peaks_tflops": {"fp8": 800, "bf16": 400}, "fp16_accumulate_tflops": 500,
          "memory_gib": 96, "bandwidth_gb_s": 2000, "on_chip_mib": 40, "link": {"name": "ring", "gb_s_per_direction": 100, "devices": 16}, "power_w": 350, "two_of_four": true,
          "as_of": "2026-10-31", "source": "data sheet", "note": "first samples"
        }
        """;

    private static Accelerator Only(string device) => Assert.Single(DeviceFile.Parse($$"""{"devices": [{{device}}]}"""));

    private static string ErrorOf(string device) => Assert.Throws<FormatException>(() => Only(device)).Message;

    [Fact]
    public void Parse_of_the_least_leaves_the_rest_unknown()
    {
        Accelerator device = Only(Smallest);

        Assert.Equal(("Own", DeviceKind.Gpu, "data sheet"), (device.Name, device.Kind, device.Source));
        Assert.Equal(400, device.Peak(Precision.Bf16)!.TeraflopsPerSecond, 9);
        Assert.Null(device.Peak(Precision.Fp8));
        Assert.Null(device.Memory);
        Assert.Null(device.Power);
        Assert.Null(device.Link);
        Assert.Null(device.OnChipMemory);
        Assert.Null(device.PeakFp16Sums);
        Assert.Null(device.AsOf);
        Assert.Null(device.Note);
        Assert.Null(device.Vendor);
        Assert.Null(device.Architecture);
        Assert.Null(device.OnDemand);
        Assert.Empty(device.Aliases);
        Assert.False(device.HasTwoOfFour);
    }

    [Fact]
    public void Parse_reads_everything_the_schema_has()
    {
        Accelerator device = Only(Whole);

        Assert.Equal(["mine"], device.Aliases);
        Assert.Equal(("Us", DeviceKind.Npu, "First", "first samples"), (device.Vendor, device.Kind, device.Architecture, device.Note));
        Assert.Equal(["bf16", "fp8"], device.Peaks.Select(peak => peak.Precision.Name));
        Assert.Equal(500, device.PeakFp16Sums!.TeraflopsPerSecond, 9);
        Assert.Equal(96, device.Memory!.Gibibytes, 9);
        Assert.Equal(2000, device.MemoryBandwidth.GigabytesPerSecond, 9);
        Assert.Equal(40, device.OnChipMemory!.Mebibytes, 9);
        Assert.Equal(("ring", 100, 16), (device.Link!.ToString(), device.Link.PerDirection.GigabytesPerSecond, device.Link.Devices!.Value));
        Assert.Equal(350, device.Power!.Watts, 9);
        Assert.True(device.HasTwoOfFour);
        Assert.Equal(new DateOnly(2026, 10, 31), device.AsOf);
        Assert.Equal(("Own-96GB memory", "data sheet", new DateOnly(2026, 10, 31)), (device.Memory.Name, device.Memory.Source, device.Memory.AsOf!.Value));
    }

    [Fact]
    public void Load_reads_a_file_and_names_it_in_errors()
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        try
        {
            File.WriteAllText(path, $$"""{"devices": [{{Smallest}}]}""");
            Assert.Equal("Own", Assert.Single(DeviceFile.Load(path)).Name);
            File.WriteAllText(path, "{}");
            Assert.Equal($"{path}: $.devices is missing.", Assert.Throws<FormatException>(() => DeviceFile.Load(path)).Message);
        }
        finally
        {
            File.Delete(path);
        }
        Assert.Throws<FileNotFoundException>(() => DeviceFile.Load(path));
    }

    [Theory]
    [InlineData("\"kind\": \"gpu\"", "\"kind\": \"gpux\"", "text: $.devices[0].kind is 'gpux', but should be one of gpu, igpu, soc, tpu, npu, cpu, mobile_cpu, edge.")]
    [InlineData("\"bf16\": 400", "\"bf16\": 0", "text: $.devices[0].peaks_tflops.bf16 is 0, but should be above 0; leave it out where it is not known.")]
    [InlineData("\"bf16\": 400", "\"bf16\": -1", "text: $.devices[0].peaks_tflops.bf16 is -1, but should be above 0; leave it out where it is not known.")]
    [InlineData("\"bf16\": 400", "\"bf16\": \"400\"", "text: $.devices[0].peaks_tflops.bf16 is string, but should be a number.")]
    [InlineData("\"bf16\": 400", "\"bf17\": 400", "text: $.devices[0].peaks_tflops.bf17 is not a property of this schema. Nearest: 'bf16', 'tf32', 'fp16'.")]
    [InlineData("\"bf16\": 400", "", "text: $.devices[0].peaks_tflops is empty; give the dense peak of at least one precision.")]
    [InlineData("\"bandwidth_gb_s\": 2000", "\"bandwith_gb_s\": 2000", "text: $.devices[0].bandwith_gb_s is not a property of this schema. Nearest: 'bandwidth_gb_s', 'aliases', 'architecture'.")]
    [InlineData("\"bandwidth_gb_s\": 2000", "\"bandwidth_gb_s\": -1", "text: $.devices[0].bandwidth_gb_s is -1, but should be above 0.")]
    [InlineData("\"bandwidth_gb_s\": 2000, ", "", "text: $.devices[0].bandwidth_gb_s is missing.")]
    [InlineData("\"bandwidth_gb_s\": 2000", "\"bandwidth_gb_s\": 1e999", "text: $.devices[0].bandwidth_gb_s is not a finite number.")]
    [InlineData("\"name\": \"Own\"", "\"name\": \" \"", "text: $.devices[0].name is empty.")]
    [InlineData("\"source\": \"data sheet\"", "\"source\": \"\"", "text: $.devices[0].source is empty.")]
    [InlineData("\"source\": \"data sheet\"", "\"source\": \"x\", \"as_of\": \"31.10.2026\"", "text: $.devices[0].as_of is '31.10.2026', but should be a date such as 2026-11-01.")]
    [InlineData("\"source\": \"data sheet\"", "\"source\": \"x\", \"two_of_four\": 1", "text: $.devices[0].two_of_four is number, but should be true or false.")]
    [InlineData("\"source\": \"data sheet\"", "\"source\": \"x\", \"link\": {\"name\": \"y\"}", "text: $.devices[0].link.gb_s_per_direction is missing.")]
    [InlineData("\"source\": \"data sheet\"", "\"source\": \"x\", \"link\": {\"name\": \"y\", \"speed\": 1}", "text: $.devices[0].link.speed is not a property of this schema. Nearest: 'name', 'devices', 'gb_s_per_direction'.")]
    [InlineData("\"source\": \"data sheet\"", "\"source\": \"x\", \"link\": {\"name\": \"y\", \"gb_s_per_direction\": 1, \"devices\": 1.5}", "text: $.devices[0].link.devices is not a whole number from 1 to 100000.")]
    [InlineData("\"source\": \"data sheet\"", "\"source\": \"x\", \"memory_gib\": 0", "text: $.devices[0].memory_gib is 0, but should be above 0; leave it out where it is not known.")]
    public void Parse_of_a_broken_device_says_where_and_what(string part, string broken, string message) =>
        Assert.Equal(message, ErrorOf(Smallest.Replace(part, broken, StringComparison.Ordinal)));

    [Fact]
    public void Parse_of_the_second_device_broken_gives_none_and_its_place()
    {
        string json = $$"""{"devices": [{{Smallest}}, {{Smallest.Replace("\"Own\"", "\"Other\"", StringComparison.Ordinal).Replace("2000", "0", StringComparison.Ordinal)}}]}""";
        var error = Assert.Throws<FormatException>(() => DeviceFile.Parse(json, "my.json"));
        Assert.StartsWith("my.json: $.devices[1].bandwidth_gb_s is 0", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"devices": [}""", "text: $: this is not JSON: line 1, byte 14: '}' is an invalid start of a value.")]
    [InlineData("""{"devices": []} 3""", "text: $: this is not JSON: line 1, byte 17: '3' is invalid after a single JSON value. Expected end of data.")]
    [InlineData("devices: none", "text: $: this is not JSON: line 1, byte 1: 'd' is an invalid start of a value.")]
    [InlineData("""{"devices": []}""", "text: $.devices is empty; give at least one device, or read no file.")]
    [InlineData("""{"device": []}""", "text: $.device is not a property of this schema. Nearest: 'devices'.")]
    [InlineData("[]", "text: $ is array, but should be an object.")]
    [InlineData("""{"devices": 3}""", "text: $.devices is number, but should be an array.")]
    public void Parse_of_another_file_says_what_is_wrong(string json, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => DeviceFile.Parse(json)).Message);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"devices\": [")]
    [InlineData("{\n\"dev")]
    [InlineData("{\"devices\": [{\"two_of_four\": tru")]
    public void Parse_of_a_text_that_ends_early_asks_whether_it_was_cut_off(string json) =>
        Assert.Matches(@"^text: \$: this is not JSON: line \d+, byte \d+: .*\. Was the file cut off\?$", Assert.Throws<FormatException>(() => DeviceFile.Parse(json)).Message);

    [Fact]
    public void Parse_takes_comments_and_a_comma_behind_the_last() =>
        Assert.Equal("Own", Only($"// ours\n{Smallest.Replace("sheet\"}", "sheet\",}", StringComparison.Ordinal)}, /* and no other */").Name);

    /// <summary>80 GiB in bytes; 400 TFLOP/s in FLOP/s; 2 TB/s and 100 GB/s in bytes/s; 40 MiB in bytes; 5 kW in mW.</summary>
    [Theory]
    [InlineData("memory_gib", "85899345920", "85899345920, but this property is in GiB, and no device has more than 100,000 GiB; this looks like bytes")]
    [InlineData("fp16_accumulate_tflops", "4e14", "400000000000000, but this property is in TFLOP/s, and no device has more than 1,000,000 TFLOP/s; this looks like FLOP/s")]
    [InlineData("on_chip_mib", "41943040", "41943040, but this property is in MiB, and no device has more than 1,000,000 MiB; this looks like bytes")]
    [InlineData("power_w", "5000000", "5000000, but this property is in W, and no device has more than 1,000,000 W; this looks like mW")]
    public void Parse_of_a_number_in_another_unit_says_which_is_meant(string property, string number, string message) =>
        Assert.Equal($"text: $.devices[0].{property} is {message}.", ErrorOf(Smallest.Replace("\"kind\"", $"\"{property}\": {number}, \"kind\"", StringComparison.Ordinal)));

    [Fact]
    public void Parse_of_peaks_and_bandwidths_in_another_unit_is_refused()
    {
        Assert.StartsWith("text: $.devices[0].peaks_tflops.bf16 is 400000000000000, but this property is in TFLOP/s, ", ErrorOf(Smallest.Replace("400", "4e14", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.StartsWith("text: $.devices[0].bandwidth_gb_s is 2000000000000, but this property is in GB/s, ", ErrorOf(Smallest.Replace("2000", "2e12", StringComparison.Ordinal)), StringComparison.Ordinal);
        string linked = Smallest.Replace("\"kind\"", "\"link\": {\"name\": \"y\", \"gb_s_per_direction\": 1e11}, \"kind\"", StringComparison.Ordinal);
        Assert.StartsWith("text: $.devices[0].link.gb_s_per_direction is 100000000000, but this property is in GB/s, ", ErrorOf(linked), StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_takes_a_chip_as_large_as_a_wafer() // 125 PFLOP/s, 21 PB/s, 44 GB on the chip, 23 kW
    {
        Accelerator wafer = Only("""{"name": "Wafer", "kind": "npu", "peaks_tflops": {"fp16": 125000}, "bandwidth_gb_s": 21000000, "on_chip_mib": 42000, "power_w": 23000, "source": "data sheet"}""");
        Assert.Equal(21, wafer.MemoryBandwidth.TerabytesPerSecond / 1000, 9);
    }

    [Theory]
    [InlineData("memory_gib", 100_000.0)]
    [InlineData("power_w", 1_000_000.0)]
    public void Parse_takes_the_largest_number_of_a_unit_and_none_above(string property, double most)
    {
        string With(double number) => Smallest.Replace("\"kind\"", FormattableString.Invariant($"\"{property}\": {number}, \"kind\""), StringComparison.Ordinal);
        Assert.Equal("Own", Only(With(most)).Name);
        Assert.Contains("no device has more than", ErrorOf(With(most + 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_of_a_name_twice_is_refused()
    {
        string twice = $$"""{"devices": [{{Smallest}}, {{Smallest.Replace("\"Own\",", "\"Other\", \"aliases\": [\"own\"],", StringComparison.Ordinal)}}]}""";
        Assert.Equal("text: $.devices is a list in which 'Own' stands twice.", Assert.Throws<FormatException>(() => DeviceFile.Parse(twice)).Message);
    }

    [Fact]
    public void Parse_of_nothing_is_refused()
    {
        Assert.Equal("json", Assert.Throws<ArgumentNullException>(() => DeviceFile.Parse(null!)).ParamName);
        Assert.Equal("file", Assert.Throws<ArgumentException>(() => DeviceFile.Parse("{}", "")).ParamName);
        Assert.Equal("path", Assert.Throws<ArgumentException>(() => DeviceFile.Load("")).ParamName);
    }
}
