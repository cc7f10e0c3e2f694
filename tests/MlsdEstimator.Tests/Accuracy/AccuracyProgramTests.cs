using System.Text.Json;

namespace MlsdEstimator.Accuracy.Tests;

public sealed class AccuracyProgramTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("accuracy").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Json_has_the_agreed_names_and_numbers()
    {
        Write("toy.csv", "id,model,device,value\n1,a,x,10\n2,b,x,20\n3,unknown,x,5\n");
        JsonElement family = Assert.Single(JsonDocument.Parse(Run("--json").Output).RootElement.EnumerateArray());
        Assert.Equal(
            ["family", "rows", "predicted", "refused", "medianError", "p90Error", "bias", "coverage", "medianWidth", "rooflineMedianError"],
            family.EnumerateObject().Select(property => property.Name));
        Assert.Equal("toy", family.GetProperty("family").GetString());
        Assert.Equal((3, 2, 1), (Whole(family, "rows"), Whole(family, "predicted"), Whole(family, "refused")));
        Assert.Equal(Math.Log(2) / 2, family.GetProperty("medianError").GetDouble(), 12);
        Assert.Equal(-Math.Log(2) / 2, family.GetProperty("bias").GetDouble(), 12);
        Assert.Equal(1, family.GetProperty("coverage").GetDouble());
        Assert.Equal(4, family.GetProperty("medianWidth").GetDouble(), 12);
        Assert.Equal(Math.Log(200) / 2, family.GetProperty("rooflineMedianError").GetDouble(), 12);
    }

    [Fact]
    public void Missing_file_is_a_family_without_rows_and_is_said()
    {
        Write("cnn_inference.csv", "id,model,device\n");
        string[] lines = RunBoth().Split('\n', StringSplitOptions.TrimEntries);
        Assert.Contains("toy: there is no toy.csv in the folder.", lines);
        Assert.Contains("cnn: cnn_inference.csv has a header and no rows.", lines);
        JsonElement family = JsonDocument.Parse(RunBoth("--json")).RootElement[0];
        Assert.Equal(0, Whole(family, "rows"));
        Assert.Equal(JsonValueKind.Null, family.GetProperty("medianError").ValueKind);
    }

    [Fact]
    public void Text_counts_refusals_with_their_reason()
    {
        Write("toy.csv", "id,model,device,value\n1,a,x,10\n3,unknown,x,5\n");
        string text = Run().Output;
        Assert.Contains("toy: 1 refused: model not known.", text, StringComparison.Ordinal);
        Assert.StartsWith("family  rows  predicted  refused  blocks  effective  median error", text, StringComparison.Ordinal);
        Assert.Contains("toy        2          1        1       1          1         0.000", text, StringComparison.Ordinal);
    }

    /// <summary>What one row lacks does not end the program: it is counted, and said in words that are the same for rows that lack the same.</summary>
    [Fact]
    public void Rows_that_cannot_be_read_are_refused_with_the_reason()
    {
        Write("toy.csv", "id,model,device,value,extra\n1,a,x,10,\"a \"\"b\"\",\nc\"\n2,a,x,ten,\n3,b,x,n/a,\n4,,x,5,\n,c, x ,-5,\n6,odd,x,5,\n7,other,x,5,\n8,d,x,,\n");
        (int code, string text, string errors) = Run();
        Assert.Equal((0, ""), (code, errors));
        string[] reasons =
        [
            "toy: left out, not counted: 1 row of another kind.", "toy: 2 refused: column 'value' is no number.", "toy: 1 refused: column 'model': it is blank.",
            "toy: 1 refused: column 'value' is not above 0.", "toy: 1 refused: column 'value': it is blank.", "odd models contradict themselves",
        ];
        Assert.All(reasons, reason => Assert.Contains(reason, text, StringComparison.Ordinal));
        JsonElement family = JsonDocument.Parse(Run("--json").Output).RootElement[0];
        Assert.Equal((7, 1, 6), (Whole(family, "rows"), Whole(family, "predicted"), Whole(family, "refused")));
    }

    [Fact]
    public void Column_that_is_not_there_is_the_reason()
    {
        Write("toy.csv", "id,model,device\n1,a,x\n");
        Assert.Contains("toy: 1 refused: column 'value': there is no such column.", Run().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_file_is_a_family_without_rows()
    {
        Write("toy.csv", " \n");
        Assert.Contains("toy: toy.csv is empty.", Run().Output.Split('\n', StringSplitOptions.TrimEntries));
        Assert.Equal((2, "error: There is nothing to fit 'toy' to: no readable row of toy.csv in '" + folder + "'. Leave it out with --family."), (Run("--fit", "--root", folder).Code, Run("--fit", "--root", folder).Errors.TrimEnd()));
    }

    [Fact]
    public void Fault_of_the_program_is_no_refusal()
    {
        Write("toy.csv", "id,model,device,value\n1,faulty,x,10\n");
        Assert.Throws<InvalidOperationException>(() => Run());
    }

    /// <summary>Every tenth cell of every file blank or nonsense, columns of text gone, and names that nobody knows: all families say something about all rows.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("1e400")]
    [InlineData("1.5")]
    public void Spoilt_cells_never_end_the_program(string spoilt)
    {
        foreach (string file in Directory.GetFiles(ValidationFolder.Default, "*.csv"))
            Write(Path.GetFileName(file), Spoilt(CsvTable.Read(file), spoilt));
        using StringWriter output = new(), errors = new();
        int code = AccuracyProgram.Run([folder, "--json"], output, errors);
        Assert.Equal((0, ""), (code, errors.ToString()));
        Assert.Equal(13, JsonDocument.Parse(output.ToString()).RootElement.GetArrayLength());
    }

    /// <summary>A few rows of each file, one cell of each in turn spoilt.</summary>
    private static string Spoilt(IReadOnlyList<CsvRow> rows, string spoilt)
    {
        string[] columns = [.. rows[0].Fields.Keys];
        IEnumerable<string> lines = rows.Where((_, index) => index % 17 == 0).Select((row, index) =>
            string.Join(',', columns.Select((column, at) => at == index % columns.Length ? spoilt : $"\"{row.Fields[column].Replace("\"", "\"\"", StringComparison.Ordinal)}\"")));
        return $"{string.Join(',', columns)}\n{string.Join('\n', lines)}\n";
    }

    [Fact]
    public void Markdown_is_a_table()
    {
        Write("toy.csv", "id,model,device,value\n1,a,x,10\n");
        Assert.StartsWith("| family | rows | predicted |", Run("--markdown").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id,model,device,value\n1,a,x\n", "error: toy.csv, line 2, column 4: 4 fields are expected, but 3 found.")]
    [InlineData("id,model,device,value\n1,a,x,\"10\n", "error: toy.csv, line 2, column 4: a quote is opened and never closed.")]
    public void Broken_file_ends_with_1_and_names_file_line_and_column(string text, string message)
    {
        Write("toy.csv", text);
        (int code, _, string errors) = Run();
        Assert.Equal(1, code);
        Assert.Equal(message, errors.TrimEnd());
    }

    [Theory]
    [InlineData("error: --family 'cats' is not known; known: toy.", "--family", "cats")]
    [InlineData("error: --held-out 'row' is not known; known: block, model, device.", "--held-out", "row")]
    [InlineData("error: --root '/no/such' is not there.", "--fit", "--root", "/no/such")]
    public void Bad_argument_ends_with_2_and_one_line(string message, params string[] arguments)
    {
        (int code, _, string errors) = Run(arguments);
        Assert.Equal(2, code);
        Assert.Equal(message, errors.TrimEnd());
    }

    [Fact]
    public void Folder_that_is_not_there_is_refused()
    {
        using StringWriter output = new(), errors = new();
        Assert.Equal(2, AccuracyProgram.Run(["/no/such/folder"], [new ToyFamily()], output, errors));
        Assert.Equal("error: folder '/no/such/folder' is not there.", errors.ToString().TrimEnd());
    }

    [Fact]
    public void Folder_without_any_file_is_refused_with_the_names()
    {
        (int code, string text, string errors) = Run();
        Assert.Equal((2, ""), (code, text));
        Assert.Equal($"error: folder '{folder}' has none of the files that are read: toy.csv.", errors.TrimEnd());
    }

    [Fact]
    public void Option_that_is_not_known_is_no_folder()
    {
        using StringWriter output = new(), errors = new();
        Assert.Equal(2, AccuracyProgram.Run(["--nosuch"], [new ToyFamily()], output, errors));
        Assert.Equal("error: There is no option '--nosuch'; --help lists those there are.", errors.ToString().TrimEnd());
    }

    [Fact]
    public void Withheld_rows_are_predicted_by_a_fit_that_did_not_see_their_group()
    {
        Write("toy.csv", "id,model,device,value\n1,a,x,10\n2,a,x,10\n3,b,y,40\n4,b,y,40\n");
        IReadOnlyList<ScoredRow> scored = Split.Device.Scored(new ToyFamily(), new ValidationFolder(folder));
        Assert.Equal([(10.0, 40.0), (10.0, 40.0), (40.0, 10.0), (40.0, 10.0)], scored.Select(row => (row.Row.Value, ((Prediction)row.Outcome).Nominal)).Order());
        Assert.Contains("1.386", Run("--held-out", "device").Output, StringComparison.Ordinal);
    }

    /// <summary>Five groups of one stack come into five parts: each is predicted from the other four.</summary>
    [Fact]
    public void Groups_that_are_dealt_leave_others_of_their_stack_in_every_fit()
    {
        Write("toy.csv", "id,model,device,value\n" + string.Concat(Enumerable.Range(1, 5).Select(i => $"{i},m{i},x,{10 * i}\n")));
        IReadOnlyList<ScoredRow> scored = Split.Block.Scored(new ToyFamily(isDealt: true), new ValidationFolder(folder));
        Assert.Equal(
            [(10.0, 35.0), (20.0, 32.5), (30.0, 30.0), (40.0, 27.5), (50.0, 25.0)], scored.Select(row => (row.Row.Value, ((Prediction)row.Outcome).Nominal)).Order());
    }

    [Fact]
    public void Fit_writes_the_constants_of_all_rows_under_the_root()
    {
        Write("toy.csv", "id,model,device,value\n1,a,x,10\n3,b,y,40\n");
        Assert.Equal("toy.txt", Run("--fit", "--root", folder).Output.TrimEnd());
        Assert.Equal("25", File.ReadAllText(Path.Combine(folder, "toy.txt")));
    }

    [Fact]
    public void Device_of_the_folder_goes_before_the_catalogue()
    {
        Write("devices.csv", "device,vendor,kind,fp32_tflops,tf32_tflops,fp16_tflops,bf16_tflops,fp8_tflops,int8_tops,int4_or_fp4_tops,memory_gib,bandwidth_gb_s,interconnect_gb_s_per_direction,interconnect,tdp_w,source,notes\n"
            + "A100-SXM-80GB,NVIDIA,gpu,,,7,,,,,80,2000,300,NVLink3,400,s,\nOwn,Me,cpu (2 sockets),1,,,,,,9,,100,,,,s,int4 column is FP4\nNo peak,Me,gpu,,,,,,,,80,2000,,,,s,\n");
        var devices = new ValidationFolder(folder).Devices;
        Assert.Equal(7, devices.Find("A100-SXM-80GB")!.Peak(Precision.Fp16)!.TeraflopsPerSecond, 9);
        Assert.Equal(300, devices.Find("A100-SXM-80GB")!.Link!.PerDirection.GigabytesPerSecond, 9);
        Assert.Equal(DeviceKind.Cpu, devices.Find("Own")!.Kind);
        Assert.Equal(9, devices.Find("Own")!.Peak(Precision.Fp4)!.TeraflopsPerSecond, 9);
        Assert.Null(devices.Find("Own")!.Memory);
        Assert.Null(devices.Find("No peak"));
        Assert.Equal(3350, devices.Find("H100-SXM-80GB")!.MemoryBandwidth.GigabytesPerSecond, 9);
        Assert.Null(devices.Find("nothing"));
    }

    [Fact]
    public void Kind_of_device_that_is_not_known_is_an_accelerator_and_a_broken_row_describes_none()
    {
        Write("devices.csv", "device,vendor,kind,fp32_tflops,tf32_tflops,fp16_tflops,bf16_tflops,fp8_tflops,int8_tops,int4_or_fp4_tops,memory_gib,bandwidth_gb_s,interconnect_gb_s_per_direction,interconnect,tdp_w,source,notes\nX,,toaster,1,,,,,,,,100,,,,s,\nY,,gpu,many,,,,,,,,100,,,,s,\n");
        var devices = new ValidationFolder(folder).Devices;
        Assert.Equal(DeviceKind.Npu, devices.Find("X")!.Kind);
        Assert.Null(devices.Find("Y"));
    }

    private static int Whole(JsonElement family, string name) => family.GetProperty(name).GetInt32();

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(folder, file), text);

    /// <summary>A second family, whose file may be there when that of the first is not.</summary>
    private string RunBoth(params string[] arguments)
    {
        using StringWriter output = new(), errors = new();
        Assert.Equal(0, AccuracyProgram.Run([folder, .. arguments], [new ToyFamily(), new CnnFamily()], output, errors));
        return output.ToString();
    }

    private (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        using StringWriter output = new(), errors = new();
        int code = AccuracyProgram.Run([folder, .. arguments], [new ToyFamily()], output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
