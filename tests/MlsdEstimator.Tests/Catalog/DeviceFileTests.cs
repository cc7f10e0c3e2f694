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
    [InlineData("""{"devices": [}""", "text: $: this is not JSON, from line 1 on. Was the file cut off?")]
    [InlineData("""{"device": []}""", "text: $.device is not a property of this schema. Nearest: 'devices'.")]
    [InlineData("[]", "text: $ is array, but should be an object.")]
    [InlineData("""{"devices": 3}""", "text: $.devices is number, but should be an array.")]
    public void Parse_of_another_file_says_what_is_wrong(string json, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => DeviceFile.Parse(json)).Message);

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
        Assert.Empty(DeviceFile.Parse("""{"devices": []}"""));
    }
}
