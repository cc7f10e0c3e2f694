namespace MlsdEstimator.Accuracy;

/// <summary>Milliseconds of single matrix products and all-reduces.</summary>
/// <param name="fitted">Costs to predict with, or null for those that ship.</param>
internal sealed class KernelFamily(KernelFit? fitted = null) : Family<KernelRow>
{
    private const double Milliseconds = 0.001;

    public override string Name => "kernels";

    public override string File => "op_kernels.csv";

    public override IReadOnlyList<ConstantsFile> Constants => fitted is null ? [] : [fitted.ToConstants()];

    protected override IReadOnlyList<Measurement> All(ValidationFolder folder) => RowReading.Of(folder.Rows(File), row => Read(row, folder.Devices));

    public override Outcome Predict(KernelRow row)
    {
        if (row.Gemm is GemmKernel product)
            return Prediction.Of((fitted is null ? product : product with { Costs = fitted.Gemm }).Time, Milliseconds);
        if (row.AllReduce is AllReduce sum)
            return Prediction.Of((fitted is null ? sum : sum with { Costs = fitted.AllReduce }).Time, Milliseconds);
        return new Refusal(row.Refusal);
    }

    public override IFamily Refit(ValidationFolder folder, Func<Measurement, bool> isWithheld) =>
        new KernelFamily(new KernelFit([.. Read(folder).Where(row => !isWithheld(row))], DateOnly.FromDateTime(DateTime.UtcNow)));

    private static KernelRow Read(CsvRow row, DeviceSheet devices)
    {
        string kind = row.NotBlank("kind"), name = row.NotBlank("device");
        var published = new KernelRow
        {
            Id = row.Id,
            Model = kind == "gemm" ? $"{row.Text("op")} {row.Text("n")} x {row.Text("k")}" : $"{kind} over {row.Text("devices")}",
            ModelFamily = kind == "gemm" ? row.TextOrBlank("model") ?? "not stated" : kind,
            Device = name,
            Engine = kind,
            Value = row.Positive("time_ms_median"),
        };
        return (kind, devices.Find(name)) switch
        {
            (_, null) => published with { Refusal = "no specification of the device" },
            ("gemm", { } device) => WithProduct(published, row, device),
            ("all_reduce", { Link: null }) => published with { Refusal = "no link in the specification of the device" },
            ("all_reduce", { } device) when row.PositiveOrBlank("nodes") > 1 => published with { Refusal = $"links between nodes of {device} not known" },
            ("all_reduce", { } device) => WithSum(published, row, device),
            _ => published with { Refusal = "not a product and not an all-reduce" },
        };
    }

    private static KernelRow WithProduct(KernelRow published, CsvRow row, Accelerator device)
    {
        if (PublishedNames.FormatOf(row.NotBlank("precision")) is not ModelFormat format)
            return published with { Refusal = "precision not known" };
        var product = new GemmKernel { Rows = row.Positive("tokens_m"), Columns = row.Positive("n"), Inner = row.Positive("k"), Device = device, Format = format };
        double ideal = Math.Max(product.Bound.BaseValue, (product.Bytes / device.MemoryBandwidth).BaseValue);
        return published with { Gemm = product, Roofline = ideal / Milliseconds };
    }

    private static KernelRow WithSum(KernelRow published, CsvRow row, Accelerator device)
    {
        var sum = new AllReduce { Devices = row.Positive("devices"), Bytes = DataSize.FromBytes(row.Positive("bytes")), Device = device };
        return published with { AllReduce = sum, Roofline = sum.Bound.BaseValue / Milliseconds };
    }
}
