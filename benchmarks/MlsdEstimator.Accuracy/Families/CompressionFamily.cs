namespace MlsdEstimator.Accuracy;

/// <summary>Speed after over before of quantization, distillation, pruning and compilation. Pairs about sizes and accuracy alone are left out.</summary>
/// <param name="fitted">What is kept of a speed-up, or null for what ships.</param>
internal sealed class CompressionFamily(GainEfficiencies? fitted = null) : Family<CompressionRow>
{
    /// <summary>Items at once where the metric is a rate without latency limit.</summary>
    private const double PlentyBatch = 64;

    /// <summary>A CPU whose specification is nowhere: only the ratios of its numbers matter, those of a recent one with 8-bit dot products.</summary>
    private static readonly Accelerator UsualCpu = new()
    {
        Name = "usual CPU",
        Kind = DeviceKind.Cpu,
        Peaks = [(Precision.Fp32, FlopRate.FromTeraflopsPerSecond(0.6)), (Precision.Int8, FlopRate.FromTeraflopsPerSecond(2.4))],
        MemoryBandwidth = Bandwidth.FromGigabytesPerSecond(50),
        Source = "ratios of a recent CPU with 8-bit dot products",
    };

    public override string Name => "compression";

    public override string File => "compression.csv";

    public override IReadOnlyList<ConstantsFile> Constants => fitted is null ? [] : [GainFit.FileOf(fitted)];

    public override IReadOnlyList<string> LeftOut(ValidationFolder folder) => folder.Rows(File).Count(IsSpeed) is var speeds && speeds < folder.Rows(File).Count
        ? [$"{folder.Rows(File).Count - speeds} rows about size or accuracy alone"]
        : [];

    public override IReadOnlyList<Measurement> Dealt(ValidationFolder folder) => Read(folder);

    public override Outcome Predict(CompressionRow row)
    {
        if (row.Gain is null)
            return new Refusal(row.Refusal);
        StepGain gain = fitted is null ? row.Gain : row.Gain with { Efficiencies = fitted };
        return Prediction.Of(row.IsTime ? 1 / gain.SpeedUp : gain.SpeedUp);
    }

    public override IFamily Refit(ValidationFolder folder, Func<Measurement, bool> isWithheld) =>
        new CompressionFamily(GainFit.Of([.. Read(folder).Where(row => row.Gain is not null && !isWithheld(row))], DateOnly.FromDateTime(DateTime.UtcNow)));

    protected override IReadOnlyList<Measurement> All(ValidationFolder folder) => RowReading.Of(folder.Rows(File).Where(IsSpeed), row => Read(row, folder.Devices));

    private static bool IsSpeed(CsvRow row) => row.Text("metric") is not ("accuracy only" or "params");

    private static CompressionRow Read(CsvRow row, DeviceSheet devices)
    {
        string before = row.NotBlank("model_before"), name = row.TextOrBlank("device") ?? "not stated";
        var published = new CompressionRow
        {
            Id = row.Id,
            Model = before,
            ModelFamily = before.Split(' ', '-', '_')[0],
            Device = name,
            Engine = row.TextOrBlank("engine") ?? "not stated",
            Value = row.Positive("ratio_after_over_before"),
            IsTime = row.Text("unit") is "ms" or "s",
        };
        if (row.Text("device_count_before") != row.Text("device_count_after"))
            return published with { Refusal = "another number of devices after" };
        if (DeviceOf(name, devices) is not Accelerator device)
            return published with { Refusal = "no specification of the device" };
        return Steps(row, device) is (NetworkStep first, NetworkStep second) ? Paired(published, first, second) : published with { Refusal = "shape or format of the models not known" };
    }

    private static CompressionRow Paired(CompressionRow published, NetworkStep before, NetworkStep after)
    {
        double ideal = Ideal(before) / Ideal(after);
        return published with { Gain = new StepGain { Before = before, After = after }, Roofline = published.IsTime ? 1 / ideal : ideal };
    }

    /// <summary>Seconds of an item by the longest of arithmetic and weights.</summary>
    private static double Ideal(NetworkStep step) =>
        Math.Max(step.Bound.BaseValue, (step.Work.Parameters * step.Format.Weights.BytesPerValue).BaseValue / step.Device.MemoryBandwidth.BaseValue) / step.Batch.BaseValue;

    private static Accelerator? DeviceOf(string name, DeviceSheet devices) => devices.Find(name) switch
    {
        { } known => known,
        null when name.Contains("NNAPI", StringComparison.Ordinal) => devices.Find(name.Replace("NNAPI", "CPU 4 threads", StringComparison.Ordinal)),
        null when name.StartsWith("Intel ", StringComparison.Ordinal) && !name.Contains("GPU", StringComparison.Ordinal) && !name.Contains("NPU", StringComparison.Ordinal) => UsualCpu,
        null when name.StartsWith("Xeon", StringComparison.Ordinal) => UsualCpu,
        _ => null,
    };

    private static (NetworkStep Before, NetworkStep After)? Steps(CsvRow row, Accelerator device)
    {
        double? size = double.TryParse(row.Text("seq_or_img"), System.Globalization.CultureInfo.InvariantCulture, out double stated) ? stated : null;
        NetworkWork? before = CompressionShapes.WorkOf(row.NotBlank("model_before"), size), after = CompressionShapes.WorkOf(row.NotBlank("model_after"), size);
        (NetworkRuntime first, NetworkRuntime second) = StacksOf(row, device);
        if (before is null || after is null || FormatOf(row, "bits_before", device) is not ModelFormat wide || FormatOf(row, "bits_after", device) is not ModelFormat narrow)
            return null;
        Scalar batch = BatchOf(row);
        var step = new NetworkStep { Work = before, Device = device, Format = wide, Stack = first, Batch = batch };
        return (step, step with { Work = after, Format = narrow, Stack = second });
    }

    /// <summary>Both sides of an arrow, "PyTorch -> TensorRT 8"; else one stack for both.</summary>
    private static (NetworkRuntime, NetworkRuntime) StacksOf(CsvRow row, Accelerator device)
    {
        string[] sides = row.Text("engine").Split("->");
        if (sides.Length == 2)
            return (PublishedNames.StackOf(sides[0]), PublishedNames.StackOf(sides[1]));
        NetworkRuntime both = device.Kind == DeviceKind.Cpu && sides[0].StartsWith("PyTorch", StringComparison.Ordinal) ? NetworkRuntime.IntelPyTorch : PublishedNames.StackOf(sides[0]);
        return (both, both);
    }

    private static double BatchOf(CsvRow row)
    {
        bool isPrompt = row.Text("metric").Contains("prefill", StringComparison.Ordinal), isMost = row.Text("metric").StartsWith("max", StringComparison.Ordinal);
        return isPrompt ? 1_024 : isMost ? 512 : double.TryParse(row.Text("batch"), System.Globalization.CultureInfo.InvariantCulture, out double batch) && batch >= 1 ? batch : row.Text("unit") is "ms" or "s" ? 1 : PlentyBatch;
    }

    /// <summary>Storage by its bits. Weight-only methods multiply in 16 bits; static int8 and fp8 in 8; 32 and 16 in their own.</summary>
    private static ModelFormat? FormatOf(CsvRow row, string column, Accelerator device)
    {
        if (row.PositiveOrBlank(column) is not double bits)
            return ModelFormat.Fp32;
        string method = row.Text("method");
        bool isAfter = column == "bits_after";
        if (bits >= 32)
            return ModelFormat.Fp32;
        if (bits >= 16)
            return device.Peak(Precision.Bf16) is not null && device.Peak(Precision.Fp16) is null ? ModelFormat.Bf16 : ModelFormat.Fp16;
        if (bits < 8 || !isAfter || WeightOnly.Any(word => method.Contains(word, StringComparison.OrdinalIgnoreCase)))
            return ModelFormat.OfBits(bits, Precision.Fp16);
        return method.Contains("FP8", StringComparison.Ordinal) ? ModelFormat.Fp8 : ModelFormat.Int8;
    }

    private static readonly string[] WeightOnly = ["weight-only", "int8wo", "weight compression", "LLM.int8", "AWQ", "GGUF"];
}
