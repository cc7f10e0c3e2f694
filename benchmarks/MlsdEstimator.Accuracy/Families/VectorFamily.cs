namespace MlsdEstimator.Accuracy;

/// <summary>Queries a second of nearest-neighbour indexes.</summary>
/// <param name="fitted">Costs to predict with, or null for those that ship.</param>
internal sealed class VectorFamily(VectorFit? fitted = null) : Family<VectorRow>
{
    /// <summary>Weaviate does not name its hardware; queries a second x mean latency is 14 to 17 for all of its rows, so 16 clients.</summary>
    private const double ClientsOfWeaviate = 16;

    public override string Name => "vector";

    public override string File => "vector_search.csv";

    public override IReadOnlyList<ConstantsFile> Constants => fitted is null ? [] : [fitted.ToConstants()];

    public override IReadOnlyList<VectorRow> Read(ValidationFolder folder) => [.. folder.Rows(File).Where(row => row.TextOrBlank("qps") is not null).Select(Read)];

    public override Outcome Predict(VectorRow row) => row.Node is AnnNode node
        ? Prediction.Of((fitted is null ? node : node with { Costs = fitted.Costs }).Throughput)
        : new Refusal(row.Refusal);

    public override IFamily Refit(ValidationFolder folder, Func<Measurement, bool> isWithheld) =>
        new VectorFamily(new VectorFit([.. Read(folder).Where(row => row.Node is not null && !isWithheld(row))], DateOnly.FromDateTime(DateTime.UtcNow)));

    private static VectorRow Read(CsvRow row)
    {
        var published = new VectorRow
        {
            Id = row.NotBlank("id"),
            Model = row.NotBlank("dataset"),
            Device = row.NotBlank("system"),
            Engine = row.NotBlank("index"),
            Value = row.Positive("qps"),
        };
        if (published.Engine != "HNSW")
            return published with { Refusal = "not an HNSW graph in memory" };
        if (row.PositiveOrBlank("recall") is not double recall || recall >= 1)
            return published with { Refusal = "recall not published" };
        return WorkersOf(row) is double workers
            ? published with { Node = NodeOf(row, recall, workers) }
            : published with { Refusal = "neither cores nor clients published" };
    }

    private static AnnNode NodeOf(CsvRow row, double recall, double workers) => new()
    {
        Items = row.Positive("n_vectors"),
        Dimensions = row.Positive("dim"),
        Recall = Fraction.FromRatio(recall),
        Neighbours = row.Positive("top_k"),
        Workers = workers,
        Engine = EngineOf(row.NotBlank("system")),
    };

    /// <summary>Cores, or clients where they are fewer.</summary>
    private static double? WorkersOf(CsvRow row)
    {
        double? cores = row.PositiveOrBlank("server_cores") ?? (row.NotBlank("system") == "Weaviate" ? ClientsOfWeaviate : null);
        double? clients = row.PositiveOrBlank("parallel_clients");
        return cores is null || clients is null ? cores ?? clients : Math.Min(cores.Value, clients.Value);
    }

    private static AnnEngine EngineOf(string system) => system switch
    {
        "Weaviate" => AnnEngine.Weaviate,
        "qdrant" => AnnEngine.Qdrant,
        "elasticsearch" => AnnEngine.Elasticsearch,
        _ => AnnEngine.Other,
    };
}
