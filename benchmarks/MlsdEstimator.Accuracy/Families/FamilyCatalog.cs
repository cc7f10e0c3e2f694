namespace MlsdEstimator.Accuracy;

/// <summary>The families in the order of the reports.</summary>
internal static class FamilyCatalog
{
    public static IReadOnlyList<IFamily> All { get; } =
    [
        .. LlmMetric.All.Select(metric => new LlmFamily(metric)),
        new CnnFamily(), new EncoderFamily(), new MlperfFamily(), new RecommenderFamily(), new KernelFamily(), new CompressionFamily(),
        new FeatureStoreFamily(FeatureConstants.Shipped), new VectorFamily(),
    ];
}
