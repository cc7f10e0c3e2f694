namespace MlsdEstimator.Accuracy;

/// <summary>Samples a second and latencies of MLPerf Inference, besides its recommender.</summary>
/// <param name="efficiencies">Costs to predict with, or null for those that ship.</param>
internal sealed class MlperfFamily(NetworkEfficiencies? efficiencies = null) : NetworkFamily(efficiencies)
{
    public override string Name => "mlperf";

    public override string File => MlperfRows.File;

    protected override IReadOnlyList<Measurement> All(ValidationFolder folder) => MlperfRows.Read(folder, row => !MlperfRows.IsRecommender(row));

    protected override IFamily With(NetworkEfficiencies fitted) => new MlperfFamily(fitted);
}
