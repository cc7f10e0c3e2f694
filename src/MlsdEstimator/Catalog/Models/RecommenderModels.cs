namespace MlsdEstimator;

/// <summary>Recommenders.</summary>
internal static class RecommenderModels
{
    private const string MlPerf = "mlcommons/inference recommendation/dlrm_v2/pytorch: python/main.py @02822ca3, tools/dist_trace_verification.txt @fca76d74; mlcommons/training torchrec_dlrm (multi-hot sizes)";

    /// <summary>Rows of the 26 tables, cut off at 40 million.</summary>
    private static readonly double[] Rows =
    [
        40000000, 39060, 17295, 7424, 20265, 3, 7122, 1543, 63, 40000000, 3067956, 405282, 10, 2209, 11938, 155, 4, 976, 14, 40000000, 40000000, 40000000, 590152, 12973, 108, 36,
    ];

    /// <summary>Values of each feature.</summary>
    private static readonly double[] Lookups = [3, 2, 1, 2, 6, 1, 1, 1, 1, 7, 3, 8, 1, 6, 9, 5, 1, 1, 1, 12, 100, 27, 10, 3, 1, 1];

    public static IReadOnlyList<PublishedModel> All { get; } = [Dlrm.On(MlPerf)];

    /// <summary>The DCN-v2 of MLPerf Inference. A sample of it is 100 to 700 pairs: 27,000 for the first 100 samples of its trace.</summary>
    private static Recommender Dlrm => new()
    {
        Title = "DLRM-DCNv2",
        Tables = [.. Rows.Zip(Lookups, (rows, lookups) => new EmbeddingTable { Rows = rows, Width = 128, Lookups = lookups, Place = TablePlace.Device })],
        DenseFeatures = 13,
        BottomLayers = [512, 256, 128],
        CrossLayers = 3,
        CrossRank = 512,
        TopLayers = [1024, 1024, 512, 256, 1],
        CandidatesPerRequest = 270,
        Format = ModelFormat.Fp32,
    };
}
