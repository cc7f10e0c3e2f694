namespace MlsdEstimator.Accuracy;

/// <summary>Rows of MLPerf Inference.</summary>
internal static class MlperfRows
{
    public const string File = "mlperf_inference.csv";

    /// <summary>Samples of a batch where all are there at once, or come in plenty.</summary>
    private const double PlentyBatch = 64;

    public static bool IsRecommender(CsvRow row) => row.Text("model").StartsWith("dlrm", StringComparison.Ordinal);

    public static IReadOnlyList<Measurement> Read(ValidationFolder folder, Func<CsvRow, bool> isWanted) =>
        RowReading.Of(folder.Rows(File).Where(isWanted), row => Read(row, folder.Devices));

    private static NetworkRow Read(CsvRow row, DeviceSheet devices)
    {
        string model = row.NotBlank("model"), device = row.NotBlank("device"), scenario = row.NotBlank("scenario");
        NetworkFigure figure = FigureOf(row, scenario);
        NetworkRuntime stack = StackOf(row, devices.Find(device));
        var published = new NetworkRow
        {
            Id = row.Id,
            Model = model,
            ModelFamily = model.Replace("-99.9", "-99", StringComparison.Ordinal),
            Device = device,
            Engine = stack == NetworkRuntime.Unknown ? row.TextOrBlank("software") ?? "not stated" : stack.Name,
            Value = row.Positive(figure == NetworkFigure.BatchMilliseconds ? "value" : "value_per_device"),
            Figure = figure,
            Power = row.Text("system").Contains("MaxQ", StringComparison.Ordinal) ? DeployedShares.PowerCapped : Fraction.One,
        };
        return MlperfModels.WorkOf(model) is NetworkWork work
            ? NetworkRow.Of(published, work, devices.Find(device), FormatOf(row, model, devices.Find(device)), stack, BatchOf(scenario))
            : published with { Refusal = "shape of the model not known" };
    }

    private static NetworkFigure FigureOf(CsvRow row, string scenario) =>
        row.NotBlank("metric") != "throughput" ? NetworkFigure.BatchMilliseconds : scenario == "Server" ? NetworkFigure.ServedPerSecond : NetworkFigure.ItemsPerSecond;

    private static double BatchOf(string scenario) => scenario switch
    {
        "SingleStream" => 1,
        "MultiStream" => 8,
        _ => PlentyBatch,
    };

    private static NetworkRuntime StackOf(CsvRow row, Accelerator? device)
    {
        NetworkRuntime named = PublishedNames.StackOf(row.Text("software"));
        return named == NetworkRuntime.PyTorchEager && device?.Kind == DeviceKind.Cpu ? NetworkRuntime.IntelPyTorch : named;
    }

    /// <summary>The published type of the weights, but on GPUs the recommender keeps 99.9 % of its accuracy by computing in 16 bits.</summary>
    private static ModelFormat? FormatOf(CsvRow row, string model, Accelerator? device) =>
        model == "dlrm-v2-99.9" && device?.Kind == DeviceKind.Gpu ? ModelFormat.Fp16 : PublishedNames.FormatOf(row.NotBlank("weight_data_types"));
}
