namespace MlsdEstimator.Accuracy;

/// <summary>Queries a second of nearest-neighbour indexes.</summary>
/// <param name="fitted">Costs to predict with, or null for those that ship.</param>
internal sealed class VectorFamily(VectorFit? fitted = null) : Family<VectorRow>
{
    /// <summary>Where none is published: the graphs of benchmarks are tuned to most of the neighbours.</summary>
    private static readonly Fraction UsualRecall = Uncertain.FractionRange(0.85, 0.96, 0.995).AsFraction().Named("recall, not published");

    /// <summary>Where neither cores nor clients are published: machines of benchmarks.</summary>
    private static readonly Scalar UsualWorkers = Uncertain.Pert(1, 6, 24).AsScalar().Named("workers, not published");

    /// <summary>A recall of 100 % is rounded.</summary>
    private const double MostRecall = 0.9995;

    /// <summary>Weaviate does not name its hardware; queries a second x mean latency is 14 to 17 for all of its rows, so 16 clients.</summary>
    private const double ClientsOfWeaviate = 16;

    private const double UsualNeighbours = 10;

    public override string Name => "vector";

    public override string File => "vector_search.csv";

    public override IReadOnlyList<ConstantsFile> Constants => fitted is null ? [] : [fitted.ToConstants()];

    public override IReadOnlyList<string> LeftOut(ValidationFolder folder) => folder.Rows(File).Count(row => IsRate(row) && !IsGraphInMemory(row)) is > 0 and int others
        ? [$"{others} rows that are no HNSW graph in memory: lists and flat indexes on GPUs, graphs on disk"]
        : [];

    public override Outcome Predict(VectorRow row) => Prediction.Of((fitted is null ? row.Node : row.Node with { Costs = fitted.Costs }).Throughput);

    public override IFamily Refit(ValidationFolder folder, Func<Measurement, bool> isWithheld) =>
        new VectorFamily(new VectorFit([.. Read(folder).Where(row => row.IsKnown && !isWithheld(row))], DateOnly.FromDateTime(DateTime.UtcNow)));

    protected override IReadOnlyList<Measurement> All(ValidationFolder folder) => RowReading.Of(folder.Rows(File).Where(row => IsRate(row) && IsGraphInMemory(row)), Read);

    private static bool IsRate(CsvRow row) => row.TextOrBlank("qps") is not null;

    /// <summary>What <see cref="AnnNode"/> describes.</summary>
    private static bool IsGraphInMemory(CsvRow row) =>
        row.Text("index").StartsWith("HNSW", StringComparison.OrdinalIgnoreCase) && !row.Text("memory_note").Contains("mmap", StringComparison.OrdinalIgnoreCase);

    private static VectorRow Read(CsvRow row)
    {
        double? recall = row.PositiveOrBlank("recall"), workers = WorkersOf(row);
        return new VectorRow
        {
            Id = row.Id,
            Model = row.NotBlank("dataset"),
            Device = row.NotBlank("system"),
            Engine = row.NotBlank("index"),
            Value = row.Positive("qps"),
            IsKnown = recall is not null && workers is not null,
            Node = NodeOf(row, recall is double found ? Fraction.FromRatio(Math.Min(found, MostRecall)) : UsualRecall, workers is double known ? known : UsualWorkers),
        };
    }

    private static AnnNode NodeOf(CsvRow row, Fraction recall, Scalar workers) => new()
    {
        Items = row.Positive("n_vectors"),
        Dimensions = row.Positive("dim"),
        Recall = recall,
        Neighbours = row.PositiveOrBlank("top_k") ?? UsualNeighbours,
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

    private static AnnEngine EngineOf(string system) => system.Split(' ')[0].ToLowerInvariant() switch
    {
        "weaviate" => AnnEngine.Weaviate,
        "qdrant" => AnnEngine.Qdrant,
        "elasticsearch" => AnnEngine.Elasticsearch,
        _ => AnnEngine.Other,
    };
}
