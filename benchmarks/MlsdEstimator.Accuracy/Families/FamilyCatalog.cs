namespace MlsdEstimator.Accuracy;

/// <summary>The families in the order of the reports.</summary>
internal static class FamilyCatalog
{
    public static IReadOnlyList<IFamily> All { get; } =
    [
        new FeatureStoreFamily(FeatureConstants.Shipped),
        new CnnFamily(), new EncoderFamily(), new MlperfFamily(), new RecommenderFamily(),
        new CnnFamily(), new EncoderFamily(), new MlperfFamily(), new RecommenderFamily(), new KernelFamily(),
        new CnnFamily(), new EncoderFamily(), new MlperfFamily(), new RecommenderFamily(), new KernelFamily(), new CompressionFamily(),
        .. LlmMetric.All.Select(metric => new LlmFamily(metric)),
    ];
}
