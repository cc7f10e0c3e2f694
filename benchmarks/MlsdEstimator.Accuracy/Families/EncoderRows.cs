namespace MlsdEstimator.Accuracy;

/// <summary>Rows of text encoders.</summary>
internal static class EncoderRows
{
    public const string File = "encoder_inference.csv";

    /// <summary>
    /// Batch of <c>encode()</c> in sentence-transformers, and tokens of a sentence where nothing is said: sentences of natural language inference sets are
    /// sorted by length and padded to the longest of a batch.
    /// </summary>
    private const double UsualBatch = 32;

    private static readonly Scalar UsualTokens = Uncertain.Range(12, 22, 40).AsScalar().Named("tokens of a sentence");

    public static IReadOnlyList<Measurement> Read(ValidationFolder folder) => RowReading.Of(folder.Rows(File), row => Read(row, folder.Devices));

    private static NetworkRow Read(CsvRow row, DeviceSheet devices)
    {
        string model = row.NotBlank("model"), device = row.NotBlank("device"), engine = row.TextOrBlank("engine") ?? "not stated";
        var published = new NetworkRow
        {
            Id = row.Id,
            Model = model,
            Device = device,
            Engine = engine,
            Value = row.Positive("samples_per_s"),
            Figure = NetworkFigure.ItemsPerSecond,
        };
        if (row.PositiveOrBlank("layers") is not double layers)
            return published with { Refusal = "no layers: the average of word vectors is a look-up" };
        var work = NetworkWork.Encoder(layers, row.Positive("hidden"), row.Positive("heads"), row.Positive("ffn"), row.PositiveOrBlank("seq_len") is double tokens ? tokens : UsualTokens);
        ModelFormat? format = row.TextOrBlank("precision") is string precision ? PublishedNames.FormatOf(precision) : ModelFormat.Fp32;
        return NetworkRow.Of(published, work, devices.Find(device), format, PublishedNames.StackOf(engine), row.PositiveOrBlank("batch") ?? UsualBatch);
    }
}
