namespace MlsdEstimator.Samples;

/// <summary>A YouTube-like video recommendation system: candidates from a vector index, a ranker over 500 of them, 200 ms at p99.</summary>
internal sealed class VideoRecommendation : CaseStudy
{
    public override string Name => "video-recommendation";

    public override string Description => "A YouTube-like feed for 500M daily users: retrieval, ranking, features, logs, online against batch.";

    /// <summary>Every range replaced by its best guess, one zone, no cache, machines by the FLOP convention: the published example.</summary>
    public static CaseInputs PointValues() => new(
    [
        "daily active users=500M", "requests per user per day=10", "peak factor=2", "videos in the index=100M", "candidates retrieved=1000",
        "candidates ranked=500", "features per candidate=200", "FLOPs per candidate=20 MFLOP", "retention=30 d", "row size=500 B",
        "item cache hit ratio=0%", "zones=1", "zones to survive=0", "least replicas per zone=1", "queries per index node=3000/s",
        "keys per second per shard=100k/s", "CPU time per request=20 ms", "positive rate=2%", "ranker capacity=FLOP convention",
        "quality kept, int8=99.5%", "quality kept by distillation=97%",
    ]);

    public override CaseDesign Build(CaseInputs inputs) => new VideoDesign(inputs).Finish();
}
