namespace MlsdEstimator.Accuracy;

/// <summary>Rows of vision models.</summary>
internal static class CnnRows
{
    public const string File = "cnn_inference.csv";

    /// <summary>A sample of the same source with torch.compile on a GPU, of which <see cref="File"/> has none. Fitted to, never judged.</summary>
    public const string CompiledFile = "cnn_inference_compiled.csv";

    public static IReadOnlyList<Measurement> Read(ValidationFolder folder, string file) => RowReading.Of(folder.Rows(file), row => Read(row, folder.Devices));

    private static NetworkRow Read(CsvRow row, DeviceSheet devices)
    {
        string model = row.NotBlank("model"), device = row.NotBlank("device"), engine = row.TextOrBlank("engine") ?? "not stated";
        NetworkWork work = WorkOf(row, model);
        return NetworkRow.Of(
            new NetworkRow
            {
                Id = row.Id,
                Model = model,
                ModelFamily = row.TextOrBlank("arch_family") ?? model,
                Device = device,
                Engine = engine,
                Value = row.Positive("samples_per_s"),
                Figure = NetworkFigure.ItemsPerSecond,
            },
            work,
            devices.Find(device),
            PublishedNames.FormatOf(row.TextOrBlank("precision") ?? "fp32"),
            PublishedNames.StackOf(engine),
            row.Positive("batch"));
    }

    private static NetworkWork WorkOf(CsvRow row, string model)
    {
        var work = new NetworkWork
        {
            Kind = PublishedNames.KindOf(model),
            Flops = FlopCount.FromGigaflops(2 * row.Positive("gmacs")),
            Activations = 1e6 * row.Positive("activations_m"),
            Parameters = 1e6 * row.Positive("params_m"),
        };
        return PublishedNames.LayersOf(model) is Scalar layers ? work with { Layers = layers } : work;
    }
}
