namespace MlsdEstimator.Accuracy;

/// <summary>Figures that were published apart from the rows, for a store that has no rows here.</summary>
internal static class PublishedReads
{
    /// <summary>Feast 0.25 Python over Datastore, 50 features, 10 requests a second: p50 and p99 of 1 and of 100 rows.</summary>
    public static IReadOnlyList<FeatureRead> Datastore { get; } = [Read(1, 46.2, 181), Read(100, 356, 508)];

    private static FeatureRead Read(double entities, double p50, double p99) => new()
    {
        Store = "Datastore", Server = "Feast Python", Run = "published table", Series = "published table", Entities = entities, Features = 50, PerSecond = 10, P50 = p50, P99 = p99,
    };
}
